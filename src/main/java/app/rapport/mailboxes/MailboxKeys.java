package app.rapport.mailboxes;

import app.rapport.access.Refused;
import app.rapport.database.Vault;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.ImapSession.Listed;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.mailboxes.store.MailboxRows;
import app.rapport.post.AccessTokens;
import app.rapport.post.OAuthGrant;
import app.rapport.post.TokenTrouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * By what mailboxes are opened: passwords, and access that renews itself. Each is sealed for its
 * mailbox alone.
 */
@Component
class MailboxKeys {
    private final MailboxRows rows;
    private final Vault vault;
    private final AccessTokens tokens;
    private final TransactionTemplate transaction;

    MailboxKeys(
            MailboxRows rows,
            Vault vault,
            AccessTokens tokens,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.vault = vault;
        this.tokens = tokens;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param listed the folders with how much is in each
     * @param kept the secret as it is to be kept: trying it out may have renewed it
     */
    record Tried(List<Listed> listed, String kept) {}

    /**
     * Connects and logs in, and stores nothing.
     *
     * @throws Refused when a part of it cannot be
     * @throws MailTrouble when the server does not let us in
     */
    Tried tryOut(MailServer server, String secret) {
        server.unfit()
                .ifPresent(unfit -> {
                    throw new Refused(unfit.field(), unfit.sentence());
                });
        AccessTokens.Opened opened = opened(secret);
        try (ImapSession session = ImapSession.tryOut(server, opened.word())) {
            return new Tried(session.folders(true), opened.kept());
        }
    }

    private AccessTokens.Opened opened(String secret) {
        try {
            return tokens.open(secret);
        } catch (TokenTrouble e) {
            throw new MailTrouble(
                    e.lasting() ? MailTrouble.Kind.LOGIN : MailTrouble.Kind.BUSY,
                    e.sentence() + ".");
        }
    }

    byte[] sealed(Viewer viewer, MailboxId id, String secret) {
        return vault.seal(secret, purpose(viewer, id));
    }

    private static String purpose(Viewer viewer, MailboxId id) {
        return "mailbox " + viewer.workspace() + " " + id;
    }

    /**
     * What the server is told: the password, or an access token that is good for a while; empty
     * when it cannot be opened any more, as after a restore elsewhere. One process renews a token
     * at a time: some servers take each refresh token once.
     *
     * @throws MailTrouble when no token can be got
     */
    Optional<String> word(Viewer viewer, MailboxId id) {
        return Objects.requireNonNull(
                transaction.execute(_ -> kept(viewer, id).map(kept -> word(viewer, id, kept))));
    }

    private Optional<String> kept(Viewer viewer, MailboxId id) {
        return vault.open(rows.secret(viewer, id), purpose(viewer, id));
    }

    private String word(Viewer viewer, MailboxId id, String kept) {
        AccessTokens.Opened opened = opened(kept);
        if (opened.renewed()) rows.reseal(viewer, id, sealed(viewer, id, opened.kept()));
        return opened.word();
    }

    /**
     * What takes the place of the secret: a password, or a new refresh token of the same client.
     */
    String withTyped(Viewer viewer, MailboxId id, String typed) {
        return kept(viewer, id)
                .flatMap(OAuthGrant::in)
                .map(grant -> grant.with(typed).kept())
                .orElse(typed);
    }
}
