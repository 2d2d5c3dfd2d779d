package app.rapport.access;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The one workspace of a server in which all is made up. It claims nothing, nobody owns it, nobody
 * knows a password of its log-ins, and from it nobody reaches out ({@link Member#rights}).
 */
@Service
public class MadeUpFirm {
    private final OutsideWorkspace outside;
    private final InWorkspace work;
    private final MemberRows rows;
    private final Access access;
    private final Audit audit;
    private final Passwords passwords;
    private final Clock clock;

    MadeUpFirm(
            OutsideWorkspace outside,
            InWorkspace work,
            MemberRows rows,
            Access access,
            Audit audit,
            Passwords passwords,
            Clock clock) {
        this.outside = outside;
        this.work = work;
        this.rows = rows;
        this.access = access;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Somebody who is to work there. */
    public record Seller(String name, String email, Role role) {}

    public Optional<WorkspaceId> there() {
        return outside.jdbc()
                .sql("SELECT id FROM workspace WHERE made_up")
                .query(UUID.class)
                .optional()
                .map(WorkspaceId::new);
    }

    /**
     * The firm with its members, in the order given.
     *
     * @throws Refused when somebody real logs in by one of the addresses
     */
    public List<Member> make(String name, List<Seller> sellers, ZoneId zone) {
        WorkspaceId id = WorkspaceId.next();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        // nobody learns it: who looks around comes in through a door of its own
        String hash = passwords.unknown();
        List<MemberId> members = new ArrayList<>();
        work.run(
                id,
                () -> {
                    rows.addWorkspace(id, name, zone, now, true);
                    for (Seller seller : sellers) {
                        MemberId member = MemberId.next();
                        String email = seller.email();
                        UUID login = rows.addLogin(email, Access.emailKey(email), hash, now);
                        rows.addMember(id, member, login, seller.name(), seller.role(), zone, now);
                        rows.addOwnAddress(id, member, email);
                        members.add(member);
                    }
                    audit.record(new Viewer(id, members.getFirst(), zone), "workspace.made");
                });
        return members.stream().flatMap(member -> access.member(id, member).stream()).toList();
    }

    /** Whether it was brought in to its end. */
    public boolean isWhole() {
        return outside.jdbc()
                .sql("SELECT EXISTS (SELECT FROM workspace WHERE made_up AND made_up_whole)")
                .query(Boolean.class)
                .single();
    }

    public void whole() {
        outside.jdbc().sql("UPDATE workspace SET made_up_whole = true WHERE made_up").update();
    }

    /** Takes it away with all that is in it; false where there is none. */
    public boolean remove() {
        return outside.jdbc().sql("SELECT remove_made_up()").query(Boolean.class).single();
    }
}
