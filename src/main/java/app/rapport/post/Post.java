package app.rapport.post;

import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.post.Outgoing.Author;
import app.rapport.post.Outgoing.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends mail that a person or a rule of theirs ordered, and nothing else. What is ordered lies in
 * the outbox before this returns; it is sent once, or shown as failed.
 */
@Service
public class Post {
    private final Outbox outbox;
    private final OwnMails own;
    private final SmtpAccounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Post(
            Outbox outbox,
            OwnMails own,
            SmtpAccounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.own = own;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The address that the viewer's mails are from; empty while no mail server is set. */
    public Optional<String> from(Viewer viewer) {
        return accounts.address(viewer);
    }

    /**
     * Puts a letter into the outbox, in the caller's transaction where there is one.
     *
     * @param wait how long it can be withdrawn before it leaves
     * @throws NotSendable when no mail server is set, or a part of the letter cannot be
     */
    @Transactional(noRollbackFor = NotSendable.class)
    public OutgoingId send(Viewer viewer, Letter letter, Duration wait) {
        return add(viewer, letter, Author.PERSON, wait);
    }

    /** Whether the workspace has a server by which the program may send what people order. */
    public boolean sendsForProgram(Viewer viewer) {
        return accounts.workspaceAddress(viewer).isPresent();
    }

    /**
     * Puts a mail into the outbox that the program wrote because this viewer, or a rule of theirs,
     * ordered it; it leaves by the workspace's server, becomes no touch, and its words are not
     * kept.
     *
     * @throws NotSendable when the workspace has no mail server, or a part of it cannot be
     */
    @Transactional(noRollbackFor = NotSendable.class)
    public OutgoingId sendForProgram(Viewer orderedBy, Letter letter) {
        return add(orderedBy, letter, Author.PROGRAM, Duration.ZERO);
    }

    private OutgoingId add(Viewer viewer, Letter letter, Author author, Duration wait) {
        SmtpAccount account =
                accounts.sending(viewer, author)
                        .orElseThrow(() ->
                                new NotSendable(
                                        "from", "No mail server is set yet. Set it in Settings"))
                        .account();
        Instant now = clock.instant();
        OutgoingId id = OutgoingId.next();
        Envelope envelope = Envelope.of(letter, account, author, now);
        outbox.add(viewer, id, author, envelope, now.plus(wait), now);
        return id;
    }

    /** Takes a mail back that has not left yet; false when it is too late. */
    public boolean withdraw(Viewer viewer, OutgoingId id) {
        return own.discard(viewer, id, List.of(State.WAITING)) == 1;
    }

    /** Gives up a mail that did not leave; false when there is no such mail. */
    @Transactional
    public boolean discard(Viewer viewer, OutgoingId id) {
        List<State> from = List.of(State.WAITING, State.FAILED, State.UNCLEAR);
        boolean gone = own.discard(viewer, id, from) == 1;
        if (gone) events.publishEvent(new MailDiscarded(viewer, id));
        return gone;
    }

    /** Tries a mail again that did not leave, or of which nobody knows. */
    public boolean again(Viewer viewer, OutgoingId id) {
        List<State> from = List.of(State.FAILED, State.UNCLEAR, State.WAITING);
        return own.again(viewer, id, from, clock.instant()) == 1;
    }

    /** Notes that a mail of which nobody knew has arrived, as its writer found out. */
    public boolean arrived(Viewer viewer, OutgoingId id) {
        return own.arrived(viewer, id, clock.instant()) == 1;
    }

    /** The viewer's mails, newest first. */
    public Slice<Outgoing> outbox(Viewer viewer, Optional<String> cursor, int limit) {
        return own.ofMember(viewer, cursor, limit);
    }

    public Optional<Outgoing> one(Viewer viewer, OutgoingId id) {
        return own.one(viewer, id);
    }

    /** How many of the viewer's mails did not leave and need a word. */
    public int failed(Viewer viewer) {
        return own.failed(viewer);
    }
}
