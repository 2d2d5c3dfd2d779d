package app.rapport.mailboxes;

import app.rapport.exchange.MailFeed;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.ImapSession.Listed;
import app.rapport.mailboxes.model.Folder;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.store.FolderRows;
import app.rapport.mailboxes.store.MailboxRows;
import app.rapport.mailboxes.store.MessageRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a mailbox once, to its end. */
@Service
class MailboxReading {
    private static final int ATTEMPTS = 3;

    private final MailboxRows mailboxes;
    private final FolderRows folders;
    private final MessageRows messages;
    private final MailFeed feed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** However many mailboxes are read at once, few batches are held in memory. */
    private final Semaphore hands = new Semaphore(3);

    MailboxReading(
            MailboxRows mailboxes,
            FolderRows folders,
            MessageRows messages,
            MailFeed feed,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.folders = folders;
        this.messages = messages;
        this.feed = feed;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param compare whether to compare every message with the server's
     */
    void read(Viewer viewer, Mailbox box, ImapSession session, Holder holder, boolean compare) {
        Instant as = clock.instant();
        for (Folder folder : listed(viewer, box, session)) {
            holder.check();
            if (folder.chosen())
                new FolderReading(this, viewer, box, holder, session, folder).read(compare);
        }
        mailboxes.synced(viewer, box.id(), compare, as);
    }

    private List<Folder> listed(Viewer viewer, Mailbox box, ImapSession session) {
        List<Listed> listed = session.folders(false);
        transaction.executeWithoutResult(_ -> note(viewer, box, listed));
        return folders.of(viewer, box.id());
    }

    /** Folders that were not there before are read where all are. */
    void note(Viewer viewer, Mailbox box, List<Listed> listed) {
        Set<FolderRole> roles = listed.stream().map(Listed::role).collect(Collectors.toSet());
        for (Listed one : listed)
            folders.there(
                    viewer,
                    box.id(),
                    one.name(),
                    one.role(),
                    box.everyFolder() && one.role().usuallyRead(roles));
        folders.onlyThere(
                viewer, box.id(), listed.stream().map(Listed::name).collect(Collectors.toSet()));
    }

    /** Works out what follows from what was stored since this was last done. */
    void conclude(Viewer viewer, Mailbox box) {
        transaction.executeWithoutResult(_ -> {
            mailboxes.owesConclusion(viewer, box.id(), false);
            feed.conclude(viewer, box.record());
        });
    }

    /**
     * One transaction; tried again where another member's mail brought the same message at once.
     */
    void store(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(_ -> work.run());
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) throw e;
            }
        }
    }

    void handle(Runnable batch) {
        try {
            hands.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("told to stop");
        }
        try {
            batch.run();
        } finally {
            hands.release();
        }
    }

    MailboxRows mailboxes() {
        return mailboxes;
    }

    FolderRows folders() {
        return folders;
    }

    MessageRows messages() {
        return messages;
    }

    MailFeed feed() {
        return feed;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    Clock clock() {
        return clock;
    }
}
