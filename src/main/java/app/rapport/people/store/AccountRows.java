package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Account;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.Names;
import app.rapport.people.store.FieldRows.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in full, deleted ones too: whoever asks decides whether to show them. */
@Repository
public class AccountRows {
    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String READ =
            """
            SELECT r.id, %s, coalesce(p.name, '') AS parent_name, r.proposed, r.created_at, r.updated_at,
                   r.deleted_at IS NOT NULL AS deleted
            FROM account r
            LEFT JOIN account p ON p.workspace_id = r.workspace_id AND p.id = r.parent_id AND p.deleted_at IS NULL
            WHERE r.workspace_id = :workspace AND r.id = ANY(:ids)
            ORDER BY array_position(:ids, r.id)
            """
                    .formatted(FieldRows.selected(Subject.ACCOUNT, AccountField.values()));

    /** In the order of the ids. */
    public List<Account> read(Viewer viewer, Collection<AccountId> accounts) {
        if (accounts.isEmpty()) return List.of();
        return jdbc.sql(READ)
                .param("workspace", viewer.workspace().value())
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, _) -> account(row))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                FieldRows.texts(row, AccountField.values()),
                row.getString("parent_name"),
                row.getBoolean("proposed"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("deleted"));
    }

    /** Names of those that exist. */
    public Map<AccountId, String> names(Viewer viewer, Collection<AccountId> accounts) {
        Map<AccountId, String> names = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT id, name FROM account WHERE workspace_id = :workspace AND id = ANY(:ids) AND deleted_at IS NULL")
                .param("workspace", viewer.workspace().value())
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(
                            new AccountId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /** The company of that name, however it is written; the oldest where there are several. */
    public Optional<AccountId> named(Viewer viewer, String name) {
        return jdbc.sql(
                        """
                        SELECT id FROM account WHERE workspace_id = :workspace AND name_key = :key AND deleted_at IS NULL
                        ORDER BY id LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("key", Names.fold(name))
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    public void add(Viewer viewer, AccountId id, String name, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO account (workspace_id, id, name, name_key, owner_id, created_at, updated_at)
                        VALUES (:workspace, :id, :name, :key, :member, :at, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("name", name)
                .param("key", Names.fold(name))
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether that company stands somewhere below this one, or is it. */
    public boolean isBelow(Viewer viewer, AccountId lower, AccountId upper) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE up (id) AS (
                          SELECT :lower::uuid
                          UNION
                          SELECT a.parent_id FROM up
                          JOIN account a ON a.workspace_id = :workspace AND a.id = up.id
                          WHERE a.parent_id IS NOT NULL)
                        SELECT EXISTS (SELECT FROM up WHERE id = :upper)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("lower", lower.value())
                .param("upper", upper.value())
                .query(Boolean.class)
                .single();
    }

    /** Another company that has one of these domains. */
    public Optional<String> holder(Viewer viewer, AccountId other, Collection<String> domains) {
        return jdbc.sql(
                        """
                        SELECT d.domain || ' belongs to ' || coalesce(a.name, 'a company that you do not see')
                               || CASE WHEN a.deleted_at IS NULL THEN '' ELSE ', which was deleted' END
                        FROM account_domain d
                        LEFT JOIN account a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
                        WHERE d.workspace_id = :workspace AND d.domain = ANY(:domains) AND d.account_id <> :other
                        LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("domains", domains.toArray(String[]::new))
                .param("other", other.value())
                .query(String.class)
                .optional();
    }

    /** Says whether it is there; true when that was otherwise. */
    public boolean setDeleted(Viewer viewer, AccountId id, boolean deleted, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE account SET deleted_at = CASE WHEN :deleted THEN :at END, deleted_by = CASE WHEN :deleted THEN :member END, updated_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND merged_into IS NULL AND (deleted_at IS NOT NULL) <> :deleted
                                """)
                        .param("deleted", deleted)
                        .param("member", viewer.member().value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Somebody says that this company is one; true when nobody had. */
    public boolean confirm(Viewer viewer, AccountId id, Instant at) {
        return jdbc.sql(
                                """
                                UPDATE account SET proposed = false, updated_at = :at
                                WHERE workspace_id = :workspace AND id = :id AND proposed
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Takes a confirmation back. */
    public void propose(Viewer viewer, AccountId id, Instant at) {
        jdbc.sql(
                        "UPDATE account SET proposed = true, updated_at = :at WHERE workspace_id = :workspace AND id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    /**
     * Who works there, colleagues too, by name.
     *
     * @param after the last of the page before
     */
    public List<PersonId> people(Viewer viewer, AccountId id, Optional<PersonId> after, int most) {
        return jdbc.sql(
                        """
                        SELECT id FROM contact
                        WHERE workspace_id = :workspace AND account_id = :id AND deleted_at IS NULL
                          AND (cast(:after AS uuid) IS NULL
                               OR (name_key, id) > (SELECT l.name_key, l.id FROM contact l WHERE l.workspace_id = :workspace AND l.id = :after))
                        ORDER BY name_key, id LIMIT :most
                        """)
                .param("after", after.map(PersonId::value).orElse(null), Types.OTHER)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }
}
