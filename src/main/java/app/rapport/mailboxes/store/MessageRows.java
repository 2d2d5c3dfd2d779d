package app.rapport.mailboxes.store;

import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.Folder;
import app.rapport.mailboxes.model.MailboxId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which message of which folder is here. */
@Repository
public class MessageRows {
    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param touches one for each number; empty where the message was set aside. What is no touch
     *     is somebody who was erased: their mail counts as known, and is nowhere
     */
    public void here(
            Viewer viewer,
            MailboxId id,
            Folder folder,
            List<Long> uids,
            List<Optional<UUID>> touches) {
        jdbc.sql(
                        """
                        INSERT INTO mailbox_message (workspace_id, mailbox_id, folder, uid, touch_id, set_aside)
                        SELECT :workspace, :id, :folder, m.uid, t.id, m.touch IS NULL
                        FROM unnest(:uids::bigint[], :touches::uuid[]) AS m (uid, touch)
                        LEFT JOIN touch t ON t.workspace_id = :workspace AND t.id = m.touch
                        ON CONFLICT (workspace_id, mailbox_id, folder, uid)
                        DO UPDATE SET touch_id = excluded.touch_id, set_aside = excluded.set_aside, gone = false
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("folder", folder.number())
                .param("uids", uids.toArray(Long[]::new))
                .param(
                        "touches",
                        touches.stream().map(touch -> touch.orElse(null)).toArray(UUID[]::new))
                .update();
    }

    /**
     * The numbers that are here, in order: those set aside, and those whose touch lies in the
     * member's archive. A row alone proves nothing.
     */
    public long[] here(Viewer viewer, MailboxId id, Folder folder) {
        return jdbc
                .sql(
                        """
                        SELECT m.uid FROM mailbox_message m
                        WHERE m.workspace_id = :workspace AND m.mailbox_id = :id AND m.folder = :folder AND NOT m.gone
                          AND (m.touch_id IS NULL OR EXISTS (
                              SELECT FROM touch_owner o
                              WHERE o.workspace_id = m.workspace_id AND o.member_id = :member AND o.touch_id = m.touch_id))
                        ORDER BY m.uid
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .param("folder", folder.number())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The server has these no more. */
    public void gone(Viewer viewer, MailboxId id, Folder folder, long[] uids) {
        if (uids.length == 0) return;
        jdbc.sql(
                        """
                        UPDATE mailbox_message SET gone = true
                        WHERE workspace_id = :workspace AND mailbox_id = :id AND folder = :folder AND uid = ANY(:uids)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("folder", folder.number())
                .param("uids", java.util.Arrays.stream(uids).boxed().toArray(Long[]::new))
                .update();
    }
}
