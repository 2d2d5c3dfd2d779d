package app.rapport.mailboxes;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.exchange.MailFeed;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.imap.ImapSession;
import app.rapport.mailboxes.imap.ImapSession.Listed;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.mailboxes.store.FolderRows;
import app.rapport.mailboxes.store.MailboxRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Members' mailboxes: connected, looked at, ended. */
@Service
public class Mailboxes {
    private final MailboxRows rows;
    private final FolderRows folders;
    private final MailboxReading reading;
    private final MailFeed feed;
    private final House house;
    private final MailboxKeys keys;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Mailboxes(
            MailboxRows rows,
            FolderRows folders,
            MailboxReading reading,
            MailFeed feed,
            House house,
            MailboxKeys keys,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.folders = folders;
        this.reading = reading;
        this.feed = feed;
        this.house = house;
        this.keys = keys;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What of a mailbox is read.
     *
     * @param folders by the server's names; empty for all but trash
     * @param since nothing that came before that day
     */
    public record Choice(Set<String> folders, Optional<LocalDate> since) {
        public static final Choice ALL = new Choice(Set.of(), Optional.empty());

        public Choice {
            folders = Set.copyOf(folders);
        }
    }

    /** A mailbox with all that is known of it. */
    public record View(Mailbox mailbox, List<FolderCount> folders, Progress progress) {
        public long toCome() {
            return folders.stream()
                    .filter(FolderCount::chosen)
                    .mapToLong(FolderCount::toCome)
                    .sum();
        }
    }

    /**
     * Connects and logs in, and stores nothing.
     *
     * @return the folders with how much is in each
     * @throws Refused when a part of it cannot be
     * @throws MailTrouble when the server does not let us in
     */
    public List<Listed> tryOut(MailServer server, String secret) {
        return keys.tryOut(server, secret).listed();
    }

    /**
     * Connects a mailbox, once it was tried out.
     *
     * @throws Refused when a part of it cannot be, or it is connected already
     * @throws MailTrouble when the server does not let us in
     */
    public MailboxId add(Viewer viewer, MailServer server, String secret, Choice choice) {
        return add(viewer, server, secret, choice, Mailbox.State.ACTIVE);
    }

    private MailboxId add(
            Viewer viewer, MailServer server, String secret, Choice choice, Mailbox.State state) {
        MailboxKeys.Tried tried = keys.tryOut(server, secret);
        Set<String> names = tried.listed().stream().map(Listed::name).collect(Collectors.toSet());
        for (String folder : choice.folders())
            if (!names.contains(folder))
                throw new Refused(
                        "folders",
                        "There is no folder " + folder + ". Choose among " + some(names));
        MailboxId id = MailboxId.next();
        transaction.executeWithoutResult(
                _ -> store(viewer, id, server, tried.kept(), choice, state, tried.listed()));
        return id;
    }

    /**
     * The same, but nothing is read before {@link #choose}: its folders are known then.
     *
     * @throws Refused when a part of it cannot be, or it is connected already
     * @throws MailTrouble when the server does not let us in
     */
    public MailboxId connect(Viewer viewer, MailServer server, String secret) {
        return add(viewer, server, secret, Choice.ALL, Mailbox.State.PAUSED);
    }

    private static String some(Set<String> names) {
        return names.stream().sorted().limit(20).collect(Collectors.joining(", "));
    }

    private void store(
            Viewer viewer,
            MailboxId id,
            MailServer server,
            String secret,
            Choice choice,
            Mailbox.State state,
            List<Listed> listed) {
        ImportId record = feed.begin(viewer, "Mailbox " + server.login());
        Mailbox box =
                new Mailbox(
                        id,
                        viewer.member(),
                        record,
                        server,
                        choice.since(),
                        choice.folders().isEmpty(),
                        state,
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        if (!rows.insert(viewer, box, keys.sealed(viewer, id, secret)))
            throw new Refused("login", "This mailbox is connected already");
        reading.note(viewer, box, listed);
        if (!choice.folders().isEmpty()) folders.choose(viewer, id, choice.folders());
        if (server.login().contains("@")) house.addOwnAddresses(viewer, Set.of(server.login()));
        audit.record(viewer, "mailbox.connected", id.value());
    }

    /**
     * What the server is told: the password, or an access token that is good for a while; empty
     * when it cannot be opened any more, as after a restore elsewhere.
     *
     * @throws MailTrouble when no token can be got
     */
    Optional<String> secret(Viewer viewer, MailboxId id) {
        return keys.word(viewer, id);
    }

    /** The viewer's own. */
    public List<View> of(Viewer viewer) {
        return rows.of(viewer).stream().map(box -> view(viewer, box)).toList();
    }

    public Optional<View> one(Viewer viewer, MailboxId id) {
        return rows.one(viewer, id).map(box -> view(viewer, box));
    }

    private View view(Viewer viewer, Mailbox box) {
        return new View(
                box,
                folders.counts(viewer, box.id()),
                feed.progress(viewer, box.record()).orElseThrow());
    }

    /** That the others' exist and how they are, and nothing of what is in them. */
    public List<Mailbox> ofOthers(Viewer viewer) {
        return rows.all(viewer).stream()
                .filter(box -> !box.member().equals(viewer.member()))
                .toList();
    }

    /** All that a mailbox brought, with what was set aside and why. */
    public Report report(Viewer viewer, Mailbox box) {
        return feed.report(viewer, box.record());
    }

    /** Wants it read at once; whoever keeps up with it does that within seconds. */
    public void ask(Viewer viewer, MailboxId id) {
        rows.asked(viewer, id, clock.instant());
    }

    public void pause(Viewer viewer, MailboxId id) {
        rows.state(viewer, id, Mailbox.State.PAUSED);
    }

    public void resume(Viewer viewer, MailboxId id) {
        rows.state(viewer, id, Mailbox.State.ACTIVE);
    }

    /**
     * A new password, once it was tried out; where access renews itself, a new refresh token.
     *
     * @throws MailTrouble when the server does not take it
     */
    public void mend(Viewer viewer, Mailbox box, String secret) {
        String kept = keys.tryOut(box.server(), keys.withTyped(viewer, box.id(), secret)).kept();
        transaction.executeWithoutResult(_ -> {
            rows.mend(viewer, box.id(), keys.sealed(viewer, box.id(), kept));
            audit.record(viewer, "mailbox.password", box.id().value());
        });
    }

    /**
     * The folders as the server has them now, with how much is in each.
     *
     * @throws MailTrouble when the server does not let us in
     */
    public List<Listed> folders(Viewer viewer, Mailbox box) {
        try (ImapSession session =
                ImapSession.tryOut(box.server(), secret(viewer, box.id()).orElse(""))) {
            return session.folders(true);
        }
    }

    /**
     * Reads what is chosen from now on; what other folders brought stays. No folders: all but
     * trash, also those that are made later.
     */
    public void choose(Viewer viewer, Mailbox box, Choice choice, List<Listed> listed) {
        transaction.executeWithoutResult(_ -> {
            rows.choose(viewer, box.id(), choice.folders().isEmpty(), choice.since());
            reading.note(viewer, box, listed);
            folders.choose(viewer, box.id(), chosen(choice, listed));
            if (!choice.since().equals(box.since())) folders.fromTheBegin(viewer, box.id());
            rows.state(viewer, box.id(), Mailbox.State.ACTIVE);
            rows.asked(viewer, box.id(), clock.instant());
        });
    }

    private static Set<String> chosen(Choice choice, List<Listed> listed) {
        if (!choice.folders().isEmpty()) return choice.folders();
        Set<FolderRole> roles = listed.stream().map(Listed::role).collect(Collectors.toSet());
        return listed.stream()
                .filter(one -> one.role().usuallyRead(roles))
                .map(Listed::name)
                .collect(Collectors.toSet());
    }

    /** Ends it; what was read stays, as an import that can be undone. */
    public void remove(Viewer viewer, Mailbox box) {
        transaction.executeWithoutResult(_ -> {
            rows.delete(viewer, box.id());
            feed.end(viewer, box.record());
            audit.record(viewer, "mailbox.removed", box.id().value());
        });
    }

    /** Ends it, and what only it brought goes with it. */
    public void removeAll(Viewer viewer, Mailbox box) {
        transaction.executeWithoutResult(_ -> {
            rows.delete(viewer, box.id());
            feed.takeBack(viewer, box.record());
            audit.record(viewer, "mailbox.removed", box.id().value());
        });
    }
}
