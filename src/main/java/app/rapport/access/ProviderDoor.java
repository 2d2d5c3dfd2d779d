package app.rapport.access;

import app.rapport.access.openid.Begun;
import app.rapport.access.openid.Identity;
import app.rapport.access.openid.Provider;
import app.rapport.access.openid.ProviderTrouble;
import app.rapport.database.OutsideWorkspace;
import app.rapport.database.Vault;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.WorkspaceId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Lets people in whom their firm's provider vouches for. It asks for no code of ours: the second
 * factor guards the password, and the provider has its own. Nobody becomes a member this way who
 * was not invited.
 */
@Service
public class ProviderDoor {
    /** How long somebody may take at the provider. */
    public static final Duration HALF_LIFE = Duration.ofMinutes(10);

    /** How long who asked too often waits at most. */
    public static final Duration WAIT = Attempts.WINDOW;

    static final int UNFINISHED_FROM_AN_ADDRESS = 30;

    /** Whole offices come from one address, and each member asks once. */
    static final int ASKED_FROM_AN_ADDRESS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);
    private static final String PURPOSE = "login-under-way";

    private final LoginProviders providers;
    private final ProviderRows rows;
    private final Access access;
    private final Invitations invitations;
    private final InWorkspace work;
    private final Vault vault;
    private final Audit audit;
    private final Attempts attempts;
    private final Clock clock;

    ProviderDoor(
            LoginProviders providers,
            ProviderRows rows,
            Access access,
            Invitations invitations,
            InWorkspace work,
            Vault vault,
            Audit audit,
            OutsideWorkspace outside,
            Clock clock) {
        this.providers = providers;
        this.rows = rows;
        this.access = access;
        this.invitations = invitations;
        this.work = work;
        this.vault = vault;
        this.audit = audit;
        this.attempts = new Attempts(outside, clock);
        this.clock = clock;
    }

    /** What became of a step. */
    public sealed interface Answer {
        /** On to the provider; the browser keeps the secret and brings it back. */
        record Away(String address, String kept) implements Answer {}

        record In(Member member, String to) implements Answer {}

        record Turned(String words) implements Answer {}

        record Wait(Duration time) implements Answer {}

        /** The workspace has no provider, or there is no such workspace. */
        record NoSuchDoor() implements Answer {}
    }

    /** Somebody who was invited, and becomes a member once the provider vouches for them. */
    public record Joining(String invitation, String name) {
        public Joining {
            name = name.replaceAll("\\s+", " ").strip();
        }
    }

    /** A login under way, as the browser keeps it, sealed. */
    private record UnderWay(
            WorkspaceId workspace, Begun begun, Instant end, String to, Optional<Joining> joining) {
        private static final int LINES = 8;

        String text() {
            return String.join(
                    "\n",
                    workspace.toString(),
                    begun.state(),
                    begun.nonce(),
                    begun.verifier(),
                    end.toString(),
                    to,
                    joining.map(Joining::invitation).orElse(""),
                    joining.map(Joining::name).orElse(""));
        }

        static UnderWay of(String text) {
            List<String> lines = List.of(text.split("\n", LINES));
            if (lines.size() < LINES) throw new IllegalArgumentException("of an earlier version");
            return new UnderWay(
                    WorkspaceId.of(lines.get(0)),
                    new Begun(lines.get(1), lines.get(2), lines.get(3)),
                    Instant.parse(lines.get(4)),
                    lines.get(5),
                    lines.get(6).isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Joining(lines.get(6), lines.get(7))));
        }
    }

    /**
     * Firms that let people in with such an address; empty when too many were asked for from one
     * place, or domains could be tried by the thousand.
     */
    public Optional<List<LoginProviders.Firm>> firmsOf(String email, HttpServletRequest request) {
        String place = "firm-asked:" + Attempts.network(request.getRemoteAddr());
        if (attempts.of(place) >= ASKED_FROM_AN_ADDRESS) return Optional.empty();
        attempts.note(List.of(place));
        return Optional.of(providers.firmsOf(email));
    }

    /**
     * @param to where the person wanted to go, a path of our own
     */
    public Answer begin(WorkspaceId workspace, String to, HttpServletRequest request) {
        return begin(workspace, to, Optional.empty(), request);
    }

    /** For somebody who is invited and no member yet. */
    public Answer join(WorkspaceId workspace, Joining joining, HttpServletRequest request) {
        return begin(workspace, "/", Optional.of(joining), request);
    }

    private Answer begin(
            WorkspaceId workspace,
            String to,
            Optional<Joining> joining,
            HttpServletRequest request) {
        String place = place(request);
        if (attempts.of(place) >= UNFINISHED_FROM_AN_ADDRESS)
            return new Answer.Wait(Attempts.WINDOW);
        Optional<ProviderRows.Row> row = work.call(workspace, () -> rows.find(workspace));
        if (row.isEmpty()) return new Answer.NoSuchDoor();
        attempts.note(List.of(place));
        try (Provider provider = providers.open(workspace, row.get())) {
            Provider.Way way = provider.begin(request);
            UnderWay kept =
                    new UnderWay(
                            workspace, way.begun(), clock.instant().plus(HALF_LIFE), to, joining);
            return new Answer.Away(way.address(), sealed(kept));
        } catch (ProviderTrouble e) {
            LOG.warn("the login provider of workspace {} cannot be asked: {}", workspace, e.code());
            return new Answer.Turned(
                    "Your firm's log-in cannot be reached just now. Try again in a while.");
        } catch (Refused e) {
            LOG.warn("the login provider of workspace {}: {}", workspace, e.getMessage());
            return new Answer.Turned(
                    "Your firm's log-in is not set up any more. Tell an owner or admin.");
        }
    }

    /**
     * @param kept what the browser brings back; empty when it has nothing
     * @param answer the provider's parameters
     */
    public Answer comeBack(
            WorkspaceId workspace,
            String kept,
            Map<String, String> answer,
            HttpServletRequest request) {
        String place = place(request);
        if (attempts.of(place) >= UNFINISHED_FROM_AN_ADDRESS)
            return new Answer.Wait(Attempts.WINDOW);
        Optional<UnderWay> begun = opened(kept).filter(one -> fits(one, workspace, answer));
        Optional<ProviderRows.Row> row = work.call(workspace, () -> rows.find(workspace));
        if (begun.isEmpty() || row.isEmpty())
            return new Answer.Turned(
                    "The log-in took too long, or began in another window. Begin again.");
        attempts.note(List.of(place));
        Answer came = ask(begun.get(), row.get(), answer);
        if (came instanceof Answer.In) attempts.forget(place);
        return came;
    }

    /** The state is checked once more where the answer is; a stranger's costs no request. */
    private boolean fits(UnderWay one, WorkspaceId workspace, Map<String, String> answer) {
        return one.workspace().equals(workspace)
                && one.end().isAfter(clock.instant())
                && one.begun().state().equals(answer.get("state"));
    }

    private Answer ask(UnderWay begun, ProviderRows.Row row, Map<String, String> answer) {
        WorkspaceId workspace = begun.workspace();
        try (Provider provider = providers.open(workspace, row)) {
            Identity who = provider.finish(begun.begun(), answer);
            return work.call(workspace, () -> welcome(begun, who, row));
        } catch (ProviderTrouble e) {
            LOG.warn("a login by the provider of workspace {} is refused: {}", workspace, e.code());
            return new Answer.Turned(e.sentence());
        } catch (Refused e) {
            return new Answer.Turned(String.valueOf(e.getMessage()));
        }
    }

    private Answer welcome(UnderWay begun, Identity who, ProviderRows.Row row) {
        WorkspaceId workspace = begun.workspace();
        MemberId id =
                rows.linked(workspace, who.subject())
                        .orElseGet(() -> firstTime(workspace, who, begun.joining()));
        Member member =
                access.member(workspace, id)
                        .orElseThrow(() ->
                                new Refused(
                                        "provider", "You are no member of this firm any more."));
        if (member.role() == Role.OWNER && !row.opensToOwners())
            throw new Refused(
                    "provider",
                    "An owner comes in this way only once an owner has saved its settings. Log in by password.");
        return new Answer.In(member, begun.to());
    }

    /** By the address, which only the provider's word for it makes theirs. */
    private MemberId firstTime(WorkspaceId workspace, Identity who, Optional<Joining> joining) {
        String email =
                who.verifiedEmail()
                        .orElseThrow(() ->
                                new Refused(
                                        "provider",
                                        "Your firm's log-in does not say that your mail address is verified, so it is not known who you are. Tell who runs it."));
        MemberId member =
                rows.byAddress(workspace, Access.keyOf(email))
                        .or(() -> joining.map(one -> joined(workspace, one, email)))
                        .orElseThrow(() ->
                                new Refused(
                                        "provider",
                                        "Nobody logs in as "
                                                + email
                                                + " here. Ask an owner or admin for an invitation to that address."));
        if (!rows.link(workspace, member, who.subject()))
            throw new Refused(
                    "provider",
                    "Another account of your firm's log-in is tied to "
                            + email
                            + " already. An owner or admin can untie it in the settings of the log-in.");
        access.member(workspace, member)
                .ifPresent(known -> audit.record(known.viewer(), "member.linked", member.value()));
        return member;
    }

    private MemberId joined(WorkspaceId workspace, Joining joining, String email) {
        return invitations
                .acceptVouched(workspace, joining.invitation(), joining.name(), email)
                .id();
    }

    private String sealed(UnderWay underWay) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.seal(underWay.text(), PURPOSE));
    }

    private Optional<UnderWay> opened(String kept) {
        try {
            return vault.open(Base64.getUrlDecoder().decode(kept), PURPOSE).map(UnderWay::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String place(HttpServletRequest request) {
        return "firm-from:" + Attempts.network(request.getRemoteAddr());
    }
}
