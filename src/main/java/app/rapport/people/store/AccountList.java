package app.rapport.people.store;

import app.rapport.database.Conditions;
import app.rapport.database.Keyset;
import app.rapport.database.Keyset.Key;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountLine;
import app.rapport.people.model.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Companies by name. */
@Repository
public class AccountList {
    private static final String COLUMNS =
            """
            a.id, a.name, a.proposed,
                   ARRAY(SELECT d.domain FROM account_domain d
                         WHERE d.workspace_id = a.workspace_id AND d.account_id = a.id ORDER BY d.domain) AS domains,
                   (SELECT count(*) FROM contact c
                    WHERE c.workspace_id = a.workspace_id AND c.account_id = a.id AND c.deleted_at IS NULL) AS people
            FROM account a
            """;

    private static final Keyset BY_NAME =
            Keyset.ascending(new Key("a.name_key", "text"), new Key("a.id", "uuid"));

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param words part of the name or the domain; empty for all
     * @param after where the page begins; empty from the first
     */
    public Slice<AccountLine> page(Viewer viewer, String words, String after, int most) {
        Conditions filters = filters(viewer, Names.fold(words));
        Conditions conditions = after.isEmpty() ? filters : BY_NAME.after(filters, after);
        List<Placed> lines =
                jdbc.sql(
                                "SELECT %s, %s WHERE %s ORDER BY %s LIMIT :most"
                                        .formatted(
                                                BY_NAME.place(),
                                                COLUMNS,
                                                conditions.sql(),
                                                BY_NAME.orderBy()))
                        .params(conditions.values())
                        .param("most", most + 1)
                        .query((row, _) -> new Placed(line(row), BY_NAME.cursor(row)))
                        .list();
        return Slice.of(lines, most, Placed::place).map(Placed::line);
    }

    private record Placed(AccountLine line, String place) {}

    private static Conditions filters(Viewer viewer, String words) {
        Conditions all =
                new Conditions()
                        .and("a.workspace_id = :workspace", "workspace", viewer.workspace().value())
                        .and("a.deleted_at IS NULL");
        if (words.isEmpty()) return all;
        return all.and(
                """
                (position(:words IN a.name_key) > 0
                 OR EXISTS (SELECT FROM account_domain d
                            WHERE d.workspace_id = a.workspace_id AND d.account_id = a.id
                              AND position(:words IN d.domain) > 0))\
                """,
                "words",
                words);
    }

    /** The companies that belong to this one. */
    public List<AccountLine> children(Viewer viewer, AccountId id) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                WHERE a.workspace_id = :workspace AND a.parent_id = :id AND a.deleted_at IS NULL
                                ORDER BY a.name_key, a.id
                                """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query((row, _) -> line(row))
                .list();
    }

    public Map<AccountId, AccountLine> lines(Viewer viewer, Collection<AccountId> ids) {
        Map<AccountId, AccountLine> lines = new HashMap<>();
        jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + "WHERE a.workspace_id = :workspace AND a.id = ANY(:ids) AND a.deleted_at IS NULL")
                .param("workspace", viewer.workspace().value())
                .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    AccountLine line = line(row);
                    lines.put(line.id(), line);
                });
        return lines;
    }

    private static AccountLine line(ResultSet row) throws SQLException {
        return new AccountLine(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                List.of((String[]) row.getArray("domains").getArray()),
                row.getLong("people"),
                row.getBoolean("proposed"));
    }

    /** Who works at each of these companies. */
    public Map<AccountId, List<PersonId>> peopleOf(Viewer viewer, Collection<AccountId> accounts) {
        Map<AccountId, List<PersonId>> people = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT account_id, id FROM contact
                        WHERE workspace_id = :workspace AND account_id = ANY(:accounts) AND deleted_at IS NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    people.computeIfAbsent(
                                    new AccountId(row.getObject("account_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(new PersonId(row.getObject("id", UUID.class)));
                });
        return people;
    }
}
