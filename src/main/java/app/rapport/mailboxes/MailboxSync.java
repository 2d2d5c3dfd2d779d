package app.rapport.mailboxes;

import app.rapport.exchange.MailFeed;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.mailboxes.store.Leases;
import app.rapport.mailboxes.store.MailboxRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Reads a mailbox now, for somebody who waits for it. */
@Service
public class MailboxSync {
    private static final Duration ASK_AGAIN = Duration.ofMillis(300);

    private final MailboxRows rows;
    private final MailboxReading reading;
    private final Mailboxes mailboxes;
    private final Leases leases;
    private final MailFeed feed;
    private final Clock clock;

    MailboxSync(
            MailboxRows rows,
            MailboxReading reading,
            Mailboxes mailboxes,
            Leases leases,
            MailFeed feed,
            Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.mailboxes = mailboxes;
        this.leases = leases;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Compares every message with the server's and brings in what is missing; where another process
     * keeps up with the mailbox, that one is asked and waited for.
     *
     * @param watcher is told after each batch
     * @throws MailTrouble when it cannot be read
     */
    public void sync(Viewer viewer, Mailbox box, Consumer<Progress> watcher) {
        Leases.Place place = new Leases.Place(viewer.workspace(), box.id());
        Runnable told = () -> feed.progress(viewer, box.record()).ifPresent(watcher);
        Holder holder = new Holder(leases, place, UUID.randomUUID(), clock, told);
        if (!holder.hold() && readElsewhere(viewer, box.id(), holder)) return;
        try (ImapSession session = ImapSession.open(box.server(), opened(viewer, box))) {
            reading.read(viewer, box, session, holder, true);
            reading.conclude(viewer, box);
        } catch (MailTrouble e) {
            rows.trouble(viewer, box.id(), e.kind().lasting(), e.sentence(), clock.instant());
            throw e;
        } finally {
            holder.release();
        }
    }

    String opened(Viewer viewer, Mailbox box) {
        return mailboxes
                .secret(viewer, box.id())
                .orElseThrow(() ->
                        new MailTrouble(
                                MailTrouble.Kind.LOGIN,
                                "The password for %s cannot be read any more. Enter it again."
                                        .formatted(box.name())));
    }

    /** False when whoever had it has it no more, as after a crash: then it is ours to read. */
    private boolean readElsewhere(Viewer viewer, MailboxId id, Holder holder) {
        Instant asked = clock.instant();
        mailboxes.ask(viewer, id);
        while (!holder.hold()) {
            Optional<Mailbox> now = rows.one(viewer, id);
            if (now.isEmpty() || after(now.get().syncedAt(), asked)) return true;
            now.get()
                    .trouble()
                    .ifPresent(words -> {
                        throw new MailTrouble(MailTrouble.Kind.BROKEN, words);
                    });
            holder.progressed();
            pause();
        }
        return false;
    }

    private static boolean after(Optional<Instant> moment, Instant asked) {
        return moment.isPresent() && moment.get().isAfter(asked);
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
