package app.rapport.mailboxes;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.OpenFolder;
import app.rapport.mailboxes.model.Folder;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.MailTrouble.Kind;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.Nightly;
import app.rapport.mailboxes.model.Patience;
import app.rapport.mailboxes.store.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps up with one mailbox over one connection: reads it to its end, then waits until the server
 * tells of something, somebody asks, or some minutes are over. Where the server is away it comes
 * back later and later; where only a person can mend it, it stops.
 */
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration TOLD = Duration.ofMinutes(5);
    private static final Duration NOT_TOLD = Duration.ofMinutes(1);

    private final MailboxSync sync;
    private final MailboxReading reading;
    private final SentCopies copies;
    private final Access access;
    private final Leases.Place place;
    private final Holder holder;
    private final Semaphore wakes = new Semaphore(0);
    private final Conclusions conclusions;
    private final Thread thread;
    private volatile Instant lastAsked = Instant.MIN;
    private int failures;

    Keeper(
            MailboxSync sync,
            MailboxReading reading,
            SentCopies copies,
            Access access,
            Leases leases,
            Leases.Place place,
            UUID process) {
        this.sync = sync;
        this.reading = reading;
        this.copies = copies;
        this.access = access;
        this.place = place;
        this.conclusions = new Conclusions(reading, place);
        this.holder = new Holder(leases, place, process, reading.clock(), conclusions::whenDue);
        this.thread =
                Thread.ofVirtual()
                        .name("mailbox " + place.mailbox())
                        .unstarted(() -> CurrentWorkspace.run(place.workspace(), this::keep));
    }

    /** Begins where no other process has it; false when one has. */
    boolean begin() {
        if (!CurrentWorkspace.call(place.workspace(), holder::hold)) return false;
        thread.start();
        return true;
    }

    /** Goes on having it; false when it has ended, or another process has it by now. */
    boolean goesOn() {
        return thread.isAlive() && CurrentWorkspace.call(place.workspace(), holder::hold);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Somebody wants it read at once. */
    void asked(Instant at) {
        if (!at.isAfter(lastAsked)) return;
        lastAsked = at;
        wakes.release();
    }

    /** Something waits to be copied into it. */
    void wake() {
        wakes.release();
    }

    /** Ends after the batch that it is at. */
    void stop() {
        holder.stop();
        wakes.release();
    }

    /** Waits for its end, and cuts it short where that takes too long. */
    void end(Duration most) {
        try {
            if (thread.join(most)) return;
            thread.interrupt();
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!holder.isStopped() && connectAndKeep()) {}
        } catch (CancellationException e) {
            LOG.debug("mailbox {} is kept no more: {}", place.mailbox(), e.getMessage());
        } finally {
            holder.release();
        }
    }

    /** A mailbox and whose it is. */
    private record Kept(Viewer viewer, Mailbox box) {}

    private Optional<Kept> kept() {
        return reading.mailboxes()
                .kept(place.workspace().value(), place.mailbox())
                .filter(box -> box.state() == Mailbox.State.ACTIVE)
                .flatMap(box ->
                        access.member(place.workspace(), box.member())
                                .map(Member::viewer)
                                .map(viewer -> new Kept(viewer, box)));
    }

    /** False when it is to be kept no more. */
    private boolean connectAndKeep() {
        Optional<Kept> kept = kept();
        if (kept.isEmpty()) return false;
        try {
            connected(kept.get());
            return true;
        } catch (MailTrouble e) {
            return troubled(kept.get(), e);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            if (holder.isStopped()) return false;
            LOG.warn("mailbox {} could not be read", place.mailbox(), e);
            return troubled(
                    kept.get(),
                    new MailTrouble(
                            Kind.BROKEN,
                            "Something broke while it was read. It is tried again by itself."));
        }
    }

    private void connected(Kept first) {
        String secret = sync.opened(first.viewer(), first.box());
        try (ImapSession session = ImapSession.open(first.box().server(), secret)) {
            Optional<Kept> kept = Optional.of(first);
            while (!holder.isStopped() && kept.isPresent()) {
                read(kept.get(), session);
                failures = 0;
                await(kept.get(), session);
                kept = kept().filter(now -> now.box().server().equals(first.box().server()));
            }
        }
    }

    private void read(Kept kept, ImapSession session) {
        Mailbox box = kept.box();
        conclusions.of(kept.viewer());
        Instant now = reading.clock().instant();
        boolean asked =
                box.askedAt().isPresent()
                        && (box.syncedAt().isEmpty()
                                || box.syncedAt().get().isBefore(box.askedAt().get()));
        boolean compare = asked || Nightly.due(box.checkedAt(), now, kept.viewer().zone());
        reading.read(kept.viewer(), box, session, holder, compare);
        copies.file(kept.viewer(), box, session);
        conclusions.whenDue();
    }

    /** Trouble is noted for its owner; false when trying again would be of no use. */
    private boolean troubled(Kept kept, MailTrouble trouble) {
        failures++;
        reading.mailboxes()
                .trouble(
                        kept.viewer(),
                        place.mailbox(),
                        trouble.kind().lasting(),
                        trouble.sentence(),
                        reading.clock().instant());
        if (trouble.kind().lasting()) return false;
        sleep(Patience.after(trouble.kind(), failures, ThreadLocalRandom.current().nextDouble()));
        return true;
    }

    private void await(Kept kept, ImapSession session) {
        if (holder.isStopped()) return;
        Optional<Folder> told = session.tells() ? telling(kept) : Optional.empty();
        if (told.isEmpty()) {
            sleep(conclusions.sooner(NOT_TOLD));
            return;
        }
        try (OpenFolder open = session.examine(told.get().name())) {
            // what came between the reading and now would never be told
            if (open.messages() != told.get().standing().messages()) return;
            open.awaitNews(conclusions.sooner(TOLD), wakes);
        }
        wakes.drainPermits();
    }

    /** The folder in which new mail appears. */
    private Optional<Folder> telling(Kept kept) {
        return reading.folders().of(kept.viewer(), place.mailbox()).stream()
                .filter(Folder::chosen)
                .filter(folder ->
                        folder.role() == FolderRole.INBOX || folder.role() == FolderRole.ALL)
                .findFirst();
    }

    private void sleep(Duration most) {
        try {
            if (wakes.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) wakes.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("told to stop");
        }
    }
}
