package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
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
            SELECT a.id, a.name, a.name_key, a.proposed,
                   ARRAY(SELECT d.domain FROM account_domain d
                         WHERE d.workspace_id = a.workspace_id AND d.account_id = a.id ORDER BY d.domain) AS domains,
                   (SELECT count(*) FROM contact c
                    WHERE c.workspace_id = a.workspace_id AND c.account_id = a.id AND c.deleted_at IS NULL) AS people
            FROM account a
            """;

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param words part of the name or the domain; empty for all
     * @param afterKey folded name of the last of the page before, {@code afterId} its id; both
     *     empty from the first
     */
    public List<AccountLine> page(
            Viewer viewer, String words, String afterKey, String afterId, int most) {
        String folded = Names.fold(words);
        return jdbc.sql(
                        COLUMNS
                                + """
                                WHERE a.workspace_id = :workspace AND a.deleted_at IS NULL
                                  AND (a.name_key, a.id) > (:afterKey, :afterId::uuid)
                                  AND (:words = '' OR position(:words IN a.name_key) > 0
                                       OR EXISTS (SELECT FROM account_domain d
                                                  WHERE d.workspace_id = a.workspace_id AND d.account_id = a.id
                                                    AND position(:words IN d.domain) > 0))
                                ORDER BY a.name_key, a.id
                                LIMIT :most
                                """)
                .param("workspace", viewer.workspace().value())
                .param("words", folded)
                .param("afterKey", afterKey)
                .param("afterId", afterId.isEmpty() ? new UUID(0, 0).toString() : afterId)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    /** The companies that belong to this one. */
    public List<AccountLine> children(Viewer viewer, AccountId id) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                WHERE a.workspace_id = :workspace AND a.parent_id = :id AND a.deleted_at IS NULL
                                ORDER BY a.name_key, a.id
                                """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query((row, _) -> line(row))
                .list();
    }

    private static AccountLine line(ResultSet row) throws SQLException {
        return new AccountLine(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("name_key"),
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
