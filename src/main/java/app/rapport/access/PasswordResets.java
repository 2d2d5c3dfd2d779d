package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.WorkspaceId;
import app.rapport.post.Letter;
import app.rapport.post.NotSendable;
import app.rapport.post.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * A new password for who forgot theirs, by a link to the address that they log in by. Whoever asks
 * learns nothing about which addresses there are.
 */
@Service
public class PasswordResets {
    public static final Duration LIFE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    private static final int FOR_AN_ADDRESS = 3;
    private static final int FROM_A_PLACE = 20;

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final Access access;
    private final Passwords passwords;
    private final Audit audit;
    private final Post post;
    private final BaseAddress base;
    private final Attempts attempts;
    private final Clock clock;

    PasswordResets(
            OutsideWorkspace outside,
            JdbcClient jdbc,
            InWorkspace work,
            Access access,
            Passwords passwords,
            Audit audit,
            Post post,
            BaseAddress base,
            Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.work = work;
        this.access = access;
        this.passwords = passwords;
        this.audit = audit;
        this.post = post;
        this.base = base;
        this.attempts = new Attempts(outside, clock);
        this.clock = clock;
    }

    /**
     * Sends a link where somebody logs in by that address and one of their workspaces can send
     * mail. On a thread of its own: how long it takes would tell whether there is such a login.
     *
     * @param from the network address that asks
     * @return false when it was asked too often, whoever it was asked for
     */
    public boolean ask(String email, String from) {
        String forWhom = "reset:" + Access.keyOf(email);
        String place = "reset-from:" + Attempts.network(from);
        if (attempts.of(forWhom) >= FOR_AN_ADDRESS || attempts.of(place) >= FROM_A_PLACE)
            return false;
        attempts.note(List.of(forWhom, place));
        Thread.ofVirtual().name("password-reset").start(() -> sendQuietly(email));
        return true;
    }

    private void sendQuietly(String email) {
        try {
            send(email);
        } catch (RuntimeException e) {
            LOG.warn("a link for a new password is not sent", e);
        }
    }

    void send(String email) {
        for (Row row : memberships(email)) {
            Optional<Member> member = access.member(row.workspace(), row.member());
            if (member.isPresent() && order(row.login(), member.get())) return;
        }
    }

    private record Row(UUID login, WorkspaceId workspace, MemberId member) {}

    private List<Row> memberships(String email) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT l.id, m.workspace_id, m.member_id FROM login l JOIN membership m ON m.login_id = l.id
                        WHERE l.email_key = :key ORDER BY m.workspace_id
                        """)
                .param("key", Access.keyOf(email))
                .query((row, _) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                new MemberId(row.getObject("member_id", UUID.class))))
                .list();
    }

    private boolean order(UUID login, Member member) {
        return work.call(
                member.workspace(),
                () -> {
                    if (!post.sendsForProgram(member.viewer())) return false;
                    String token = Secrets.next();
                    insert(login, token);
                    try {
                        post.sendForProgram(member.viewer(), letter(member, token));
                    } catch (NotSendable e) {
                        return false;
                    }
                    audit.record(member.viewer(), "member.password-asked", member.id().value());
                    return true;
                });
    }

    private void insert(UUID login, String token) {
        jdbc.sql("DELETE FROM password_reset WHERE expires_at < :now").param("now", now()).update();
        jdbc.sql(
                        """
                        INSERT INTO password_reset (token_hash, login_id, created_at, expires_at)
                        VALUES (:hash, :login, :now, :end)
                        """)
                .param("hash", Secrets.hash(token))
                .param("login", login)
                .param("now", now())
                .param("end", now().plus(LIFE))
                .update();
    }

    private Letter letter(Member member, String token) {
        String text =
                """
                Somebody, most likely you, asked for a new password for %s.

                %s

                The link works once and within an hour. Whoever did not ask can leave it alone: the
                present password goes on working.
                """
                        .formatted(member.email(), base.of("/reset/" + token));
        return Letter.plain(member.email(), "A new password for Rapport", text);
    }

    /** The address whose password the link replaces; looking does not use it up. */
    public Optional<String> opens(String token) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT l.email FROM password_reset r JOIN login l ON l.id = r.login_id
                        WHERE r.token_hash = :hash AND r.expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /**
     * Replaces the password, once, and ends every session: who has the old one is out.
     *
     * @throws Refused when the link opens nothing any more, or the password cannot be used
     */
    public void use(String token, String password) {
        String email =
                opens(token).orElseThrow(() -> new Refused("link", "This link opens nothing"));
        String hash = passwords.hash(password);
        List<Row> rows = memberships(email);
        if (rows.isEmpty()) throw new Refused("link", "This link opens nothing");
        work.run(rows.getFirst().workspace(), () -> replace(rows.getFirst().login(), token, hash));
        for (Row row : rows) note(row);
        attempts.forget("login:" + Access.keyOf(email));
    }

    private void replace(UUID login, String token, String hash) {
        int open =
                jdbc.sql(
                                "DELETE FROM password_reset WHERE token_hash = :hash AND expires_at > :now")
                        .param("hash", Secrets.hash(token))
                        .param("now", now())
                        .update();
        if (open == 0) throw new Refused("link", "This link was used already");
        jdbc.sql("UPDATE login SET password_hash = :hash WHERE id = :login")
                .param("hash", hash)
                .param("login", login)
                .update();
        for (String table : List.of("password_reset", "session", "half_login"))
            jdbc.sql("DELETE FROM " + table + " WHERE login_id = :login")
                    .param("login", login)
                    .update();
    }

    private void note(Row row) {
        access.member(row.workspace(), row.member())
                .ifPresent(member ->
                        work.run(
                                row.workspace(),
                                () ->
                                        audit.record(
                                                member.viewer(),
                                                "member.password",
                                                member.id().value())));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
