package app.rapport.post;

import app.rapport.kernel.Viewer;
import app.rapport.post.SmtpAccounts.Whose;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A mail to oneself, past the outbox: whoever sets a server up waits for what it says. */
@Service
public class TestMails {
    private final SmtpAccounts accounts;
    private final Clock clock;

    TestMails(SmtpAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Sends a mail to the account's own address.
     *
     * @return that address
     * @throws NotSendable with what the server said, in plain words
     */
    public String send(Viewer viewer, Whose whose) {
        SmtpAccounts.Ready ready =
                accounts.ready(viewer, whose)
                        .orElseThrow(() -> new NotSendable("host", "No mail server is set yet"));
        Smtp smtp = new Smtp(ready.account(), word(viewer, ready), Smtp.Patience.PERSON);
        smtp.tryOut();
        SmtpAccount account = ready.account();
        Envelope mail =
                Envelope.of(
                        Letter.plain(
                                account.fromAddress(),
                                "Rapport can send mail",
                                "This is the test that you asked for. Mail leaves by %s.\n"
                                        .formatted(account.host())),
                        account,
                        Outgoing.Author.PROGRAM,
                        clock.instant());
        why(smtp.deliver(mail.raw(), mail.recipients(), () -> {}))
                .ifPresent(words -> {
                    throw new NotSendable("fromAddress", words);
                });
        return account.fromAddress();
    }

    private String word(Viewer viewer, SmtpAccounts.Ready ready) {
        try {
            return accounts.opened(viewer, ready);
        } catch (TokenTrouble e) {
            throw new NotSendable("password", e.sentence());
        }
    }

    private static Optional<String> why(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent(var refused) when refused.isEmpty() -> Optional.empty();
            case Delivery.Sent(var refused) ->
                    Optional.of("Not taken for " + String.join(", ", refused));
            case Delivery.Later(var why) -> Optional.of(why);
            case Delivery.Refused(var why) -> Optional.of(why);
            case Delivery.Unclear(var why) -> Optional.of(why);
        };
    }
}
