package app.rapport.people.store;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import app.rapport.people.Duplicates.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of people who may be one, and of whom somebody said that they are not. */
@Repository
public class DuplicateRows {
    /**
     * What is compared; the first two are taken from the whole name where a mail gave only that.
     */
    public static final List<String> COLUMNS =
            List.of(
                    "first name",
                    "last name",
                    "mail",
                    "phone",
                    "company",
                    "title",
                    "town",
                    "birthday");

    private static final int FETCH = 2_000;

    private final JdbcClient jdbc;

    DuplicateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who is there, as the linkage compares them; in the caller's transaction. */
    public void everybody(WorkspaceId workspace, BiConsumer<UUID, List<String>> taker) {
        jdbc.sql(
                        """
                        SELECT c.id, coalesce(nullif(c.given_name, ''), split_part(c.display_name, ' ', 1)) AS given,
                               coalesce(nullif(c.family_name, ''), CASE WHEN c.display_name LIKE '% %' THEN regexp_replace(c.display_name, '^.* ', '') ELSE '' END) AS family,
                               coalesce((SELECT p.key FROM contact_point p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id AND p.kind = 'mail'
                                         ORDER BY p.position LIMIT 1), '') AS mail,
                               coalesce((SELECT p.key FROM contact_point p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id AND p.kind = 'phone'
                                         ORDER BY p.position LIMIT 1), '') AS phone,
                               c.company_key, c.title,
                               coalesce((SELECT p.city FROM postal_address p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id
                                         ORDER BY p.position LIMIT 1), '') AS town,
                               c.birthday
                        FROM contact c WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL ORDER BY c.id
                        """)
                .param("workspace", workspace.value())
                .withFetchSize(FETCH)
                .query(row -> {
                    taker.accept(
                            row.getObject(1, UUID.class),
                            List.of(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getString(9)));
                });
    }

    /** A pair as it was found. */
    public record Found(
            UUID one, UUID two, double probability, List<String> speaksFor, List<String> against) {}

    /** Puts these pairs in the place of those that stood there. */
    public void replace(WorkspaceId workspace, List<Found> pairs) {
        jdbc.sql("DELETE FROM duplicate_pair WHERE workspace_id = :workspace")
                .param("workspace", workspace.value())
                .update();
        JsonRows rows = new JsonRows();
        for (Found pair : pairs)
            rows.add()
                    .put("one", pair.one())
                    .put("two", pair.two())
                    .put("probability", String.valueOf(pair.probability()))
                    .put("speaks", String.join("\n", pair.speaksFor()))
                    .put("against", String.join("\n", pair.against()));
        if (rows.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO duplicate_pair (workspace_id, low_id, high_id, probability, speaks_for, speaks_against)
                        SELECT :workspace, least(r.one, r.two), greatest(r.one, r.two), r.probability::real,
                               coalesce(string_to_array(nullif(r.speaks, ''), E'\\n'), '{}'), coalesce(string_to_array(nullif(r.against, ''), E'\\n'), '{}')
                        FROM json_to_recordset(:rows::json) AS r (one uuid, two uuid, probability text, speaks text, against text)
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("rows", rows.text())
                .update();
    }

    /** What there is to compare now: how many people, and the last change. */
    public void searched(WorkspaceId workspace) {
        jdbc.sql(
                        """
                        INSERT INTO duplicate_search (workspace_id, people, newest, searched_at)
                        SELECT :workspace, count(*), coalesce(max(updated_at), '-infinity'), now() FROM contact
                        WHERE workspace_id = :workspace AND deleted_at IS NULL
                        ON CONFLICT (workspace_id) DO UPDATE SET people = excluded.people, newest = excluded.newest, searched_at = excluded.searched_at
                        """)
                .param("workspace", workspace.value())
                .update();
    }

    private static final String OPEN =
            """
            FROM duplicate_pair p
            JOIN contact a ON a.workspace_id = p.workspace_id AND a.id = p.low_id AND a.deleted_at IS NULL
            JOIN contact b ON b.workspace_id = p.workspace_id AND b.id = p.high_id AND b.deleted_at IS NULL
            WHERE p.workspace_id = :workspace
              AND NOT EXISTS (SELECT FROM different_people d WHERE d.workspace_id = p.workspace_id AND d.low_id = p.low_id AND d.high_id = p.high_id)
            """;

    /** The likeliest first, after that place. */
    public List<Pair> page(Viewer viewer, double after, UUID low, UUID high, int most) {
        return jdbc.sql(
                        "SELECT p.low_id, p.high_id, p.probability, p.speaks_for, p.speaks_against "
                                + OPEN
                                + """
                                 AND (p.probability < :after::real OR p.probability = :after::real AND (p.low_id, p.high_id) > (:low, :high))
                                ORDER BY p.probability DESC, p.low_id, p.high_id LIMIT :most
                                """)
                .param("workspace", viewer.workspace().value())
                .param("after", after)
                .param("low", low)
                .param("high", high)
                .param("most", most)
                .query((row, _) -> pair(row))
                .list();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                new PersonId(row.getObject("low_id", UUID.class)),
                new PersonId(row.getObject("high_id", UUID.class)),
                row.getFloat("probability"),
                List.of((String[]) row.getArray("speaks_for").getArray()),
                List.of((String[]) row.getArray("speaks_against").getArray()));
    }

    public long count(Viewer viewer, int most) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 " + OPEN + " LIMIT :most) counted")
                .param("workspace", viewer.workspace().value())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** False when one of them is not there. */
    public boolean differ(Viewer viewer, UUID one, UUID two, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO different_people (workspace_id, low_id, high_id, member_id, at)
                                SELECT :workspace, least(a.id, b.id), greatest(a.id, b.id), :member, :at FROM contact a, contact b
                                WHERE a.workspace_id = :workspace AND b.workspace_id = :workspace AND a.id = :one AND b.id = :two AND a.id <> b.id
                                  AND a.deleted_at IS NULL AND b.deleted_at IS NULL
                                ON CONFLICT (workspace_id, low_id, high_id) DO UPDATE SET at = excluded.at, member_id = excluded.member_id
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("one", one)
                        .param("two", two)
                        .update()
                > 0;
    }

    /** Takes that back; false when nobody said so. */
    public boolean differNot(Viewer viewer, UUID one, UUID two) {
        return jdbc.sql(
                                "DELETE FROM different_people WHERE workspace_id = :workspace AND low_id = least(:one::uuid, :two::uuid) AND high_id = greatest(:one::uuid, :two::uuid)")
                        .param("workspace", viewer.workspace().value())
                        .param("one", one)
                        .param("two", two)
                        .update()
                > 0;
    }
}
