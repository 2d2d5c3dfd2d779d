package app.rapport.deals.store;

import app.rapport.deals.DealId;
import app.rapport.deals.DealThen;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A member's open deals that want a word: as they stood at a moment, told by their history. */
@Repository
public class OpenDeals {
    private static final String OWNER = FieldThen.of("owner", "coalesce(d.owner_id::text, '')");

    private final JdbcClient jdbc;

    OpenDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param closes empty where no day was set
     * @param person who decides, or whoever has a part in it
     */
    public record Open(
            DealId id,
            String name,
            Optional<LocalDate> closes,
            String nextStep,
            Optional<LocalDate> nextOn,
            Optional<PersonId> person,
            Instant createdAt) {}

    /** Those past their day, and those of which nobody knows what comes next; the largest first. */
    public List<Open> wanting(Viewer viewer, Instant at, LocalDate today, int most) {
        return jdbc.sql(
                        """
                        SELECT d.id, v.name, d.created_at, v.closes_on, v.next_step, v.next_on,
                               (SELECT p.person_id FROM deal_person p
                                JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
                                WHERE p.workspace_id = d.workspace_id AND p.deal_id = d.id AND p.id < :since
                                ORDER BY p.role <> 'economic', p.id LIMIT 1) AS person_id
                        FROM deal d
                        CROSS JOIN LATERAL (SELECT nullif(%s, '')::uuid AS stage_id, nullif(%s, '')::date AS closes_on, %s AS next_step, nullif(%s, '')::date AS next_on,
                                                   %s AS owner, %s AS name, nullif(%s, '')::numeric AS amount) v
                        JOIN deal_stage s ON s.workspace_id = d.workspace_id AND s.id = v.stage_id AND s.kind = 'open'
                        WHERE d.workspace_id = :workspace AND (d.owner_id = :member OR d.id = ANY(:given)) AND v.owner = :owner
                          AND d.created_at <= :at AND (d.import_id IS NULL OR d.id < :since)
                          AND (d.deleted_at IS NULL OR d.deleted_at > :at)
                          AND (v.closes_on < :today OR v.next_step = '' OR v.next_on < :today)
                        ORDER BY coalesce(v.amount, 0) DESC, d.id LIMIT :most
                        """
                                .formatted(
                                        FieldThen.of("stage", "d.stage_id::text"),
                                        FieldThen.of("closesOn", "coalesce(d.closes_on::text, '')"),
                                        FieldThen.of("nextStep", "d.next_step"),
                                        FieldThen.of("nextOn", "coalesce(d.next_on::text, '')"),
                                        OWNER,
                                        FieldThen.of("name", "d.name"),
                                        FieldThen.of("amount", "coalesce(d.amount::text, '')")))
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("owner", viewer.member().toString())
                .param("given", givenAway(viewer, at))
                .param("at", DealRows.utc(at))
                .param("since", Uuid7.since(at))
                .param("today", today)
                .param("most", most)
                .query((row, _) -> open(row))
                .list();
    }

    /**
     * Those whose owner is another one since that moment: asked for first, so that of all others
     * the index by owner serves.
     */
    private UUID[] givenAway(Viewer viewer, Instant at) {
        return jdbc.sql(
                        "SELECT DISTINCT deal_id FROM deal_change WHERE workspace_id = :workspace AND field = 'owner' AND at > :at")
                .param("workspace", viewer.workspace().value())
                .param("at", DealRows.utc(at))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /** Those of these deals that were open at a moment. */
    public Map<DealId, DealThen> openThen(Viewer viewer, Collection<DealId> deals, Instant at) {
        return then(
                viewer,
                deals,
                at,
                "AND s.kind = 'open' AND (d.deleted_at IS NULL OR d.deleted_at > :at)");
    }

    /** These deals, open or not. */
    public Map<DealId, DealThen> then(Viewer viewer, Collection<DealId> deals, Instant at) {
        return then(viewer, deals, at, "");
    }

    private Map<DealId, DealThen> then(
            Viewer viewer, Collection<DealId> deals, Instant at, String which) {
        Map<DealId, DealThen> then = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT d.id, v.owner_id, v.name, v.currency FROM deal d
                        CROSS JOIN LATERAL (SELECT nullif(%s, '')::uuid AS stage_id, nullif(%s, '')::uuid AS owner_id, %s AS name, %s AS currency) v
                        JOIN deal_stage s ON s.workspace_id = d.workspace_id AND s.id = v.stage_id
                        WHERE d.workspace_id = :workspace AND d.id = ANY(:deals) %s
                        """
                                .formatted(
                                        FieldThen.of("stage", "d.stage_id::text"),
                                        OWNER,
                                        FieldThen.of("name", "d.name"),
                                        FieldThen.of("currency", "d.currency"),
                                        which))
                .param("workspace", viewer.workspace().value())
                .param("deals", deals.stream().map(DealId::value).toArray(UUID[]::new))
                .param("at", DealRows.utc(at))
                .query(row -> {
                    then.put(new DealId(row.getObject("id", UUID.class)), then(row));
                });
        return then;
    }

    private static DealThen then(ResultSet row) throws SQLException {
        return new DealThen(
                row.getString("name"),
                row.getString("currency"),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)).map(MemberId::new));
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new DealId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getObject("closes_on", LocalDate.class)),
                row.getString("next_step"),
                Optional.ofNullable(row.getObject("next_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                DealRows.moment(row, "created_at"));
    }
}
