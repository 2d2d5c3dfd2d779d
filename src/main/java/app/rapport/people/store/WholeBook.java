package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountRecord;
import app.rapport.people.ContactRecord;
import app.rapport.people.Everybody.Most;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All contacts and accounts in one walk each, in the order in which they came. */
@Repository
public class WholeBook {
    private static final int FETCH = 500;

    private static final String POINT =
            "json_agg(json_build_object('kind', p.kind, 'label', p.label, 'value', p.value) ORDER BY p.kind, p.position, p.key)";
    private static final String POSTAL =
            """
            json_agg(json_build_object('label', p.label, 'street', p.street, 'city', p.city, 'region', p.region,
                                       'postalCode', p.postal_code, 'country', p.country, 'formatted', p.formatted)
                     ORDER BY p.position, p.id)
            """;

    private final JdbcClient jdbc;

    WholeBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Most most(Viewer viewer) {
        Map<String, Integer> most = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT kind, max(n) FROM (
                          SELECT kind, count(*)::int AS n FROM contact_point
                          WHERE workspace_id = :workspace GROUP BY contact_id, kind
                          UNION ALL
                          SELECT 'postal', count(*)::int FROM postal_address
                          WHERE workspace_id = :workspace AND contact_id IS NOT NULL GROUP BY contact_id) counts
                        GROUP BY kind
                        """)
                .param("workspace", viewer.workspace().value())
                .query(row -> {
                    most.put(row.getString(1), row.getInt(2));
                });
        Integer postals = most.remove("postal");
        return new Most(most, postals == null ? 0 : postals);
    }

    public void contacts(Viewer viewer, Consumer<ContactRecord> taker) {
        jdbc.sql(
                        """
                        SELECT c.*, coalesce(a.name, '') AS account_name,
                               (SELECT %s FROM contact_point p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id) AS points,
                               (SELECT %s FROM postal_address p WHERE p.workspace_id = c.workspace_id AND p.contact_id = c.id) AS postals
                        FROM contact c
                        LEFT JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id AND a.deleted_at IS NULL
                        WHERE c.workspace_id = :workspace AND c.deleted_at IS NULL
                        ORDER BY c.id
                        """
                                .formatted(POINT, POSTAL))
                .param("workspace", viewer.workspace().value())
                .withFetchSize(FETCH)
                .query(row -> {
                    taker.accept(contact(row));
                });
    }

    private static ContactRecord contact(ResultSet row) throws SQLException {
        return new ContactRecord(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("external_id"),
                row.getString("display_name"),
                row.getString("prefix"),
                row.getString("given_name"),
                row.getString("middle_name"),
                row.getString("family_name"),
                row.getString("suffix"),
                row.getString("nickname"),
                row.getString("title"),
                row.getString("department"),
                id(row, "account_id").map(AccountId::new),
                row.getString("account_name"),
                list(row.getString("points"), new TypeReference<>() {}),
                list(row.getString("postals"), new TypeReference<>() {}),
                row.getString("birthday"),
                row.getString("language"),
                row.getString("time_zone"),
                row.getString("notes"),
                texts(row, "tags"),
                row.getString("source"),
                id(row, "owner_id").map(MemberId::new),
                row.getBoolean("colleague"),
                extra(row),
                at(row, "created_at"),
                at(row, "updated_at"));
    }

    public void accounts(Viewer viewer, Consumer<AccountRecord> taker) {
        jdbc.sql(
                        """
                        SELECT a.*,
                               (SELECT array_agg(d.domain ORDER BY d.domain) FROM account_domain d
                                WHERE d.workspace_id = a.workspace_id AND d.account_id = a.id) AS domains,
                               (SELECT %s FROM account_point p WHERE p.workspace_id = a.workspace_id AND p.account_id = a.id) AS points,
                               (SELECT %s FROM postal_address p WHERE p.workspace_id = a.workspace_id AND p.account_id = a.id) AS postals
                        FROM account a
                        WHERE a.workspace_id = :workspace AND a.deleted_at IS NULL
                        ORDER BY a.id
                        """
                                .formatted(POINT, POSTAL))
                .param("workspace", viewer.workspace().value())
                .withFetchSize(FETCH)
                .query(row -> {
                    taker.accept(account(row));
                });
    }

    private static AccountRecord account(ResultSet row) throws SQLException {
        return new AccountRecord(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("external_id"),
                row.getString("name"),
                texts(row, "domains"),
                row.getString("website"),
                row.getString("industry"),
                row.getString("size"),
                list(row.getString("points"), new TypeReference<>() {}),
                list(row.getString("postals"), new TypeReference<>() {}),
                id(row, "parent_id").map(AccountId::new),
                row.getString("notes"),
                texts(row, "tags"),
                id(row, "owner_id").map(MemberId::new),
                row.getBoolean("proposed"),
                extra(row),
                at(row, "created_at"),
                at(row, "updated_at"));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static <T> List<T> list(@Nullable String json, TypeReference<List<T>> type) {
        return json == null ? List.of() : JsonMapper.shared().readValue(json, type);
    }

    private static Map<String, Object> extra(ResultSet row) throws SQLException {
        return JsonMapper.shared().readValue(row.getString("extra"), new TypeReference<>() {});
    }
}
