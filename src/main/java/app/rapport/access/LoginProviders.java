package app.rapport.access;

import app.rapport.access.openid.Provider;
import app.rapport.access.openid.ProviderAccount;
import app.rapport.access.openid.ProviderTrouble;
import app.rapport.database.Vault;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** A workspace's own way to log in: the provider that vouches for its members. */
@Service
public class LoginProviders {
    private final ProviderRows rows;
    private final InWorkspace work;
    private final Vault vault;
    private final Audit audit;
    private final BaseAddress base;
    private final boolean privateNetworks;

    LoginProviders(
            ProviderRows rows,
            InWorkspace work,
            Vault vault,
            Audit audit,
            BaseAddress base,
            @Value("${rapport.login-private-networks:false}") boolean privateNetworks) {
        this.rows = rows;
        this.work = work;
        this.vault = vault;
        this.audit = audit;
        this.base = base;
        this.privateNetworks = privateNetworks;
    }

    /**
     * As owners and admins see it; the secret is shown to nobody.
     *
     * @param opensToOwners whether an owner saved it: what an admin alone set up lets no owner in
     */
    public record Settings(
            String issuer,
            String clientId,
            boolean onlyWay,
            boolean opensToOwners,
            Instant savedAt) {}

    /** A member whom the provider let in at least once. */
    public record Known(MemberId member, String name, Instant since) {}

    /** A workspace that has a provider. */
    public record Firm(WorkspaceId workspace, String name) {}

    public Optional<Settings> settings(Viewer viewer) {
        return rows.find(viewer.workspace())
                .map(row ->
                        new Settings(
                                row.issuer(),
                                row.clientId(),
                                row.onlyWay(),
                                row.opensToOwners(),
                                row.savedAt()));
    }

    public List<Known> known(Viewer viewer) {
        return rows.known(viewer.workspace());
    }

    /** Where the provider is to send people back to. */
    public String redirect(WorkspaceId workspace) {
        return base.of("/login/with/" + workspace + "/back");
    }

    /** Where members begin: a link for the firm's own pages. */
    public String entrance(WorkspaceId workspace) {
        return base.of("/login/with/" + workspace);
    }

    /**
     * Keeps the settings when the provider answers to them. Another issuer is another provider:
     * whom the one before knew, and its sessions, are forgotten.
     *
     * @param secret empty leaves the one of before
     * @throws Refused when a field cannot be used, or there is no such provider
     */
    public void save(Member by, String issuer, String clientId, String secret) {
        if (clientId.isBlank())
            throw new Refused("clientId", "Give the client id that the provider shows");
        Optional<ProviderRows.Row> before =
                work.call(by.workspace(), () -> rows.find(by.workspace()));
        String used = secret.isBlank() ? kept(by.workspace(), before, issuer) : secret.strip();
        String named = read(by.workspace(), issuer, clientId.strip(), used);
        work.run(
                by.workspace(),
                () -> {
                    boolean same =
                            before.map(ProviderRows.Row::issuer).filter(named::equals).isPresent();
                    if (!same) rows.remove(by.workspace());
                    byte[] sealed = vault.seal(used, purpose(by.workspace()));
                    rows.save(by.viewer(), named, clientId.strip(), sealed);
                    audit.record(by.viewer(), "login-provider.saved", "issuer", "client");
                });
    }

    /** A secret goes to no server but the one that it was typed in for. */
    private String kept(WorkspaceId workspace, Optional<ProviderRows.Row> before, String issuer) {
        return before.filter(row -> row.issuer().equals(issuer.strip()))
                .flatMap(row -> vault.open(row.secret(), purpose(workspace)))
                .orElseThrow(() ->
                        new Refused("clientSecret", "Give the client secret that goes with it"));
    }

    private String read(WorkspaceId workspace, String issuer, String clientId, String secret) {
        try (Provider provider = provider(workspace, issuer, clientId, secret)) {
            return provider.issuer();
        } catch (ProviderTrouble e) {
            throw new Refused("issuer", e.sentence());
        }
    }

    private Provider provider(WorkspaceId workspace, String issuer, String clientId, String secret)
            throws ProviderTrouble {
        return Provider.of(
                new ProviderAccount(issuer, clientId, secret, redirect(workspace)),
                privateNetworks);
    }

    /**
     * Reads the provider's description anew.
     *
     * @throws Refused when it cannot be worked with just now
     */
    public void look(Viewer viewer) {
        ProviderRows.Row row =
                rows.find(viewer.workspace())
                        .orElseThrow(() -> new Refused("issuer", "Save an issuer first"));
        read(viewer.workspace(), row.issuer(), row.clientId(), secret(viewer.workspace(), row));
    }

    private String secret(WorkspaceId workspace, ProviderRows.Row row) {
        return vault.open(row.secret(), purpose(workspace))
                .orElseThrow(() ->
                        new Refused(
                                "clientSecret",
                                "The client secret cannot be unsealed: the key in the data folder is another. Type it in again"));
    }

    /**
     * @throws ProviderTrouble when it does not answer as it should
     * @throws Refused when its secret cannot be unsealed
     */
    Provider open(WorkspaceId workspace, ProviderRows.Row row) throws ProviderTrouble {
        return provider(workspace, row.issuer(), row.clientId(), secret(workspace, row));
    }

    private static String purpose(WorkspaceId workspace) {
        return "login-provider:" + workspace;
    }

    /**
     * Whether members come in by the provider only. Owners keep their password, for the day on
     * which the provider is down.
     *
     * @throws Refused while nobody has come in this way yet
     */
    public void onlyWay(Member by, boolean only) {
        work.run(
                by.workspace(),
                () -> {
                    if (only && rows.known(by.workspace()).isEmpty())
                        throw new Refused(
                                "onlyWay",
                                "Log in this way once yourself; then it can become the only one");
                    if (rows.onlyWay(by.workspace(), only))
                        audit.record(by.viewer(), "login-provider.saved", "only-way");
                });
    }

    public void remove(Member by) {
        work.run(
                by.workspace(),
                () -> {
                    if (rows.remove(by.workspace()))
                        audit.record(by.viewer(), "login-provider.removed");
                });
    }

    /** False when the provider does not know this member. */
    public boolean forget(Member by, MemberId member) {
        return work.call(
                by.workspace(),
                () -> {
                    boolean known = rows.unlink(by.workspace(), member);
                    if (known) audit.record(by.viewer(), "login-provider.forgot", member.value());
                    return known;
                });
    }

    /** Whether this member's password does not let them in here. */
    public boolean isOnlyWayFor(Member member) {
        return isOnlyWayFor(member.workspace(), member.role());
    }

    /** Whether whoever is this here comes in by the provider alone. */
    public boolean isOnlyWayFor(WorkspaceId workspace, Role role) {
        return role != Role.OWNER
                && work.call(
                        workspace,
                        () -> rows.find(workspace).filter(ProviderRows.Row::onlyWay).isPresent());
    }

    /** Whether anybody here comes in by a provider. */
    public boolean any() {
        return !rows.firms(Optional.empty()).isEmpty();
    }

    /** The one firm of this server; on a server of several nobody is told who they are. */
    public Optional<Firm> onlyFirm() {
        List<Firm> firms = rows.firms(Optional.empty());
        return firms.size() == 1 && rows.oneWorkspaceOnly()
                ? Optional.of(firms.getFirst())
                : Optional.empty();
    }

    /** Firms with a provider whose own domain the address has; tells nothing about the address. */
    public List<Firm> firmsOf(String email) {
        String domain = email.strip().substring(email.strip().lastIndexOf('@') + 1);
        return domain.isEmpty()
                ? List.of()
                : rows.firms(Optional.of(domain.toLowerCase(Locale.ROOT)));
    }
}
