package app.rapport.access;

import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers for a day what was answered under which key. */
@Repository
public class IdempotentAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

    /** One that takes longer has died with its server; the key is free again. */
    private static final Duration RUNS = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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

    public void remember(
            Viewer viewer, String key, int status, String contentType, String etag, byte[] body) {
        jdbc.sql(
                        """
                        UPDATE idempotent_answer SET status = :status, content_type = :type, etag = :etag, body = :body
                        WHERE workspace_id = :workspace AND member_id = :member AND key = :key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("key", key)
                .param("status", status)
                .param("type", contentType)
                .param("etag", etag)
                .param("body", body)
                .update();
    }

    /** Nothing was done under the key; it may be used again. */
    public void release(Viewer viewer, String key) {
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
