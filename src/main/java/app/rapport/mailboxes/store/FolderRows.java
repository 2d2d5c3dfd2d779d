package app.rapport.mailboxes.store;

import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.Folder;
import app.rapport.mailboxes.model.Folder.Standing;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.MailboxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Folders of mailboxes, and how far each is read. */
@Repository
public class FolderRows {
    private final JdbcClient jdbc;

    FolderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a folder that the server has; what was chosen before stays so. */
    public void there(Viewer viewer, MailboxId id, String name, FolderRole role, boolean chosen) {
        jdbc.sql(
                        """
                        INSERT INTO mailbox_folder (workspace_id, mailbox_id, number, name, role, chosen)
                        SELECT :workspace, :id, coalesce(max(number) + 1, 0), :name, :role, :chosen
                        FROM mailbox_folder WHERE workspace_id = :workspace AND mailbox_id = :id
                        ON CONFLICT (workspace_id, mailbox_id, name) DO UPDATE SET there = true, role = excluded.role
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("name", name)
                .param("role", role.word())
                .param("chosen", chosen)
                .update();
    }

    /** The server has only these now. */
    public void onlyThere(Viewer viewer, MailboxId id, Set<String> names) {
        jdbc.sql(
                        """
                        UPDATE mailbox_folder SET there = false
                        WHERE workspace_id = :workspace AND mailbox_id = :id AND there AND name <> ALL(:names)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("names", names.toArray(String[]::new))
                .update();
    }

    public void choose(Viewer viewer, MailboxId id, Set<String> names) {
        jdbc.sql(
                        """
                        UPDATE mailbox_folder SET chosen = name = ANY(:names)
                        WHERE workspace_id = :workspace AND mailbox_id = :id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("names", names.toArray(String[]::new))
                .update();
    }

    /** All of them are compared again: other messages are wanted now. */
    public void fromTheBegin(Viewer viewer, MailboxId id) {
        jdbc.sql(
                        "UPDATE mailbox_folder SET last_uid = 0 WHERE workspace_id = :workspace AND mailbox_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    /** Those that the server has. */
    public List<Folder> of(Viewer viewer, MailboxId id) {
        return jdbc.sql(
                        """
                        SELECT * FROM mailbox_folder
                        WHERE workspace_id = :workspace AND mailbox_id = :id AND there ORDER BY number
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query(FolderRows::folder)
                .list();
    }

    /** The server numbers its messages anew: all are read again, and known by what they say. */
    public void renumbered(Viewer viewer, MailboxId id, Folder folder, long uidValidity) {
        jdbc.sql(
                        """
                        DELETE FROM mailbox_message
                        WHERE workspace_id = :workspace AND mailbox_id = :id AND folder = :folder
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("folder", folder.number())
                .update();
        set(viewer, id, folder, "uid_validity = :value, last_uid = 0, uid_next = 0")
                .param("value", uidValidity)
                .update();
    }

    /** How many messages the server has that are young enough. */
    public void wanted(Viewer viewer, MailboxId id, Folder folder, long wanted, long messages) {
        set(viewer, id, folder, "wanted = :value, messages = :messages")
                .param("value", wanted)
                .param("messages", messages)
                .update();
    }

    /** Read to its end, as the server had it then. */
    public void readTo(
            Viewer viewer, MailboxId id, Folder folder, long lastUid, Standing as, long wanted) {
        set(
                        viewer,
                        id,
                        folder,
                        """
                        last_uid = greatest(last_uid, :value), uid_validity = :validity, uid_next = :next, messages = :messages,
                        mod_seq = :seq, wanted = :wanted
                        """)
                .param("value", lastUid)
                .param("validity", as.uidValidity())
                .param("next", as.uidNext())
                .param("messages", as.messages())
                .param("seq", as.modSeq())
                .param("wanted", wanted)
                .update();
    }

    public void compared(Viewer viewer, MailboxId id, Folder folder, Instant now) {
        set(viewer, id, folder, "compared_at = :value")
                .param("value", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void gap(Viewer viewer, MailboxId id, Folder folder, int missing, Instant now) {
        set(viewer, id, folder, "gap = :value, mended = 0, gap_at = :now")
                .param("value", missing)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void mended(Viewer viewer, MailboxId id, Folder folder, int more) {
        set(viewer, id, folder, "mended = least(gap, mended + :value)")
                .param("value", more)
                .update();
    }

    private JdbcClient.StatementSpec set(
            Viewer viewer, MailboxId id, Folder folder, String assignments) {
        return jdbc.sql(
                        "UPDATE mailbox_folder SET "
                                + assignments
                                + " WHERE workspace_id = :workspace AND mailbox_id = :id AND number = :folder")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("folder", folder.number());
    }

    private static Folder folder(ResultSet row, int n) throws SQLException {
        return new Folder(
                row.getInt("number"),
                row.getString("name"),
                FolderRole.of(row.getString("role")),
                row.getBoolean("chosen"),
                row.getLong("uid_validity"),
                row.getLong("last_uid"),
                new Standing(
                        row.getLong("uid_validity"),
                        row.getLong("uid_next"),
                        row.getLong("messages"),
                        row.getLong("mod_seq")),
                row.getLong("wanted"));
    }

    /** How much of each folder is here, counted. */
    public List<FolderCount> counts(Viewer viewer, MailboxId id) {
        return jdbc.sql(
                        """
                        SELECT f.*, coalesce(m.here, 0) AS here, coalesce(m.aside, 0) AS aside, coalesce(m.gone, 0) AS gone
                        FROM mailbox_folder f
                        LEFT JOIN (
                            SELECT folder, count(*) FILTER (WHERE NOT gone AND NOT set_aside) AS here,
                                   count(*) FILTER (WHERE NOT gone AND set_aside) AS aside, count(*) FILTER (WHERE gone) AS gone
                            FROM mailbox_message WHERE workspace_id = :workspace AND mailbox_id = :id GROUP BY folder) m ON m.folder = f.number
                        WHERE f.workspace_id = :workspace AND f.mailbox_id = :id AND (f.there OR m.folder IS NOT NULL)
                        ORDER BY f.number
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query((row, _) ->
                        new FolderCount(
                                row.getString("name"),
                                FolderRole.of(row.getString("role")),
                                row.getBoolean("chosen"),
                                row.getLong("wanted"),
                                row.getLong("here"),
                                row.getLong("aside"),
                                Math.max(0, row.getLong("messages") - row.getLong("wanted")),
                                row.getLong("gone"),
                                row.getInt("gap"),
                                row.getInt("mended"),
                                MailboxRows.at(row, "gap_at")))
                .list();
    }
}
