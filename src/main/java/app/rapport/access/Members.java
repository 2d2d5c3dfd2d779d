package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who works in a workspace, and as what. */
@Service
public class Members {
    private static final ZoneId LIKE_THE_WORKSPACE = ZoneOffset.UTC;

    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final MemberRows rows;
    private final Access access;
    private final Handovers handovers;
    private final Audit audit;
    private final Passwords passwords;
    private final Clock clock;

    Members(
            JdbcClient jdbc,
            InWorkspace work,
            MemberRows rows,
            Access access,
            Handovers handovers,
            Audit audit,
            Passwords passwords,
            Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.rows = rows;
        this.access = access;
        this.handovers = handovers;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** One member as the list shows them. */
    public record Listed(
            MemberId id, String name, String email, Role role, Visibility sees, Instant since) {}

    /** Who works here now, by name. */
    public List<Listed> list(WorkspaceId workspace) {
        return work.call(
                workspace,
                () ->
                        jdbc.sql(
                                        """
                                        SELECT m.id, m.name, l.email, m.role, m.sees, m.created_at
                                        FROM member m JOIN login l ON l.id = m.login_id
                                        WHERE m.workspace_id = :workspace AND m.left_at IS NULL
                                        ORDER BY lower(m.name), m.id
                                        """)
                                .param("workspace", workspace.value())
                                .query((row, _) ->
                                        new Listed(
                                                new MemberId(row.getObject("id", UUID.class)),
                                                row.getString("name"),
                                                row.getString("email"),
                                                Role.of(row.getString("role")),
                                                Visibility.of(row.getString("sees")),
                                                row.getObject("created_at", OffsetDateTime.class)
                                                        .toInstant()))
                                .list());
    }

    /**
     * Somebody new in the workspace. Who logs in by that address already keeps their password and
     * works in one workspace more.
     *
     * @param password for a login that does not exist yet
     * @throws Refused when a field cannot be used, or the person is a member already
     */
    public Member add(
            WorkspaceId workspace,
            String email,
            String name,
            Role role,
            Optional<String> password,
            Optional<ZoneId> zone) {
        String key = Access.emailKey(email);
        if (name.isBlank()) throw new Refused("name", "Give a name");
        MemberId member = MemberId.next();
        work.run(
                workspace,
                () -> {
                    UUID login =
                            rows.login(key).orElseGet(() -> newLogin(email.strip(), key, password));
                    rows.addMember(
                            workspace,
                            member,
                            login,
                            name.strip(),
                            role,
                            zoneOr(workspace, zone),
                            now());
                    rows.addOwnAddress(workspace, member, email);
                    audit.record(
                            new Viewer(workspace, member, ZoneOffset.UTC),
                            "member.added",
                            member.value(),
                            "role");
                });
        return access.member(workspace, member).orElseThrow();
    }

    private UUID newLogin(String email, String key, Optional<String> password) {
        String words =
                password.orElseThrow(
                        () -> new Refused("password", "Give a password: this address is new here"));
        return rows.addLogin(email, key, passwords.hash(words), now());
    }

    private ZoneId zoneOr(WorkspaceId workspace, Optional<ZoneId> zone) {
        return zone.orElseGet(() ->
                jdbc.sql("SELECT time_zone FROM workspace WHERE id = :workspace")
                        .param("workspace", workspace.value())
                        .query(String.class)
                        .optional()
                        .map(ZoneId::of)
                        .orElse(LIKE_THE_WORKSPACE));
    }

    /**
     * @throws Refused when the one who asks may not, or nobody would be left who owns the workspace
     */
    public void changeRole(Member by, MemberId member, Role role) {
        work.run(
                by.workspace(),
                () -> {
                    Role present = lockedRole(by.viewer(), member);
                    checkMay(by, present, role);
                    if (present == Role.OWNER && role != Role.OWNER) checkNotLast(by.viewer());
                    jdbc.sql(
                                    "UPDATE member SET role = :role WHERE workspace_id = :workspace AND id = :member")
                            .param("workspace", by.workspace().value())
                            .param("member", member.value())
                            .param("role", role.key())
                            .update();
                    audit.record(by.viewer(), "member.role", member.value(), "role");
                });
    }

    /**
     * @throws Refused when the one who asks may not, or nobody here is this member
     */
    public void changeVisibility(Member by, MemberId member, Visibility sees) {
        work.run(
                by.workspace(),
                () -> {
                    Role present = lockedRole(by.viewer(), member);
                    checkMay(by, present, present);
                    jdbc.sql(
                                    "UPDATE member SET sees = :sees WHERE workspace_id = :workspace AND id = :member")
                            .param("workspace", by.workspace().value())
                            .param("member", member.value())
                            .param("sees", sees.key())
                            .update();
                    audit.record(by.viewer(), "member.changed", member.value(), "sees");
                });
    }

    /**
     * Takes a member out and hands over what they looked after; the id by which {@link #bringBack}
     * undoes both.
     *
     * @throws Refused when the one who asks may not, nobody would be left who owns the workspace,
     *     or the heir is the one who leaves
     */
    public UUID remove(Member by, MemberId leaving, MemberId heir) {
        if (leaving.equals(heir)) throw new Refused("heir", "Choose somebody who stays");
        return work.call(
                by.workspace(),
                () -> {
                    Role present = lockedRole(by.viewer(), leaving);
                    checkMay(by, present, Role.READ_ONLY);
                    if (present == Role.OWNER) checkNotLast(by.viewer());
                    lockedRole(by.viewer(), heir);
                    UUID handover = handovers.handOver(by.viewer(), leaving, heir);
                    rows.leave(by.workspace(), leaving, now());
                    audit.record(by.viewer(), "member.left", leaving.value());
                    return handover;
                });
    }

    /**
     * Undoes {@link #remove}, tokens and sessions apart; false when there is nothing to undo.
     *
     * @throws Refused when the one who asks may not, or the person came back another way
     */
    public boolean bringBack(Member by, UUID handover) {
        return work.call(
                by.workspace(),
                () -> {
                    Optional<MemberId> member = handovers.giveBack(by.viewer(), handover);
                    member.ifPresent(back -> {
                        checkMayBring(by, back);
                        rows.comeBack(by.workspace(), back);
                        audit.record(by.viewer(), "member.back", back.value());
                    });
                    return member.isPresent();
                });
    }

    private void checkMayBring(Member by, MemberId member) {
        jdbc.sql(
                        """
                        SELECT m.role, EXISTS (
                            SELECT FROM membership s
                            WHERE s.workspace_id = m.workspace_id AND s.login_id = m.login_id) AS here
                        FROM member m WHERE m.workspace_id = :workspace AND m.id = :member
                        """)
                .param("workspace", by.workspace().value())
                .param("member", member.value())
                .query(row -> {
                    Role role = Role.of(row.getString("role"));
                    checkMay(by, role, role);
                    if (row.getBoolean("here"))
                        throw new Refused("member", "This person is a member again already");
                });
    }

    private static void checkMay(Member by, Role present, Role next) {
        if (!by.role().mayGive(present, next)) {
            throw new Refused("role", "Only an owner makes owners, and only an owner changes one");
        }
    }

    private Role lockedRole(Viewer by, MemberId member) {
        return rows.lockedRole(by.workspace(), member)
                .orElseThrow(() -> new Refused("member", "Nobody here is this member"));
    }

    private void checkNotLast(Viewer by) {
        if (rows.owners(by.workspace()) < 2)
            throw new Refused("role", "This is the last owner; make somebody else an owner first");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
