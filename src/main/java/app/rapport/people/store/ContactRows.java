package app.rapport.people.store;

import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Contact;
import app.rapport.people.model.ContactField;
import app.rapport.people.store.FieldRows.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts in full, deleted ones too: whoever asks decides whether to show them. */
@Repository
public class ContactRows {
    private final JdbcClient jdbc;

    ContactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String READ =
            """
            SELECT r.id, %s, coalesce(a.name, '') AS account_name,
                   coalesce(member_name(r.workspace_id, r.owner_id), '') AS owner_name, r.colleague, r.source, r.created_at, r.updated_at,
                   r.deleted_at IS NOT NULL AS deleted
            FROM contact r
            LEFT JOIN account a ON a.workspace_id = r.workspace_id AND a.id = r.account_id AND a.deleted_at IS NULL
            WHERE r.workspace_id = :workspace AND r.id = ANY(:ids)
            ORDER BY array_position(:ids, r.id)
            """
                    .formatted(FieldRows.selected(Subject.CONTACT, ContactField.values()));

    /** In the order of the ids. */
    public List<Contact> read(Viewer viewer, Collection<PersonId> people) {
        if (people.isEmpty()) return List.of();
        return jdbc.sql(READ)
                .param("workspace", viewer.workspace().value())
                .param("ids", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> contact(row))
                .list();
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                new PersonId(row.getObject("id", UUID.class)),
                FieldRows.texts(row, ContactField.values()),
                row.getString("account_name"),
                row.getString("owner_name"),
                row.getBoolean("colleague"),
                row.getString("source"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("deleted"));
    }

    /** An empty contact, in the charge of who adds it. */
    public void add(Viewer viewer, PersonId id, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO contact (workspace_id, id, source, owner_id, created_at, updated_at)
                        VALUES (:workspace, :id, 'typed', :member, :at, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Somebody else who has one of these addresses. */
    public record Holder(String address, String name, boolean deleted) {}

    public Optional<Holder> holder(Viewer viewer, PersonId other, Collection<String> keys) {
        return jdbc.sql(
                        """
                        SELECT p.value, coalesce(c.display_name, 'somebody whom you do not see') AS name,
                               c.deleted_at IS NOT NULL AS deleted
                        FROM contact_point p
                        LEFT JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.contact_id
                        WHERE p.workspace_id = :workspace AND p.kind = 'mail' AND p.key = ANY(:keys) AND p.contact_id <> :other
                        LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("keys", keys.toArray(String[]::new))
                .param("other", other.value())
                .query((row, _) ->
                        new Holder(
                                row.getString("value"),
                                row.getString("name"),
                                row.getBoolean("deleted")))
                .optional();
    }

    /** The company at whose domain one of these addresses is. */
    public Optional<AccountId> companyOf(Viewer viewer, Collection<String> domains) {
        return jdbc.sql(
                        """
                        SELECT d.account_id FROM account_domain d
                        JOIN account a ON a.workspace_id = d.workspace_id AND a.id = d.account_id AND a.deleted_at IS NULL
                        WHERE d.workspace_id = :workspace AND d.domain = ANY(:domains)
                        LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("domains", domains.toArray(String[]::new))
                .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    public boolean isDeleted(Viewer viewer, PersonId id) {
        return jdbc.sql(
                        "SELECT deleted_at IS NOT NULL AND merged_into IS NULL FROM contact WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void delete(Viewer viewer, PersonId id, Instant at) {
        jdbc.sql(
                        "UPDATE contact SET deleted_at = :at, deleted_by = :member, updated_at = :at WHERE workspace_id = :workspace AND id = :id")
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
        jdbc.sql("DELETE FROM contact_search WHERE workspace_id = :workspace AND contact_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    public void restore(Viewer viewer, PersonId id, Instant at) {
        jdbc.sql(
                        "UPDATE contact SET deleted_at = NULL, deleted_by = NULL, updated_at = :at WHERE workspace_id = :workspace AND id = :id AND merged_into IS NULL")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }
}
