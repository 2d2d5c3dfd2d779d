package app.rapport.post;

import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends mail that a person or a rule of theirs ordered, and nothing else. What is ordered lies in
 * the outbox before this returns; it is sent once, or shown as failed.
 */
@Service
public class Post {
    private final Outbox outbox;
    private final SmtpAccounts accounts;
    private final Clock clock;

    Post(Outbox outbox, SmtpAccounts accounts, Clock clock) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The address that the viewer's mails are from; empty while no mail server is set. */
    public Optional<String> from(Viewer viewer) {
        return accounts.sending(viewer).map(ready -> ready.account().fromAddress());
    }

    /**
     * Puts a letter into the outbox, in the caller's transaction where there is one.
     *
     * @param wait how long it can be withdrawn before it leaves
     * @throws NotSendable when no mail server is set, or an address is none
     */
    @Transactional
    public OutgoingId send(Viewer viewer, Letter letter, Duration wait) {
        SmtpAccount account =
                accounts.sending(viewer)
                        .orElseThrow(() ->
                                new NotSendable("from", "No mail server is set yet; see Settings"))
                        .account();
        Instant now = clock.instant();
        OutgoingId id = OutgoingId.next();
        outbox.add(viewer, id, Envelope.of(letter, account, now), now.plus(wait), now);
        return id;
    }

    /** Takes a mail back that has not left yet; false when it is too late. */
    public boolean withdraw(Viewer viewer, OutgoingId id) {
        return outbox.decide(
                        viewer,
                        id,
                        List.of(Outgoing.State.WAITING),
                        Outgoing.State.WITHDRAWN,
                        clock.instant())
                == 1;
    }

    /** Tries a mail again that did not leave, or of which nobody knows. */
    public boolean again(Viewer viewer, OutgoingId id) {
        return outbox.decide(
                        viewer,
                        id,
                        List.of(
                                Outgoing.State.FAILED,
                                Outgoing.State.UNCLEAR,
                                Outgoing.State.WITHDRAWN,
                                Outgoing.State.WAITING),
                        Outgoing.State.WAITING,
                        clock.instant())
                == 1;
    }

    /** The viewer's mails, newest first. */
    public Slice<Outgoing> outbox(Viewer viewer, Optional<String> cursor, int limit) {
        return outbox.ofMember(viewer, cursor, limit);
    }

    public Optional<Outgoing> one(Viewer viewer, OutgoingId id) {
        return outbox.one(viewer, id);
    }
}
