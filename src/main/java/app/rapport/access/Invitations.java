package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Links by which one person comes in, once, within a week, as what the one who invites decided.
 * They are shown to be copied; whoever sends mail listens for {@link Invited}.
 */
@Service
public class Invitations {
    static final Duration LIFE = Duration.ofDays(7);

    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final Access access;
    private final Members members;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            OutsideWorkspace outside,
            JdbcClient jdbc,
            InWorkspace work,
            Access access,
            Members members,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.work = work;
        this.access = access;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody was invited; published in the transaction. */
    public record Invited(Member by, String email, Role role, String path) {}

    /** An invitation that is still open. */
    public record Open(UUID id, String email, Role role, Instant expires) {}

    /**
     * What the one who opens the link is told.
     *
     * @param known whether they log in by this address already
     */
    public record Welcome(
            WorkspaceId id, String workspace, String email, Role role, boolean known) {}

    /**
     * The path of a new link; it is shown this once.
     *
     * @throws Refused when the address cannot be used, works here already, or the role is not
     *     theirs to give
     */
    public String invite(Member by, String email, Role role) {
        String key = Access.emailKey(email);
        if (!by.role().mayGive(role, role)) {
            throw new Refused("role", "Only an owner makes owners");
        }
        boolean here =
                members.list(by.workspace()).stream()
                        .anyMatch(member -> Access.emailKey(member.email()).equals(key));
        if (here) throw new Refused("email", "This person is a member already");
        String token = Secrets.next();
        String path = "/join/" + token;
        work.run(
                by.workspace(),
                () -> {
                    UUID id = insert(by, email.strip(), role, token);
                    audit.record(by.viewer(), "invitation.made", id, "role");
                    events.publishEvent(new Invited(by, email.strip(), role, path));
                });
        return path;
    }

    private UUID insert(Member by, String email, Role role, String token) {
        UUID id = Uuid7.next();
        jdbc.sql(
                        """
                        INSERT INTO invitation (id, token_hash, workspace_id, invited_by, email, role, created_at, expires_at)
                        VALUES (:id, :hash, :workspace, :by, :email, :role, :now, :end)
                        """)
                .param("id", id)
                .param("hash", Secrets.hash(token))
                .param("workspace", by.workspace().value())
                .param("by", by.id().value())
                .param("email", email)
                .param("role", role.key())
                .param("now", now())
                .param("end", now().plus(LIFE))
                .update();
        return id;
    }

    /** Those that still open the door, newest first. */
    public List<Open> list(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT id, email, role, expires_at FROM invitation
                        WHERE workspace_id = :workspace AND ended_at IS NULL AND expires_at > :now
                        ORDER BY id DESC
                        """)
                .param("workspace", viewer.workspace().value())
                .param("now", now())
                .query((row, _) ->
                        new Open(
                                row.getObject("id", UUID.class),
                                row.getString("email"),
                                Role.of(row.getString("role")),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** False when this workspace has no such invitation open. */
    public boolean withdraw(Viewer viewer, UUID id) {
        return work.call(
                viewer.workspace(),
                () -> {
                    boolean ended =
                            jdbc.sql(
                                                    """
                                                    UPDATE invitation SET ended_at = :now
                                                    WHERE workspace_id = :workspace AND id = :id AND ended_at IS NULL
                                                    """)
                                            .param("workspace", viewer.workspace().value())
                                            .param("id", id)
                                            .param("now", now())
                                            .update()
                                    == 1;
                    if (ended) audit.record(viewer, "invitation.withdrawn", id);
                    return ended;
                });
    }

    private record Row(WorkspaceId workspace, MemberId by, String email, Role role) {}

    private Optional<Row> open(String token) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT workspace_id, invited_by, email, role FROM invitation
                        WHERE token_hash = :hash AND ended_at IS NULL AND expires_at > :now
                        """)
                .param("hash", Secrets.hash(token))
                .param("now", now())
                .query((row, _) ->
                        new Row(
                                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                                new MemberId(row.getObject("invited_by", UUID.class)),
                                row.getString("email"),
                                Role.of(row.getString("role"))))
                .optional()
                .filter(this::isTheirsToGive);
    }

    /** Whoever lost the right to invite since, or has left, lets nobody in any more. */
    private boolean isTheirsToGive(Row row) {
        return access.member(row.workspace(), row.by())
                .filter(by -> by.role().mayGive(row.role(), row.role()))
                .isPresent();
    }

    /** Looking does not use it up: programs that read mail open links as well. */
    public Optional<Welcome> welcome(String token) {
        return open(token)
                .flatMap(row ->
                        access.member(row.workspace(), row.by())
                                .map(by ->
                                        new Welcome(
                                                row.workspace(),
                                                by.workspaceName(),
                                                row.email(),
                                                row.role(),
                                                access.isKnown(row.email()))));
    }

    /**
     * Makes the one who holds the link a member, once.
     *
     * @param password chosen now; empty for who proved already that the address is theirs
     * @throws Refused when the link opens nothing any more, or a field cannot be used
     */
    public Member accept(String token, String name, Optional<String> password) {
        Row row = open(token).orElseThrow(() -> new Refused("link", "This link opens nothing"));
        return accept(row, token, name, password);
    }

    /**
     * The same of somebody for whom the firm's own log-in vouches: they choose no password, and
     * have one that nobody knows until they ask for another.
     *
     * @param email that the log-in says is theirs
     * @throws Refused also when the invitation is for another address or firm
     */
    Member acceptVouched(WorkspaceId workspace, String token, String name, String email) {
        Row row =
                open(token)
                        .filter(open -> open.workspace().equals(workspace))
                        .orElseThrow(() ->
                                new Refused(
                                        "link",
                                        "The invitation was used already, withdrawn, or is older than a week. Ask for a new one."));
        if (!Access.keyOf(row.email()).equals(Access.keyOf(email)))
            throw new Refused(
                    "link",
                    "The invitation is for %s, and your firm's log-in says that you are %s. Log in there as the one who is invited, or ask for another invitation."
                            .formatted(row.email(), email));
        return accept(row, token, name, Optional.of(Secrets.next()));
    }

    private Member accept(Row row, String token, String name, Optional<String> password) {
        return work.call(
                row.workspace(),
                () -> {
                    use(token);
                    Member member =
                            members.add(
                                    row.workspace(),
                                    row.email(),
                                    name,
                                    row.role(),
                                    password,
                                    Optional.empty());
                    audit.record(member.viewer(), "invitation.used", member.id().value());
                    return member;
                });
    }

    private void use(String token) {
        int used =
                jdbc.sql(
                                "UPDATE invitation SET ended_at = :now WHERE token_hash = :hash AND ended_at IS NULL")
                        .param("hash", Secrets.hash(token))
                        .param("now", now())
                        .update();
        if (used == 0) throw new Refused("link", "This link was used already");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
