package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keys to the API, one member's each. Only their SHA-256 is stored, so they are shown once. */
@Service
public class Tokens {
    private static final String PREFIX = "rpt_";
    private static final int LONGEST_NAME = 100;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final OutsideWorkspace outside;
    private final KeyRows keys;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final Audit audit;
    private final Clock clock;

    Tokens(
            OutsideWorkspace outside,
            KeyRows keys,
            JdbcClient jdbc,
            InWorkspace work,
            Audit audit,
            Clock clock) {
        this.outside = outside;
        this.keys = keys;
        this.jdbc = jdbc;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param lastUsed to the minute
     */
    public record Token(
            UUID id, String name, Scope scope, Instant created, Optional<Instant> lastUsed) {}

    /**
     * A new token in clear, never to be had again.
     *
     * @throws Refused when the name is blank or too long
     */
    public String create(Viewer viewer, String name, Scope scope) {
        if (name.isBlank()) throw new Refused("name", "Give the token a name");
        if (name.length() > LONGEST_NAME)
            throw new Refused("name", "Use at most " + LONGEST_NAME + " characters");
        String token = PREFIX + Secrets.next();
        UUID id = Uuid7.next();
        work.run(
                viewer.workspace(),
                () -> {
                    insert(viewer, id, token, name.strip(), scope);
                    audit.record(viewer, "token.made", id, "scope");
                });
        return token;
    }

    private void insert(Viewer viewer, UUID id, String token, String name, Scope scope) {
        jdbc.sql(
                        """
                        INSERT INTO api_token (id, token_hash, workspace_id, member_id, name, scope, created_at)
                        VALUES (:id, :hash, :workspace, :member, :name, :scope, :now)
                        """)
                .param("id", id)
                .param("hash", Secrets.hash(token))
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("name", name)
                .param("scope", scope.key())
                .param("now", now())
                .update();
    }

    /** The viewer's tokens that still open the door, newest first. */
    public List<Token> list(Viewer viewer) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT id, name, scope, created_at, last_used_at FROM api_token
                        WHERE workspace_id = :workspace AND member_id = :member AND revoked_at IS NULL
                        ORDER BY id DESC
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query((row, _) ->
                        new Token(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                Scope.of(row.getString("scope")),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(
                                                row.getObject("last_used_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** False when the viewer has no such token, whoever else may have it. */
    public boolean revoke(Viewer viewer, UUID id) {
        return work.call(
                viewer.workspace(),
                () -> {
                    boolean ended = end(viewer, id);
                    if (ended) audit.record(viewer, "token.revoked", id);
                    return ended;
                });
    }

    private boolean end(Viewer viewer, UUID id) {
        return jdbc.sql(
                                """
                                UPDATE api_token SET revoked_at = :now
                                WHERE id = :id AND workspace_id = :workspace AND member_id = :member
                                  AND revoked_at IS NULL
                                """)
                        .param("id", id)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Whose token that is; empty when it is unknown or revoked. Notes the use once a minute. */
    Optional<Key> key(String token) {
        byte[] hash = Secrets.hash(token);
        Optional<KeyRows.Found> found = keys.byToken(hash);
        OffsetDateTime before = now().minus(NOTED_EVERY);
        found.filter(key -> !key.notedSince(before)).ifPresent(_ -> noteUse(hash, before));
        return found.map(key -> new Key(key.member(), Scope.of(key.word())));
    }

    /** Two requests of one moment write once: the second finds the row noted already. */
    private void noteUse(byte[] hash, OffsetDateTime before) {
        outside.jdbc()
                .sql(
                        """
                        UPDATE api_token SET last_used_at = :now
                        WHERE token_hash = :hash AND (last_used_at IS NULL OR last_used_at <= :before)
                        """)
                .param("hash", hash)
                .param("now", now())
                .param("before", before)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
