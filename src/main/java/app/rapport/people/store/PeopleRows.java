package app.rapport.people.store;

import app.rapport.database.Conditions;
import app.rapport.database.Keyset;
import app.rapport.database.Keyset.Key;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonRow;
import app.rapport.people.model.PeopleQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of people: any filters, four orders, by pages. */
@Repository
public class PeopleRows {
    private static final Key ID = new Key("c.id", "uuid");
    private static final Key NAME = new Key("c.name_key", "text");

    private final JdbcClient jdbc;

    PeopleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Within a transaction. Planned anew each time: some own half of all contacts and some a
     * handful, and a plan for an average owner reads all of the former.
     *
     * @param after where the page begins; empty from the first
     */
    public Slice<PersonRow> page(
            Viewer viewer, PeopleQuery query, Conditions filters, String after, int most) {
        Keyset order = order(query);
        Conditions conditions = after.isEmpty() ? filters : order.after(filters, after);
        jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
        // the page is cut before anything is joined to it
        List<Placed> rows =
                jdbc.sql(
                                """
                                SELECT page.*, coalesce(a.name, '') AS company, a.id AS company_id,
                                       coalesce((SELECT p.value FROM contact_point p
                                        WHERE p.workspace_id = :workspace AND p.contact_id = page.id AND p.kind = 'mail'
                                        ORDER BY p.position LIMIT 1), '') AS address,
                                       coalesce((SELECT p.value FROM contact_point p
                                        WHERE p.workspace_id = :workspace AND p.contact_id = page.id AND p.kind = 'phone'
                                        ORDER BY p.position LIMIT 1), '') AS phone
                                FROM (SELECT c.id, c.display_name, c.title, c.account_id, c.owner_id, c.tags, c.colleague, c.created_at,
                                             row_number() OVER (ORDER BY %s) AS nth, %s
                                      FROM contact c
                                      WHERE %s
                                      ORDER BY %s
                                      LIMIT :most) page
                                LEFT JOIN account a ON a.workspace_id = :workspace AND a.id = page.account_id AND a.deleted_at IS NULL
                                ORDER BY page.nth
                                """
                                        .formatted(
                                                order.orderBy(),
                                                order.place(),
                                                conditions.sql(),
                                                order.orderBy()))
                        .params(conditions.values())
                        .param("workspace", viewer.workspace().value())
                        .param("most", most + 1)
                        .query((row, _) -> new Placed(row(row), order.cursor(row)))
                        .list();
        return Slice.of(rows, most, Placed::place).map(Placed::row);
    }

    private record Placed(PersonRow row, String place) {}

    private static PersonRow row(ResultSet row) throws SQLException {
        return new PersonRow(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("display_name"),
                row.getString("title"),
                Optional.ofNullable(row.getObject("company_id", UUID.class)).map(AccountId::new),
                row.getString("company"),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)).map(MemberId::new),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("address"),
                row.getString("phone"),
                row.getBoolean("colleague"),
                created(row));
    }

    private static Instant created(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private static Keyset order(PeopleQuery query) {
        Keyset order =
                switch (query.order()) {
                    case NAME -> Keyset.ascending(NAME, ID);
                    case COMPANY ->
                            Keyset.ascending(
                                    new Key("c.no_company", "boolean"),
                                    new Key("c.company_key", "text"),
                                    NAME,
                                    ID);
                    case LAST -> Keyset.ascending(new Key("c.last_touch_at", "timestamptz"), ID);
                    case ADDED -> Keyset.ascending(new Key("c.created_at", "timestamptz"), ID);
                };
        return query.descending() ? order.reversed() : order;
    }

    /** How many fit, counted no further than {@code most}. */
    public long count(Conditions filters, long most) {
        return jdbc.sql(
                        "SELECT count(*) FROM (SELECT FROM contact c WHERE %s LIMIT :most) fit"
                                .formatted(filters.sql()))
                .params(filters.values())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** The sources there are, each by one jump in the index. */
    public List<String> sources(Viewer viewer) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE jump (source) AS (
                          SELECT min(source) FROM contact WHERE workspace_id = :workspace AND deleted_at IS NULL
                          UNION ALL
                          SELECT (SELECT min(c.source) FROM contact c
                                  WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL AND c.source > jump.source)
                          FROM jump WHERE jump.source IS NOT NULL)
                        SELECT source FROM jump WHERE source <> ''
                        """)
                .param("workspace", viewer.workspace().value())
                .query(String.class)
                .list();
    }
}
