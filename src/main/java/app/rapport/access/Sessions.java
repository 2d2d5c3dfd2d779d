package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
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

/**
 * Who is logged in, in the database: sessions survive a restart and count on every server alike.
 * The browser holds 256 random bits, the table their SHA-256.
 */
@Service
public class Sessions {
    /** A session ends when it was not used for this long. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);
    private static final int LONGEST_AGENT = 200;

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final KeyRows keys;
    private final Audit audit;
    private final Clock clock;

    Sessions(
            OutsideWorkspace outside,
            JdbcClient jdbc,
            InWorkspace work,
            KeyRows keys,
            Audit audit,
            Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.work = work;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param csrf what forms of this session have to carry
     */
    public record Session(Member member, String csrf) {
        /** A session reaches as far as its member may. */
        public Key key() {
            return new Key(member, Scope.WRITE);
        }
    }

    /**
     * A session as its owner sees it.
     *
     * @param browser as the browser named itself
     * @param here the one that asks
     */
    public record Open(UUID id, String browser, Instant since, Instant lastSeen, boolean here) {}

    /** A new session for a member who gave their password; returns its secret. */
    public String open(Member member, String userAgent) {
        return open(member, userAgent, false);
    }

    /** One for whom the workspace's provider vouches: it counts in that workspace only. */
    public String openByProvider(Member member, String userAgent) {
        return open(member, userAgent, true);
    }

    private String open(Member member, String userAgent, boolean byProvider) {
        String secret = Secrets.next();
        work.run(
                member.workspace(),
                () -> {
                    jdbc.sql("DELETE FROM session WHERE expires_at < :now")
                            .param("now", now())
                            .update();
                    insert(member, userAgent, secret, byProvider);
                    audit.record(
                            member.viewer(),
                            "session.opened",
                            byProvider ? new String[] {"provider"} : new String[0]);
                });
        return secret;
    }

    private void insert(Member member, String userAgent, String secret, boolean byProvider) {
        jdbc.sql(
                        """
                        INSERT INTO session (token_hash, login_id, workspace_id, member_id, csrf_token,
                                             created_at, last_seen_at, expires_at, user_agent, by_provider)
                        SELECT :hash, login_id, workspace_id, member_id, :csrf, :now, :now, :end, :agent, :provider
                        FROM membership WHERE workspace_id = :workspace AND member_id = :member
                        """)
                .param("hash", Secrets.hash(secret))
                .param("csrf", Secrets.next())
                .param("now", now())
                .param("end", now().plus(LIFE))
                .param("agent", userAgent.substring(0, Math.min(userAgent.length(), LONGEST_AGENT)))
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("provider", byProvider)
                .update();
    }

    /** Whether a provider opened it: it reaches nothing of the login but this workspace. */
    public boolean isByProvider(String secret) {
        return outside.jdbc()
                .sql("SELECT EXISTS (SELECT FROM session WHERE token_hash = :hash AND by_provider)")
                .param("hash", Secrets.hash(secret))
                .query(Boolean.class)
                .single();
    }

    /** The session of that secret, while it lives; using it lengthens its life. */
    public Optional<Session> find(String secret) {
        byte[] hash = Secrets.hash(secret);
        OffsetDateTime now = now();
        Optional<KeyRows.Found> found = keys.bySession(hash, now);
        found.filter(key -> !key.notedSince(now.minus(NOTED_EVERY))).ifPresent(_ -> lengthen(hash));
        return found.map(key -> new Session(key.member(), key.word()));
    }

    private void lengthen(byte[] hash) {
        outside.jdbc()
                .sql(
                        "UPDATE session SET last_seen_at = :now, expires_at = :end WHERE token_hash = :hash")
                .param("hash", hash)
                .param("now", now())
                .param("end", now().plus(LIFE))
                .update();
    }

    public void close(String secret) {
        outside.jdbc()
                .sql("DELETE FROM session WHERE token_hash = :hash")
                .param("hash", Secrets.hash(secret))
                .update();
    }

    /** Ends every session of the member but this one; returns how many there were. */
    public int closeOthers(Member member, String secret) {
        return outside.jdbc()
                .sql(
                        """
                        DELETE FROM session
                        WHERE token_hash <> :hash AND login_id = (
                            SELECT login_id FROM membership
                            WHERE workspace_id = :workspace AND member_id = :member)
                          AND (workspace_id = :workspace OR NOT EXISTS (
                            SELECT FROM session here WHERE here.token_hash = :hash AND here.by_provider))
                        """)
                .param("hash", Secrets.hash(secret))
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .update();
    }

    /** Everywhere this login is logged in, the most recently used first. */
    public List<Open> list(Member member, String secret) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT id, user_agent, created_at, last_seen_at, token_hash = :hash AS here
                        FROM session
                        WHERE expires_at > :now AND login_id = (
                            SELECT login_id FROM membership
                            WHERE workspace_id = :workspace AND member_id = :member)
                          AND (workspace_id = :workspace OR NOT EXISTS (
                            SELECT FROM session here WHERE here.token_hash = :hash AND here.by_provider))
                        ORDER BY here DESC, last_seen_at DESC
                        """)
                .param("hash", Secrets.hash(secret))
                .param("now", now())
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .query((row, _) ->
                        new Open(
                                row.getObject("id", UUID.class),
                                row.getString("user_agent"),
                                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("here")))
                .list();
    }

    /**
     * False when this login has no such session, whoever else may have it.
     *
     * @param secret of the session that asks
     */
    public boolean end(Member member, UUID id, String secret) {
        return outside.jdbc()
                        .sql(
                                """
                                DELETE FROM session
                                WHERE id = :id AND login_id = (
                                    SELECT login_id FROM membership
                                    WHERE workspace_id = :workspace AND member_id = :member)
                                  AND (workspace_id = :workspace OR NOT EXISTS (
                                    SELECT FROM session here WHERE here.token_hash = :hash AND here.by_provider))
                                """)
                        .param("id", id)
                        .param("hash", Secrets.hash(secret))
                        .param("workspace", member.workspace().value())
                        .param("member", member.id().value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
