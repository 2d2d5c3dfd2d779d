package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Role;
import app.rapport.people.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ties of people; those to or from something deleted are not there. */
@Repository
public class TieRows {
    private static final String SELECT =
            """
            SELECT t.id, t.contact_id, c.display_name, coalesce(t.account_id, t.other_id) AS to_id,
                   coalesce(a.name, o.display_name) AS to_name, t.other_id IS NOT NULL AS to_person, t.role, t.note
            FROM tie t
            JOIN contact c ON c.workspace_id = t.workspace_id AND c.id = t.contact_id AND c.deleted_at IS NULL
            LEFT JOIN account a ON a.workspace_id = t.workspace_id AND a.id = t.account_id AND a.deleted_at IS NULL
            LEFT JOIN contact o ON o.workspace_id = t.workspace_id AND o.id = t.other_id AND o.deleted_at IS NULL
            WHERE t.workspace_id = :workspace AND coalesce(a.id, o.id) IS NOT NULL
            """;

    private final JdbcClient jdbc;

    TieRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the person, and those of others to the person. */
    public List<Tie> ofPerson(Viewer viewer, PersonId person) {
        return jdbc.sql(
                        SELECT
                                + " AND (t.contact_id = :id OR t.other_id = :id) ORDER BY t.contact_id <> :id, t.created_at, t.id")
                .param("workspace", viewer.workspace().value())
                .param("id", person.value())
                .query((row, _) -> tie(row))
                .list();
    }

    public List<Tie> ofAccount(Viewer viewer, AccountId account) {
        return jdbc.sql(SELECT + " AND t.account_id = :id ORDER BY t.role, t.created_at, t.id")
                .param("workspace", viewer.workspace().value())
                .param("id", account.value())
                .query((row, _) -> tie(row))
                .list();
    }

    public Optional<Tie> one(Viewer viewer, UUID id) {
        return jdbc.sql(SELECT + " AND t.id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query((row, _) -> tie(row))
                .optional();
    }

    private static Tie tie(ResultSet row) throws SQLException {
        return new Tie(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("contact_id", UUID.class)),
                row.getString("display_name"),
                row.getObject("to_id", UUID.class),
                row.getString("to_name"),
                row.getBoolean("to_person"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("note"));
    }

    /** False when there is such a tie already. */
    public boolean add(Viewer viewer, Tie tie, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO tie (workspace_id, id, contact_id, account_id, other_id, role, note, member_id, created_at)
                                VALUES (:workspace, :id, :contact, CASE WHEN NOT :toPerson THEN :to::uuid END,
                                        CASE WHEN :toPerson THEN :to::uuid END, :role, :note, :member, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", tie.id())
                        .param("contact", tie.person().value())
                        .param("to", tie.to())
                        .param("toPerson", tie.toPerson())
                        .param("role", tie.role().word())
                        .param("note", tie.note())
                        .param("member", viewer.member().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    public void remove(Viewer viewer, UUID id) {
        jdbc.sql("DELETE FROM tie WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .update();
    }
}
