package app.rapport.mailboxes.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mailboxes and how they stand. */
@Repository
public class MailboxRows {
    private final JdbcClient jdbc;

    MailboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the member reads that mailbox already. */
    public boolean insert(Viewer viewer, Mailbox box, byte[] secret) {
        return jdbc.sql(
                                """
                                INSERT INTO mailbox (workspace_id, id, member_id, import_id, host, port, security, login, method, secret,
                                                     since, every_folder, state, created_at)
                                VALUES (:workspace, :id, :member, :import, :host, :port, :security, :login, :method, :secret,
                                        :since, :every, :state, :now)
                                ON CONFLICT (workspace_id, member_id, host, login) DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", box.id().value())
                        .param("member", viewer.member().value())
                        .param("import", box.record().value())
                        .param("host", box.server().host())
                        .param("port", box.server().port())
                        .param("security", box.server().security().word())
                        .param("login", box.server().login())
                        .param("method", box.server().method().word())
                        .param("secret", secret)
                        .param("since", box.since().orElse(null), Types.DATE)
                        .param("every", box.everyFolder())
                        .param("state", box.state().word())
                        .param("now", box.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The viewer's own. */
    public List<Mailbox> of(Viewer viewer) {
        return jdbc.sql(
                        "SELECT * FROM mailbox WHERE workspace_id = :workspace AND member_id = :member ORDER BY created_at, id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(MailboxRows::mailbox)
                .list();
    }

    /** Everybody's. */
    public List<Mailbox> all(Viewer viewer) {
        return jdbc.sql(
                        "SELECT * FROM mailbox WHERE workspace_id = :workspace ORDER BY created_at, id")
                .param("workspace", viewer.workspace().value())
                .query(MailboxRows::mailbox)
                .list();
    }

    /** One of the viewer's own. */
    public Optional<Mailbox> one(Viewer viewer, MailboxId id) {
        return of(viewer).stream().filter(box -> box.id().equals(id)).findFirst();
    }

    /** Anybody's: for those who keep up with it. */
    public Optional<Mailbox> kept(UUID workspace, MailboxId id) {
        return jdbc.sql("SELECT * FROM mailbox WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", workspace)
                .param("id", id.value())
                .query(MailboxRows::mailbox)
                .optional();
    }

    /** Held until the end of the transaction: it may be renewed. */
    public byte[] secret(Viewer viewer, MailboxId id) {
        return jdbc.sql(
                        """
                        SELECT secret FROM mailbox
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id FOR UPDATE
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }

    /** The same secret with a newer token in it. */
    public void reseal(Viewer viewer, MailboxId id, byte[] secret) {
        change(viewer, id, "secret = :value").param("value", secret).update();
    }

    /** A new password; the mailbox is read again. */
    public void mend(Viewer viewer, MailboxId id, byte[] secret) {
        change(
                        viewer,
                        id,
                        "secret = :value, state = 'active', trouble = NULL, trouble_since = NULL")
                .param("value", secret)
                .update();
    }

    public void state(Viewer viewer, MailboxId id, Mailbox.State state) {
        change(viewer, id, "state = :value, trouble = NULL, trouble_since = NULL")
                .param("value", state.word())
                .update();
    }

    public void trouble(Viewer viewer, MailboxId id, boolean lasting, String words, Instant now) {
        change(
                        viewer,
                        id,
                        """
                        trouble = :value, trouble_since = coalesce(trouble_since, :now),
                        state = CASE WHEN :lasting AND state = 'active' THEN 'stopped' ELSE state END
                        """)
                .param("value", words)
                .param("lasting", lasting)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void asked(Viewer viewer, MailboxId id, Instant now) {
        change(viewer, id, "asked_at = :value")
                .param("value", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of it is here as of that moment. */
    public void synced(Viewer viewer, MailboxId id, boolean checked, Instant as) {
        change(
                        viewer,
                        id,
                        """
                        synced_at = :value, trouble = NULL, trouble_since = NULL,
                        checked_at = CASE WHEN :checked THEN :value ELSE checked_at END
                        """)
                .param("value", as.atOffset(ZoneOffset.UTC))
                .param("checked", checked)
                .update();
    }

    public void owesConclusion(Viewer viewer, MailboxId id, boolean owes) {
        change(viewer, id, "owes_conclusion = :value").param("value", owes).update();
    }

    public void choose(Viewer viewer, MailboxId id, boolean every, Optional<LocalDate> since) {
        change(viewer, id, "every_folder = :value, since = :since")
                .param("value", every)
                .param("since", since.orElse(null), Types.DATE)
                .update();
    }

    public void delete(Viewer viewer, MailboxId id) {
        jdbc.sql(
                        "DELETE FROM mailbox WHERE workspace_id = :workspace AND member_id = :member AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .update();
    }

    private JdbcClient.StatementSpec change(Viewer viewer, MailboxId id, String set) {
        return jdbc.sql(
                        "UPDATE mailbox SET "
                                + set
                                + " WHERE workspace_id = :workspace AND member_id = :member AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value());
    }

    private static Mailbox mailbox(ResultSet row, int n) throws SQLException {
        return new Mailbox(
                new MailboxId(row.getObject("id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                new ImportId(row.getObject("import_id", UUID.class)),
                new MailServer(
                        row.getString("host"),
                        row.getInt("port"),
                        MailServer.Security.of(row.getString("security")).orElseThrow(),
                        row.getString("login"),
                        MailServer.Method.of(row.getString("method")).orElseThrow()),
                Optional.ofNullable(row.getObject("since", LocalDate.class)),
                row.getBoolean("every_folder"),
                Mailbox.State.of(row.getString("state")),
                Optional.ofNullable(row.getString("trouble")),
                at(row, "trouble_since"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                at(row, "synced_at"),
                at(row, "checked_at"),
                at(row, "asked_at"),
                row.getBoolean("owes_conclusion"));
    }

    static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
