package app.rapport.mailboxes.store;

import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.MailboxId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sent mails that wait to be copied into a mailbox. */
@Repository
public class CopyRows {
    private final JdbcClient jdbc;

    CopyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Copy(UUID outgoing, byte[] raw) {}

    public void add(Viewer viewer, MailboxId id, Copy copy) {
        jdbc.sql(
                        """
                        INSERT INTO mailbox_copy (workspace_id, mailbox_id, outgoing_id, raw)
                        VALUES (:workspace, :mailbox, :outgoing, :raw) ON CONFLICT DO NOTHING
                        """)
                .param("workspace", viewer.workspace().value())
                .param("mailbox", id.value())
                .param("outgoing", copy.outgoing())
                .param("raw", copy.raw())
                .update();
    }

    public List<Copy> waiting(Viewer viewer, MailboxId id) {
        return jdbc.sql(
                        """
                        SELECT outgoing_id, raw FROM mailbox_copy
                        WHERE workspace_id = :workspace AND mailbox_id = :mailbox ORDER BY outgoing_id LIMIT 50
                        """)
                .param("workspace", viewer.workspace().value())
                .param("mailbox", id.value())
                .query((row, _) ->
                        new Copy(row.getObject("outgoing_id", UUID.class), row.getBytes("raw")))
                .list();
    }

    public void done(Viewer viewer, MailboxId id, UUID outgoing) {
        jdbc.sql(
                        """
                        DELETE FROM mailbox_copy
                        WHERE workspace_id = :workspace AND mailbox_id = :mailbox AND outgoing_id = :outgoing
                        """)
                .param("workspace", viewer.workspace().value())
                .param("mailbox", id.value())
                .param("outgoing", outgoing)
                .update();
    }
}
