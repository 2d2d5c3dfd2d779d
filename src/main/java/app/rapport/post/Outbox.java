package app.rapport.post;

import app.rapport.kernel.Cursor;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
            OutgoingId id, MemberId member, List<String> recipients, byte[] raw, int attempts) {}

    void add(Viewer viewer, OutgoingId id, Envelope envelope, Instant due, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO outgoing_mail (workspace_id, id, member_id, message_id, recipients, subject, raw, state, due_at, created_at)
                        VALUES (:workspace, :id, :member, :message, :recipients, :subject, :raw, 'waiting', :due, :now)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("member", viewer.member().value())
                .param("message", envelope.messageId())
                .param("recipients", envelope.recipients().toArray(String[]::new))
                .param("subject", envelope.subject())
                .param("raw", envelope.raw())
                .param("due", utc(due))
                .param("now", utc(now))
                .update();
    }

    /**
     * Takes the next mail that is due; no other process gets it before {@code until}. The choice is
     * made once: as a plain subquery the planner may make it anew for each row.
     */
    @Transactional
    Optional<Claimed> claim(WorkspaceId workspace, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        WITH next AS MATERIALIZED (
                            SELECT id FROM outgoing_mail
                            WHERE workspace_id = :workspace
                              AND (state = 'waiting' AND due_at <= :now OR state = 'connecting' AND claimed_until < :now)
                            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE outgoing_mail m SET state = 'connecting', claimed_until = :until, attempts = attempts + 1
                        FROM next WHERE m.workspace_id = :workspace AND m.id = next.id
                        RETURNING m.id, m.member_id, m.recipients, m.raw, m.attempts
                        """)
                .param("workspace", workspace.value())
                .param("now", utc(now))
                .param("until", utc(until))
                .query((row, _) ->
                        new Claimed(
                                new OutgoingId(row.getObject("id", UUID.class)),
                                new MemberId(row.getObject("member_id", UUID.class)),
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

    @Transactional
    void sent(WorkspaceId workspace, OutgoingId id, @Nullable String note, Instant now) {
        jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'sent', sent_at = :now, failure = :note, claimed_until = NULL
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
                        WHERE workspace_id = :workspace AND state = 'handing-over' AND claimed_until < :now
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

    /** Notes that the other rooms are told of it; empty when another process tells them. */
    Optional<MailSent> announce(WorkspaceId workspace, OutgoingId id, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE outgoing_mail SET announced_at = :now
                        WHERE workspace_id = :workspace AND id = :id AND announced_at IS NULL
                        RETURNING member_id, raw, sent_at
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

    /** Moves a member's own mail from one state to another; how many did. */
    @Transactional
    public int decide(
            Viewer viewer,
            OutgoingId id,
            List<Outgoing.State> from,
            Outgoing.State to,
            Instant due) {
        return jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = :to, due_at = :due, claimed_until = NULL, attempts = 0
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND state = ANY(:from)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .param("from", from.stream().map(Outgoing.State::word).toArray(String[]::new))
                .param("to", to.word())
                .param("due", utc(due))
                .update();
    }

    Slice<Outgoing> ofMember(Viewer viewer, Optional<String> cursor, int limit) {
        Optional<Cursor> after = cursor.map(text -> Cursor.read(text, 2));
        List<Outgoing> page =
                jdbc.sql(
                                """
                                SELECT id, recipients, subject, state, due_at, attempts, failure, created_at, sent_at FROM outgoing_mail
                                WHERE workspace_id = :workspace AND member_id = :member
                                  AND (:at::timestamptz IS NULL OR (created_at, id) < (:at::timestamptz, :after::uuid))
                                ORDER BY created_at DESC, id DESC LIMIT :most
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("at", after.map(c -> c.keys().get(0)).orElse(null), Types.VARCHAR)
                        .param("after", after.map(c -> c.keys().get(1)).orElse(null), Types.VARCHAR)
                        .param("most", limit + 1)
                        .query(Outbox::outgoing)
                        .list();
        return Slice.of(
                page,
                limit,
                mail -> Cursor.at(mail.createdAt().toString(), mail.id().toString()).text());
    }

    Optional<Outgoing> one(Viewer viewer, OutgoingId id) {
        return jdbc.sql(
                        """
                        SELECT id, recipients, subject, state, due_at, attempts, failure, created_at, sent_at FROM outgoing_mail
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .query(Outbox::outgoing)
                .optional();
    }

    private static Outgoing outgoing(ResultSet row, int n) throws SQLException {
        return new Outgoing(
                new OutgoingId(row.getObject("id", UUID.class)),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                Outgoing.State.of(row.getString("state")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("failure")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
