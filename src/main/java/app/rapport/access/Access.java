package app.rapport.access;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Making workspaces and members, and finding them again. */
@Service
public class Access {
    private static final int SHORTEST_PASSWORD = 10;

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Tokens tokens;
    private final Clock clock;

    Access(
            OutsideWorkspace outside,
            JdbcClient jdbc,
            Tokens tokens,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tokens = tokens;
        this.clock = clock;
    }

    public boolean anyWorkspace() {
        return outside.jdbc()
                .sql("SELECT EXISTS (SELECT FROM workspace)")
                .query(Boolean.class)
                .single();
    }

    /**
     * A workspace and its owner, who may log in with this password.
     *
     * @throws Refused when a field cannot be used, or somebody logs in by this address already
     */
    public Member setUp(String workspace, String email, String name, String password, ZoneId zone) {
        String key = emailKey(email);
        if (workspace.isBlank()) throw new Refused("workspace", "Give the workspace a name");
        if (name.isBlank()) throw new Refused("name", "Give your name");
        checkPassword(password);
        WorkspaceId id = WorkspaceId.next();
        MemberId member = MemberId.next();
        OffsetDateTime now = now();
        String hash = passwords.encode(password);
        CurrentWorkspace.run(
                id,
                () ->
                        transaction.executeWithoutResult(_ -> {
                            UUID login = addLogin(email.strip(), key, hash, now);
                            addWorkspace(id, workspace.strip(), zone, now);
                            addMember(id, member, login, name.strip(), zone, now);
                            addOwnAddress(id, member, email);
                        }));
        return member(id, member).orElseThrow();
    }

    private UUID addLogin(String email, String key, String hash, OffsetDateTime now) {
        UUID login = Uuid7.next();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO login (id, email, email_key, password_hash, created_at)
                                VALUES (:id, :email, :key, :hash, :now) ON CONFLICT (email_key) DO NOTHING
                                """)
                        .param("id", login)
                        .param("email", email)
                        .param("key", key)
                        .param("hash", hash)
                        .param("now", now)
                        .update();
        if (added == 0) throw new Refused("email", "Somebody logs in with this address already");
        return login;
    }

    private void addWorkspace(WorkspaceId id, String name, ZoneId zone, OffsetDateTime now) {
        jdbc.sql(
                        "INSERT INTO workspace (id, name, time_zone, created_at) VALUES (:id, :name, :zone, :now)")
                .param("id", id.value())
                .param("name", name)
                .param("zone", zone.getId())
                .param("now", now)
                .update();
    }

    private void addMember(
            WorkspaceId workspace,
            MemberId member,
            UUID login,
            String name,
            ZoneId zone,
            OffsetDateTime now) {
        jdbc.sql(
                        """
                        INSERT INTO member (workspace_id, id, login_id, name, role, time_zone, created_at)
                        VALUES (:workspace, :id, :login, :name, 'owner', :zone, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", member.value())
                .param("login", login)
                .param("name", name)
                .param("zone", zone.getId())
                .param("now", now)
                .update();
        jdbc.sql(
                        "INSERT INTO membership (login_id, workspace_id, member_id) VALUES (:login, :workspace, :member)")
                .param("login", login)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .update();
    }

    private void addOwnAddress(WorkspaceId workspace, MemberId member, String address) {
        jdbc.sql(
                        """
                        INSERT INTO own_address (workspace_id, member_id, address_key, address)
                        VALUES (:workspace, :member, :key, :address) ON CONFLICT DO NOTHING
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .param("key", address.strip().toLowerCase(Locale.ROOT))
                .param("address", address.strip())
                .update();
    }

    /**
     * The first workspace of the login with that address and password; empty when they do not fit.
     */
    public Optional<Member> logIn(String email, String password) {
        Optional<Login> login =
                outside.jdbc()
                        .sql("SELECT id, password_hash FROM login WHERE email_key = :key")
                        .param("key", email.strip().toLowerCase(Locale.ROOT))
                        .query((row, _) ->
                                new Login(
                                        row.getObject("id", UUID.class),
                                        row.getString("password_hash")))
                        .optional();
        // an unknown address costs as much time as a wrong password
        boolean fits = passwords.matches(password, login.map(Login::hash).orElse(DUMMY_HASH));
        return fits ? login.flatMap(found -> memberOf(found.id())) : Optional.empty();
    }

    /**
     * Changes the password by which the member logs in.
     *
     * @throws Refused when the present one does not fit, or the new one cannot be used
     */
    public void changePassword(Member member, String present, String next) {
        String key = emailKey(member.email());
        String hash =
                outside.jdbc()
                        .sql("SELECT password_hash FROM login WHERE email_key = :key")
                        .param("key", key)
                        .query(String.class)
                        .single();
        if (!passwords.matches(present, hash)) {
            throw new Refused("present", "This is not your present password");
        }
        checkPassword(next);
        outside.jdbc()
                .sql("UPDATE login SET password_hash = :hash WHERE email_key = :key")
                .param("key", key)
                .param("hash", passwords.encode(next))
                .update();
    }

    private record Login(UUID id, String hash) {}

    private static final String DUMMY_HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(Secrets.next());

    /** The member who logs in by that address; without one, the only member there is. */
    public Optional<Member> byEmail(Optional<String> email) {
        return outside
                .jdbc()
                .sql(
                        """
                        SELECT l.id FROM login l
                        WHERE :email::text IS NULL OR l.email_key = lower(trim(:email))
                        LIMIT 2
                        """)
                .param("email", email.orElse(null), java.sql.Types.VARCHAR)
                .query(UUID.class)
                .list()
                .stream()
                .reduce((_, _) -> NOBODY)
                .filter(id -> !id.equals(NOBODY))
                .flatMap(this::memberOf);
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private Optional<Member> memberOf(UUID login) {
        return outside.jdbc()
                .sql(
                        "SELECT workspace_id, member_id FROM membership WHERE login_id = :login ORDER BY workspace_id LIMIT 1")
                .param("login", login)
                .query((row, _) ->
                        member(
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                new MemberId(row.getObject("member_id", UUID.class))))
                .optional()
                .flatMap(member -> member);
    }

    public Optional<Member> member(WorkspaceId workspace, MemberId member) {
        return CurrentWorkspace.call(
                workspace,
                () ->
                        jdbc.sql(
                                        """
                                        SELECT m.name, m.time_zone, m.theme, m.locale, m.single_keys, l.email, w.name AS workspace_name
                                        FROM member m
                                        JOIN login l ON l.id = m.login_id
                                        JOIN workspace w ON w.id = m.workspace_id
                                        WHERE m.workspace_id = :workspace AND m.id = :member
                                        """)
                                .param("workspace", workspace.value())
                                .param("member", member.value())
                                .query((row, _) ->
                                        new Member(
                                                workspace,
                                                member,
                                                row.getString("workspace_name"),
                                                row.getString("name"),
                                                row.getString("email"),
                                                ZoneId.of(row.getString("time_zone")),
                                                row.getString("theme"),
                                                Locale.forLanguageTag(row.getString("locale")),
                                                row.getBoolean("single_keys")))
                                .optional());
    }

    /** A new API token; it is shown this once, only its hash is kept. */
    public String createToken(Viewer viewer, String name) {
        return tokens.create(viewer, name);
    }

    /** The member whose token that is; empty when it is unknown or revoked. */
    public Optional<Member> byToken(String token) {
        return tokens.owner(token).flatMap(owner -> member(owner.workspace(), owner.member()));
    }

    static String emailKey(String email) {
        String key = email.strip().toLowerCase(Locale.ROOT);
        if (!key.matches("[^@\\s]+@[^@\\s]+"))
            throw new Refused("email", "This is not a mail address");
        return key;
    }

    static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused("password", "Use at least " + SHORTEST_PASSWORD + " characters");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
