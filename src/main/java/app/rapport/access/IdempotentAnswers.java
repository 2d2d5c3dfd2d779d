package app.rapport.access;

import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers for a day what was answered under which key. */
@Repository
public class IdempotentAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

    /** One that takes longer has died with its server; the key is free again. */
    private static final Duration RUNS = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param request digest of what was asked
     * @param status empty while it is being done
     */
    public record Remembered(
            byte[] request,
            Optional<Integer> status,
            String contentType,
            String etag,
            byte[] body) {}

    /** Takes the key for a request; empty when it was free, else what stands under it. */
    public Optional<Remembered> claim(Viewer viewer, String key, byte[] request) {
        forget(viewer);
        int claimed =
                jdbc.sql(
                                """
                                INSERT INTO idempotent_answer (workspace_id, member_id, key, request, at)
                                VALUES (:workspace, :member, :key, :request, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("key", key)
                        .param("request", request)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        return claimed == 1 ? Optional.empty() : Optional.of(standing(viewer, key));
    }

    private void forget(Viewer viewer) {
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        DELETE FROM idempotent_answer
                        WHERE workspace_id = :workspace AND (at < :kept OR status IS NULL AND at < :runs)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("kept", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .param("runs", now.minus(RUNS).atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Does the work and remembers its answer in one transaction: a program that dies between the
     * two would have done it, and do it again for whoever asks again.
     *
     * @param work what was answered; empty when the request was refused
     */
    public void together(Viewer viewer, String key, Supplier<Optional<Remembered>> work) {
        boolean done = false;
        try {
            done =
                    Boolean.TRUE.equals(
                            transaction.execute(status -> did(viewer, key, work.get(), status)));
        } finally {
            if (!done) release(viewer, key);
        }
    }

    private boolean did(
            Viewer viewer, String key, Optional<Remembered> answer, TransactionStatus status) {
        if (answer.isEmpty()) status.setRollbackOnly();
        else remember(viewer, key, answer.get());
        return answer.isPresent();
    }

    private Remembered standing(Viewer viewer, String key) {
        return jdbc.sql(
                        """
                        SELECT request, status, content_type, etag, body FROM idempotent_answer
                        WHERE workspace_id = :workspace AND member_id = :member AND key = :key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("key", key)
                .query((row, _) ->
                        new Remembered(
                                row.getBytes("request"),
                                Optional.ofNullable(row.getObject("status", Integer.class)),
                                row.getString("content_type"),
                                row.getString("etag"),
                                row.getBytes("body")))
                .single();
    }

    private void remember(Viewer viewer, String key, Remembered answer) {
        jdbc.sql(
                        """
                        UPDATE idempotent_answer SET status = :status, content_type = :type, etag = :etag, body = :body
                        WHERE workspace_id = :workspace AND member_id = :member AND key = :key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("key", key)
                .param("status", answer.status().orElseThrow())
                .param("type", answer.contentType())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .update();
    }

    /** Nothing was done under the key; it may be used again. */
    private void release(Viewer viewer, String key) {
        jdbc.sql(
                        """
                        DELETE FROM idempotent_answer
                        WHERE workspace_id = :workspace AND member_id = :member AND key = :key AND status IS NULL
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("key", key)
                .update();
    }
}
