package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** One login may work in several workspaces; a session is in one of them at a time. */
@Service
public class Workspaces {
    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;
    private final InWorkspace work;
    private final MemberRows rows;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Workspaces(
            OutsideWorkspace outside,
            JdbcClient jdbc,
            InWorkspace work,
            MemberRows rows,
            Access access,
            Audit audit,
            Clock clock) {
        this.outside = outside;
        this.jdbc = jdbc;
        this.work = work;
        this.rows = rows;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A workspace that the login may enter.
     *
     * @param here the one that the session is in
     */
    public record Choice(WorkspaceId id, String name, boolean here) {}

    /**
     * All that the member's login may enter, by name: by password everywhere but where a provider
     * is the only way, and by a provider nowhere else.
     *
     * @param secret of the session that asks
     */
    public List<Choice> list(Member member, String secret) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT w.id, w.name FROM membership present
                        JOIN membership m ON m.login_id = present.login_id
                        JOIN workspace w ON w.id = m.workspace_id
                        WHERE present.workspace_id = :workspace AND present.member_id = :member
                          AND (m.workspace_id = :workspace
                               OR m.workspace_id IN (SELECT d.workspace_id FROM entered_by_password(m.login_id) d)
                                  AND NOT EXISTS (SELECT FROM session s WHERE s.token_hash = :hash AND s.by_provider))
                        ORDER BY lower(w.name), w.id
                        """)
                .param("hash", Secrets.hash(secret))
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .query((row, _) -> {
                    WorkspaceId id = new WorkspaceId(row.getObject("id", UUID.class));
                    return new Choice(id, row.getString("name"), id.equals(member.workspace()));
                })
                .list();
    }

    /**
     * Takes the session over into another workspace; its forms of before no longer count. Empty
     * where the login may not enter, whether or not there is such a workspace.
     */
    public Optional<Member> enter(Member member, WorkspaceId workspace, String secret) {
        return memberIn(member, workspace, secret)
                .map(there ->
                        work.call(
                                workspace,
                                () -> {
                                    move(there, secret);
                                    audit.record(there.viewer(), "session.opened");
                                    return there;
                                }));
    }

    private Optional<Member> memberIn(Member member, WorkspaceId workspace, String secret) {
        return outside.jdbc()
                .sql(
                        """
                        SELECT m.member_id FROM membership present
                        JOIN membership m ON m.login_id = present.login_id AND m.workspace_id = :target
                        WHERE present.workspace_id = :workspace AND present.member_id = :member
                          AND m.workspace_id IN (SELECT d.workspace_id FROM entered_by_password(m.login_id) d)
                          AND NOT EXISTS (SELECT FROM session s WHERE s.token_hash = :hash AND s.by_provider)
                        """)
                .param("hash", Secrets.hash(secret))
                .param("target", workspace.value())
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> access.member(workspace, new MemberId(id)));
    }

    private void move(Member there, String secret) {
        jdbc.sql(
                        """
                        UPDATE session SET workspace_id = :workspace, member_id = :member, csrf_token = :csrf
                        WHERE token_hash = :hash
                        """)
                .param("workspace", there.workspace().value())
                .param("member", there.id().value())
                .param("csrf", Secrets.next())
                .param("hash", Secrets.hash(secret))
                .update();
    }

    /**
     * One more workspace, owned by who asks.
     *
     * @throws Refused when the name is blank
     */
    public Member make(Member member, String name) {
        if (member.madeUp())
            throw new Refused("name", "Nothing real is made out of a made-up firm");
        if (name.isBlank()) throw new Refused("name", "Give the workspace a name");
        WorkspaceId id = WorkspaceId.next();
        MemberId owner = MemberId.next();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        work.run(
                id,
                () -> {
                    UUID login = rows.login(Access.emailKey(member.email())).orElseThrow();
                    rows.addWorkspace(id, name.strip(), member.zone(), now);
                    rows.addMember(id, owner, login, member.name(), Role.OWNER, member.zone(), now);
                    rows.addOwnAddress(id, owner, member.email());
                    audit.record(new Viewer(id, owner, member.zone()), "workspace.made");
                });
        return access.member(id, owner).orElseThrow();
    }
}
