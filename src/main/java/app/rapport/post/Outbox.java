package app.rapport.post;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of outgoing mail. Each step is a transaction of its own: a crash leaves the last one.
 */
@Repository
class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail in our hands. */
    record Claimed(
            OutgoingId id,
            MemberId member,
            Outgoing.Author author,
            List<String> recipients,
            byte[] raw,
            int attempts) {}

    void add(
            Viewer viewer,
            OutgoingId id,
            Outgoing.Author author,
            Envelope envelope,
            Instant due,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outgoing_mail (workspace_id, id, member_id, author, message_id, recipients, subject, raw, state, due_at, created_at)
                        VALUES (:workspace, :id, :member, :author, :message, :recipients, :subject, :raw, 'waiting', :due, :now)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("member", viewer.member().value())
                .param("author", author.word())
                .param("message", envelope.messageId())
                .param("recipients", envelope.recipients().toArray(String[]::new))
                .param("subject", envelope.subject())
                .param("raw", envelope.raw())
                .param("due", utc(due))
                .param("now", utc(now))
                .update();
    }

    /**
     * Takes the next mail that is due; no other process gets it before {@code until}, unless ours
     * is gone. Should that be wrong, {@link #handingOver} lets only one of the two go on. The
     * choice is made once: as a plain subquery the planner may make it anew for each row.
     *
     * @param by this process's name
     */
    @Transactional
    Optional<Claimed> claim(WorkspaceId workspace, String by, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        WITH next AS MATERIALIZED (
                            SELECT id FROM outgoing_mail
                            WHERE workspace_id = :workspace
                              AND (state = 'waiting' AND due_at <= :now
                                   OR state = 'connecting' AND (claimed_until < :now OR process_gone(claimed_by)))
                            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE outgoing_mail m SET state = 'connecting', claimed_until = :until, claimed_by = :by, attempts = attempts + 1
                        FROM next WHERE m.workspace_id = :workspace AND m.id = next.id
                        RETURNING m.id, m.member_id, m.author, m.recipients, m.raw, m.attempts
                        """)
                .param("workspace", workspace.value())
                .param("now", utc(now))
                .param("until", utc(until))
                .param("by", by)
                .query((row, _) ->
                        new Claimed(
                                new OutgoingId(row.getObject("id", UUID.class)),
                                new MemberId(row.getObject("member_id", UUID.class)),
                                row.getString("author").equals(Outgoing.Author.PROGRAM.word())
                                        ? Outgoing.Author.PROGRAM
                                        : Outgoing.Author.PERSON,
                                List.of((String[]) row.getArray("recipients").getArray()),
                                row.getBytes("raw"),
                                row.getInt("attempts")))
                .optional();
    }

    /**
     * On the disk before the first word leaves: found so after a crash, it may have arrived.
     *
     * @throws IllegalStateException when it is no longer ours
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void handingOver(WorkspaceId workspace, OutgoingId id) {
        int ours =
                jdbc.sql(
                                "UPDATE outgoing_mail SET state = 'handing-over' WHERE workspace_id = :workspace AND id = :id AND state = 'connecting'")
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .update();
        if (ours != 1) throw new IllegalStateException("another process took " + id);
    }

    /** What the program wrote holds links that open something, and is no touch: it is not kept. */
    @Transactional
    void sent(WorkspaceId workspace, OutgoingId id, @Nullable String note, Instant now) {
        jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'sent', sent_at = :now, failure = :note, claimed_until = NULL,
                               announced_at = CASE author WHEN 'program' THEN :now::timestamptz END,
                               raw = CASE author WHEN 'program' THEN ''::bytea ELSE raw END
                        WHERE workspace_id = :workspace AND id = :id AND state IN ('connecting', 'handing-over', 'unclear')
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("now", utc(now))
                .param("note", note)
                .update();
    }

    @Transactional
    void later(WorkspaceId workspace, OutgoingId id, String why, Instant due) {
        jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'waiting', due_at = :due, failure = :why, claimed_until = NULL
                        WHERE workspace_id = :workspace AND id = :id AND state IN ('connecting', 'handing-over')
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("due", utc(due))
                .param("why", why)
                .update();
    }

    @Transactional
    void ended(WorkspaceId workspace, OutgoingId id, Outgoing.State state, String why) {
        jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = :state, failure = :why, claimed_until = NULL
                        WHERE workspace_id = :workspace AND id = :id AND state IN ('connecting', 'handing-over')
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("state", state.word())
                .param("why", why)
                .update();
    }

    /** Mails that a dead process was handing over: nobody knows whether they arrived. */
    @Transactional
    int cutOff(WorkspaceId workspace, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'unclear', claimed_until = NULL,
                               failure = 'Rapport was cut off while it was handed over: it may have arrived. Look into Sent before you send it again'
                        WHERE workspace_id = :workspace AND state = 'handing-over' AND (claimed_until < :now OR process_gone(claimed_by))
                        """)
                .param("workspace", workspace.value())
                .param("now", utc(now))
                .update();
    }

    /** Sent mails of which the other rooms were not told yet. */
    List<OutgoingId> unannounced(WorkspaceId workspace) {
        return jdbc.sql(
                        """
                        SELECT id FROM outgoing_mail
                        WHERE workspace_id = :workspace AND state = 'sent' AND announced_at IS NULL ORDER BY sent_at
                        """)
                .param("workspace", workspace.value())
                .query((row, _) -> new OutgoingId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Notes that the other rooms are told of it, who keep its words from now on; empty when another
     * process tells them.
     */
    Optional<MailSent> announce(WorkspaceId workspace, OutgoingId id, Instant now) {
        return jdbc.sql(
                        """
                        WITH told AS MATERIALIZED (
                            SELECT id, raw FROM outgoing_mail
                            WHERE workspace_id = :workspace AND id = :id AND announced_at IS NULL FOR UPDATE)
                        UPDATE outgoing_mail m SET announced_at = :now, raw = ''
                        FROM told WHERE m.workspace_id = :workspace AND m.id = told.id
                        RETURNING m.member_id, told.raw, m.sent_at
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("now", utc(now))
                .query((row, _) ->
                        new MailSent(
                                workspace,
                                new MemberId(row.getObject("member_id", UUID.class)),
                                id,
                                row.getBytes("raw"),
                                row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
