package app.rapport.deals.store;

import app.rapport.deals.DealId;
import app.rapport.kernel.DealFacts.DealFact;
import app.rapport.kernel.DealFacts.Standing;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Deals as others weigh them: with whom, since when, and how they ended. */
@Repository
public class DealFactRows {
    private static final int MOST = 5;

    private final JdbcClient jdbc;

    DealFactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<DealFact> with(Viewer viewer, Collection<PersonId> people, Instant at) {
        return asked(
                        viewer,
                        """
                        AND d.id IN (SELECT p.deal_id FROM deal_person p WHERE p.workspace_id = :workspace AND p.person_id = ANY(:people)
                                     UNION
                                     SELECT f.id FROM contact c
                                     JOIN deal f ON f.workspace_id = c.workspace_id AND f.account_id = c.account_id
                                     WHERE c.workspace_id = :workspace AND c.id = ANY(:people)
                                       AND NOT EXISTS (SELECT FROM deal_person p WHERE p.workspace_id = f.workspace_id AND p.deal_id = f.id))
                        ORDER BY d.created_at DESC, d.id LIMIT :most
                        """,
                        at)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> fact(row))
                .list();
    }

    public Optional<DealFact> one(Viewer viewer, DealId deal, Instant at) {
        return asked(viewer, " AND d.id = :deal LIMIT :most", at)
                .param("deal", deal.value())
                .query((row, _) -> fact(row))
                .optional();
    }

    public List<DealFact> won(Viewer viewer, LocalDate from, Instant at) {
        return asked(
                        viewer,
                        """
                        AND v.owner_id = :member AND s.kind = 'won' AND v.closed_on >= :from
                        ORDER BY v.closed_on DESC, d.id LIMIT :most
                        """,
                        at)
                .param("member", viewer.member().value())
                .param("from", from)
                .query((row, _) -> fact(row))
                .list();
    }

    private StatementSpec asked(Viewer viewer, String which, Instant at) {
        return jdbc.sql(
                        """
                        SELECT d.id, v.name, d.created_at, s.kind, v.closed_on,
                               ARRAY(SELECT p.person_id FROM deal_person p
                                     WHERE p.workspace_id = d.workspace_id AND p.deal_id = d.id ORDER BY p.role <> 'economic', p.id LIMIT 10) AS parts,
                               ARRAY(SELECT c.id FROM contact c
                                     WHERE c.workspace_id = d.workspace_id AND c.account_id = d.account_id AND c.deleted_at IS NULL ORDER BY c.id LIMIT 10) AS workers
                        FROM deal d
                        CROSS JOIN LATERAL (SELECT nullif(%s, '')::uuid AS stage_id, nullif(%s, '')::date AS closed_on,
                                                   nullif(%s, '')::uuid AS owner_id, %s AS name) v
                        JOIN deal_stage s ON s.workspace_id = d.workspace_id AND s.id = v.stage_id
                        WHERE d.workspace_id = :workspace AND d.created_at <= :at AND (d.deleted_at IS NULL OR d.deleted_at > :at)
                        """
                                        .formatted(
                                                FieldThen.of("stage", "d.stage_id::text"),
                                                FieldThen.of(
                                                        "closedOn",
                                                        "coalesce(d.closed_on::text, '')"),
                                                FieldThen.of(
                                                        "owner", "coalesce(d.owner_id::text, '')"),
                                                FieldThen.of("name", "d.name"))
                                + which)
                .param("workspace", viewer.workspace().value())
                .param("at", DealRows.utc(at))
                .param("most", MOST);
    }

    private static DealFact fact(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<PersonId> parts = people(row, "parts");
        return new DealFact(
                id,
                row.getString("name"),
                "/deals/" + id,
                parts.isEmpty() ? people(row, "workers") : parts,
                DealRows.moment(row, "created_at"),
                Standing.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
    }

    private static List<PersonId> people(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray()).map(PersonId::new).toList();
    }
}
