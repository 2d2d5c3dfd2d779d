package app.rapport.access;

import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Making workspaces and members, and finding them again. */
@Service
public class Access {
    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final Audit audit;
    private final Passwords passwords;
    private final Tokens tokens;
    private final MemberRows rows;
    private final Clock clock;

    Access(
            OutsideWorkspace outside,
            JdbcClient jdbc,
            Passwords passwords,
            Tokens tokens,
            MemberRows rows,
            InWorkspace work,
            Audit audit,
            Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.work = work;
        this.audit = audit;
        this.passwords = passwords;
        this.tokens = tokens;
        this.rows = rows;
        this.clock = clock;
    }

    /** Whether the server is somebody's; a made-up firm claims nothing. */
    public boolean anyWorkspace() {
        return outside.jdbc()
                .sql("SELECT EXISTS (SELECT FROM workspace WHERE NOT made_up)")
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
        String hash = passwords.hash(password);
        WorkspaceId id = WorkspaceId.next();
        MemberId member = MemberId.next();
        OffsetDateTime now = now();
        work.run(
                id,
                () -> {
                    UUID login = rows.addLogin(email.strip(), key, hash, now);
                    rows.addWorkspace(id, workspace.strip(), zone, now);
                    rows.addMember(id, member, login, name.strip(), Role.OWNER, zone, now);
                    rows.addOwnAddress(id, member, email);
                    audit.record(new Viewer(id, member, zone), "workspace.made");
                });
        return member(id, member).orElseThrow();
    }

    /** Whether somebody logs in by that address. */
    boolean isKnown(String email) {
        return outside.jdbc()
                .sql("SELECT EXISTS (SELECT FROM login WHERE email_key = :key)")
                .param("key", email.strip().toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    /** The login with that address and password; empty when they do not fit. */
    Optional<UUID> login(String email, String password) {
        Optional<Login> login =
                outside.jdbc()
                        .sql("SELECT id, password_hash FROM login WHERE email_key = :key")
                        .param("key", email.strip().toLowerCase(Locale.ROOT))
                        .query((row, _) ->
                                new Login(
                                        row.getObject("id", UUID.class),
                                        row.getString("password_hash")))
                        .optional();
        boolean fits = passwords.fits(password, login.map(Login::hash));
        return fits ? login.map(Login::id) : Optional.empty();
    }

    /**
     * Changes the password by which the member logs in.
     *
     * @throws Refused when the present one does not fit, or the new one cannot be used
     */
    public void changePassword(Member member, String present, String next) {
        if (login(member.email(), present).isEmpty()) {
            throw new Refused("present", "This is not your present password");
        }
        String hash = passwords.hash(next);
        work.run(
                member.workspace(),
                () -> {
                    jdbc.sql("UPDATE login SET password_hash = :hash WHERE email_key = :key")
                            .param("key", emailKey(member.email()))
                            .param("hash", hash)
                            .update();
                    audit.record(member.viewer(), "member.password", member.id().value());
                });
    }

    private record Login(UUID id, String hash) {}

    /** The member who logs in by that address; without one, the only member there is. */
    public Optional<Member> byEmail(Optional<String> email) {
        return outside
                .jdbc()
                .sql(
                        """
                        SELECT l.id FROM login l
                        WHERE l.email_key = lower(trim(:email))
                           OR :email::text IS NULL AND NOT EXISTS (
                               SELECT FROM membership m JOIN workspace w ON w.id = m.workspace_id
                               WHERE m.login_id = l.id AND w.made_up)
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

    /**
     * Somebody who owns the workspace of that name; without a name, the only workspace there is.
     */
    public Optional<Member> ownerOf(Optional<String> name) {
        List<UUID> found =
                outside.jdbc()
                        .sql(
                                "SELECT id FROM workspace WHERE name = :name OR :name::text IS NULL AND NOT made_up LIMIT 2")
                        .param("name", name.orElse(null), java.sql.Types.VARCHAR)
                        .query(UUID.class)
                        .list();
        return found.size() == 1 ? owner(new WorkspaceId(found.getFirst())) : Optional.empty();
    }

    /** Somebody who owns each workspace; for work that concerns all of them. */
    public List<Member> owners() {
        return outside
                .jdbc()
                .sql("SELECT id FROM workspace ORDER BY id")
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> owner(new WorkspaceId(id)).stream())
                .toList();
    }

    private Optional<Member> owner(WorkspaceId workspace) {
        return CurrentWorkspace.call(
                        workspace,
                        () ->
                                jdbc.sql(
                                                """
                                                SELECT id FROM member
                                                WHERE workspace_id = :workspace AND role = 'owner' AND left_at IS NULL
                                                ORDER BY created_at LIMIT 1
                                                """)
                                        .param("workspace", workspace.value())
                                        .query(UUID.class)
                                        .optional())
                .flatMap(id -> member(workspace, new MemberId(id)));
    }

    /** The login's member in the first of its workspaces. */
    Optional<Member> memberOf(UUID login) {
        return first(
                login,
                "SELECT workspace_id, member_id FROM membership WHERE login_id = :login ORDER BY workspace_id LIMIT 1");
    }

    /** In the first where its password lets it in. */
    Optional<Member> byPassword(UUID login) {
        return first(
                login, "SELECT workspace_id, member_id FROM entered_by_password(:login) LIMIT 1");
    }

    private Optional<Member> first(UUID login, String membership) {
        return outside.jdbc()
                .sql(membership)
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
                                        SELECT m.workspace_id, m.id AS member_id, m.name, m.time_zone, m.theme, m.locale, m.single_keys, m.role, l.email, w.name AS workspace_name, w.made_up,
                                               w.second_factor_required AND NOT EXISTS (
                                                   SELECT FROM second_factor f
                                                   WHERE f.login_id = l.id AND f.confirmed_at IS NOT NULL) AS owes_factor,
                                               seen_owners(m.workspace_id, m.id) AS seen
                                        FROM member m
                                        JOIN login l ON l.id = m.login_id
                                        JOIN workspace w ON w.id = m.workspace_id
                                        WHERE m.workspace_id = :workspace AND m.id = :member AND m.left_at IS NULL
                                        """)
                                .param("workspace", workspace.value())
                                .param("member", member.value())
                                .query((row, _) -> KeyRows.member(row))
                                .optional());
    }

    /** A token that may whatever its member may. */
    public String createToken(Viewer viewer, String name) {
        return createToken(viewer, name, Scope.WRITE);
    }

    /** A new API token; it is shown this once, only its hash is kept. */
    public String createToken(Viewer viewer, String name, Scope scope) {
        return tokens.create(viewer, name, scope);
    }

    /** The member whose token that is, and its scope; empty when it is unknown or revoked. */
    public Optional<Key> byToken(String token) {
        return tokens.key(token);
    }

    /** As addresses are compared, whether or not it is one. */
    static String keyOf(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String emailKey(String email) {
        String key = keyOf(email);
        if (!key.matches("[^@\\s]+@[^@\\s]+"))
            throw new Refused("email", "This is not a mail address");
        return key;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
