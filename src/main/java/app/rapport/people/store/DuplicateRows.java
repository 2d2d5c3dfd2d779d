package app.rapport.people.store;

import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import app.rapport.people.Duplicates.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of records that may be one, and of which somebody said that they are not. */
@Repository
public class DuplicateRows {
    private static final int FETCH = 2_000;

    /** First and last name are taken from the whole where a mail gave only that. */
    private static final Kin PEOPLE =
            new Kin(
                    "contact",
                    "duplicate_pair",
                    "different_people",
                    List.of(
                            "first name",
                            "last name",
                            "mail",
                            "phone",
                            "company",
                            "title",
                            "town",
                            "birthday"),
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
                    """);

    /** A domain is one company's; its own site tells as much where no mail gave a domain. */
    private static final Kin COMPANIES =
            new Kin(
                    "account",
                    "duplicate_account",
                    "different_accounts",
                    List.of("name", "domain", "phone", "street", "town", "postcode"),
                    """
                    SELECT a.id, a.name,
                           coalesce((SELECT d.domain FROM account_domain d WHERE d.workspace_id = a.workspace_id AND d.account_id = a.id
                                     ORDER BY d.domain LIMIT 1),
                                    substring(lower(a.website) FROM '^(?:https?://)?(?:www[.])?([^/:? ]+)'), '') AS domain,
                           coalesce((SELECT p.key FROM account_point p WHERE p.workspace_id = a.workspace_id AND p.account_id = a.id AND p.kind = 'phone'
                                     ORDER BY p.position LIMIT 1), '') AS phone,
                           coalesce(o.street, ''), coalesce(o.city, ''), coalesce(o.postal_code, '')
                    FROM account a
                    LEFT JOIN LATERAL (SELECT p.street, p.city, p.postal_code FROM postal_address p
                                       WHERE p.workspace_id = a.workspace_id AND p.account_id = a.id ORDER BY p.position LIMIT 1) o ON true
                    WHERE a.workspace_id = :workspace AND a.deleted_at IS NULL ORDER BY a.id
                    """);

    /**
     * Of one kind of record: its tables, and what is compared.
     *
     * @param everything in the order of the columns, after the id
     */
    private record Kin(
            String records,
            String pairs,
            String different,
            List<String> columns,
            String everything) {

        static Kin of(RecordKind kind) {
            return kind == RecordKind.CONTACT ? PEOPLE : COMPANIES;
        }

        String in(String sql) {
            return sql.replace("{records}", records)
                    .replace("{pairs}", pairs)
                    .replace("{different}", different);
        }
    }

    /** What is compared, by name. */
    public static List<String> columns(RecordKind kind) {
        return Kin.of(kind).columns();
    }

    private final JdbcClient jdbc;

    DuplicateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there are more than so many. */
    public boolean moreThan(WorkspaceId workspace, RecordKind kind, long most) {
        return jdbc.sql(
                        Kin.of(kind)
                                .in(
                                        "SELECT EXISTS (SELECT FROM {records} WHERE workspace_id = :workspace AND deleted_at IS NULL OFFSET :most)"))
                .param("workspace", workspace.value())
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    /** Everything that is there, as the linkage compares it; in the caller's transaction. */
    public void everything(
            WorkspaceId workspace, RecordKind kind, BiConsumer<UUID, List<String>> taker) {
        Kin kin = Kin.of(kind);
        jdbc.sql(kin.everything())
                .param("workspace", workspace.value())
                .withFetchSize(FETCH)
                .query(row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < kin.columns().size(); i++) values.add(row.getString(i + 2));
                    taker.accept(row.getObject(1, UUID.class), values);
                });
    }

    /** A pair as it was found. */
    public record Found(
            UUID one, UUID two, double probability, List<String> speaksFor, List<String> against) {}

    /** Puts these pairs in the place of those that stood there. */
    public void replace(WorkspaceId workspace, RecordKind kind, List<Found> pairs) {
        jdbc.sql(Kin.of(kind).in("DELETE FROM {pairs} WHERE workspace_id = :workspace"))
                .param("workspace", workspace.value())
                .update();
        RowStatement.of(
                        Kin.of(kind)
                                .in(
                                        """
                                        INSERT INTO {pairs} (workspace_id, low_id, high_id, probability, speaks_for, speaks_against)
                                        SELECT :workspace, least(r.one, r.two), greatest(r.one, r.two), r.probability,
                                               coalesce(string_to_array(nullif(r.speaks, ''), E'\\n'), '{}'), coalesce(string_to_array(nullif(r.against, ''), E'\\n'), '{}')
                                        FROM {rows} AS r
                                        ON CONFLICT DO NOTHING
                                        """),
                        "one uuid, two uuid, probability real, speaks text, against text",
                        Map.of("workspace", workspace.value()),
                        rows -> pairs.forEach(pair -> add(rows, pair)))
                .run(jdbc);
    }

    private static void add(ColumnRows rows, Found pair) {
        rows.add()
                .put("one", pair.one())
                .put("two", pair.two())
                .put("probability", pair.probability())
                .put("speaks", String.join("\n", pair.speaksFor()))
                .put("against", String.join("\n", pair.against()));
    }

    /** What there is to compare now: how many people and companies, and the last changes. */
    public void searched(WorkspaceId workspace) {
        jdbc.sql(
                        """
                        INSERT INTO duplicate_search (workspace_id, people, newest, companies, newest_company, searched_at)
                        SELECT :workspace, c.many, c.newest, a.many, a.newest, now()
                        FROM (SELECT count(*) AS many, coalesce(max(updated_at), '-infinity') AS newest FROM contact
                              WHERE workspace_id = :workspace AND deleted_at IS NULL) c,
                             (SELECT count(*) AS many, coalesce(max(updated_at), '-infinity') AS newest FROM account
                              WHERE workspace_id = :workspace AND deleted_at IS NULL) a
                        ON CONFLICT (workspace_id) DO UPDATE
                        SET people = excluded.people, newest = excluded.newest, companies = excluded.companies,
                            newest_company = excluded.newest_company, searched_at = excluded.searched_at
                        """)
                .param("workspace", workspace.value())
                .update();
    }

    private static final String OPEN =
            """
            FROM {pairs} p
            JOIN {records} a ON a.workspace_id = p.workspace_id AND a.id = p.low_id AND a.deleted_at IS NULL
            JOIN {records} b ON b.workspace_id = p.workspace_id AND b.id = p.high_id AND b.deleted_at IS NULL
            WHERE p.workspace_id = :workspace
              AND NOT EXISTS (SELECT FROM {different} d WHERE d.workspace_id = p.workspace_id AND d.low_id = p.low_id AND d.high_id = p.high_id)
            """;

    /** The likeliest first, after that place. */
    public List<Pair> page(
            Viewer viewer, RecordKind kind, double after, UUID low, UUID high, int most) {
        String page =
                "SELECT p.low_id, p.high_id, p.probability, p.speaks_for, p.speaks_against "
                        + OPEN
                        + """
                         AND (p.probability < :after::real OR p.probability = :after::real AND (p.low_id, p.high_id) > (:low, :high))
                        ORDER BY p.probability DESC, p.low_id, p.high_id LIMIT :most
                        """;
        return jdbc.sql(Kin.of(kind).in(page))
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
                row.getObject("low_id", UUID.class),
                row.getObject("high_id", UUID.class),
                row.getFloat("probability"),
                List.of((String[]) row.getArray("speaks_for").getArray()),
                List.of((String[]) row.getArray("speaks_against").getArray()));
    }

    public long count(Viewer viewer, RecordKind kind, int most) {
        String counted = "SELECT count(*) FROM (SELECT 1 " + OPEN + " LIMIT :most) counted";
        return jdbc.sql(Kin.of(kind).in(counted))
                .param("workspace", viewer.workspace().value())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** False when one of them is not there. */
    public boolean differ(Viewer viewer, RecordKind kind, UUID one, UUID two, Instant at) {
        String said =
                """
                INSERT INTO {different} (workspace_id, low_id, high_id, member_id, at)
                SELECT :workspace, least(a.id, b.id), greatest(a.id, b.id), :member, :at FROM {records} a, {records} b
                WHERE a.workspace_id = :workspace AND b.workspace_id = :workspace AND a.id = :one AND b.id = :two AND a.id <> b.id
                  AND a.deleted_at IS NULL AND b.deleted_at IS NULL
                ON CONFLICT (workspace_id, low_id, high_id) DO UPDATE SET at = excluded.at, member_id = excluded.member_id
                """;
        return jdbc.sql(Kin.of(kind).in(said))
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("one", one)
                        .param("two", two)
                        .update()
                > 0;
    }

    /** Takes that back; false when nobody said so. */
    public boolean differNot(Viewer viewer, RecordKind kind, UUID one, UUID two) {
        String back =
                "DELETE FROM {different} WHERE workspace_id = :workspace AND low_id = least(:one::uuid, :two::uuid) AND high_id = greatest(:one::uuid, :two::uuid)";
        return jdbc.sql(Kin.of(kind).in(back))
                        .param("workspace", viewer.workspace().value())
                        .param("one", one)
                        .param("two", two)
                        .update()
                > 0;
    }
}
