package app.rapport.access;

import app.rapport.database.Vault;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers for a day what was answered under which key. An answer may tell a secret this once, or
 * name people: it is sealed, each for its own key, so that no backup tells it.
 */
@Repository
public class IdempotentAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

    /** One that takes longer has died with its server; the key is free again. */
    private static final Duration RUNS = Duration.ofMinutes(2);

    private static final int OPENED_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IdempotentAnswers(
            JdbcClient jdbc, Vault vault, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param request digest of what was asked
     * @param status empty while it is being done
     * @param body empty where it cannot be opened any more, as after a restore without the key
     */
    public record Remembered(
            byte[] request,
            Optional<Integer> status,
            String contentType,
            String etag,
            Optional<String> body) {}

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
                        SELECT request, status, content_type, etag, sealed FROM idempotent_answer
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
                                opened(viewer, viewer.member(), key, row.getBytes("sealed"))))
                .single();
    }

    private Optional<String> opened(
            Viewer viewer, MemberId member, String key, byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed)
                .flatMap(bytes -> vault.open(bytes, purpose(viewer, member, key)));
    }

    private static String purpose(Viewer viewer, MemberId member, String key) {
        return "idempotent answer " + viewer.workspace() + " " + member + " " + key;
    }

    private void remember(Viewer viewer, String key, Remembered answer) {
        jdbc.sql(
                        """
                        UPDATE idempotent_answer SET status = :status, content_type = :type, etag = :etag, sealed = :sealed
                        WHERE workspace_id = :workspace AND member_id = :member AND key = :key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("key", key)
                .param("status", answer.status().orElseThrow())
                .param("type", answer.contentType())
                .param("etag", answer.etag())
                .param(
                        "sealed",
                        vault.seal(answer.body().orElse(""), purpose(viewer, viewer.member(), key)))
                .update();
    }

    private record Kept(UUID member, String key, Optional<String> body) {
        boolean says(Collection<String> words) {
            return body.isEmpty() || words.stream().anyMatch(body.get()::contains);
        }
    }

    /** Forgets those that say any of these words, and those that nobody can open. */
    void forgetThatSay(Viewer viewer, Collection<String> words) {
        List<Kept> said;
        try (Stream<Kept> all = kept(viewer)) {
            said = all.filter(one -> one.says(words)).toList();
        }
        jdbc.sql(
                        """
                        DELETE FROM idempotent_answer a USING unnest(:members::uuid[], :keys::text[]) AS said (member_id, key)
                        WHERE a.workspace_id = :workspace AND a.member_id = said.member_id AND a.key = said.key
                        """)
                .param("workspace", viewer.workspace().value())
                .param("members", said.stream().map(Kept::member).toArray(UUID[]::new))
                .param("keys", said.stream().map(Kept::key).toArray(String[]::new))
                .update();
    }

    private Stream<Kept> kept(Viewer viewer) {
        return jdbc
                .sql(
                        """
                        SELECT member_id, key, sealed FROM idempotent_answer
                        WHERE workspace_id = :workspace AND status IS NOT NULL
                        """)
                .withFetchSize(OPENED_AT_ONCE)
                .param("workspace", viewer.workspace().value())
                .query((row, _) -> {
                    UUID member = row.getObject("member_id", UUID.class);
                    String key = row.getString("key");
                    return new Kept(
                            member,
                            key,
                            opened(viewer, new MemberId(member), key, row.getBytes("sealed")));
                })
                .stream();
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
