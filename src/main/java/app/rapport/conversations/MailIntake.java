package app.rapport.conversations;

import app.rapport.access.Us;
import app.rapport.conversations.mail.MailKind;
import app.rapport.conversations.mail.Mailbox;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.conversations.model.Known;
import app.rapport.conversations.model.ParsedMail;
import app.rapport.conversations.model.ThreadFinder;
import app.rapport.conversations.store.KnownMails;
import app.rapport.conversations.store.MailRows;
import app.rapport.conversations.store.MailTraces;
import app.rapport.conversations.store.RescuedMails;
import app.rapport.database.Tombstones;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Met;
import app.rapport.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mails in: each becomes one touch however often and under however many ids it comes, joins
 * its thread, and its people become contacts where they are somebody to talk to.
 */
@Service
public class MailIntake {
    private static final int CROWD = 60;

    private final KnownMails there;
    private final MailRows rows;
    private final MailTraces traces;
    private final RescuedMails rescued;
    private final People people;
    private final Tombstones tombstones;
    private final PrivateMail privacy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailIntake(
            KnownMails there,
            MailRows rows,
            MailTraces traces,
            RescuedMails rescued,
            People people,
            Tombstones tombstones,
            PrivateMail privacy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.there = there;
        this.tombstones = tombstones;
        this.events = events;
        this.rows = rows;
        this.traces = traces;
        this.rescued = rescued;
        this.people = people;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** What became of one mail. */
    public sealed interface Outcome {
        record Stored(TouchId touch) implements Outcome {}

        record AlreadyKnown(TouchId touch) implements Outcome {}

        /** From before somebody on it was erased: it does not come back. */
        record Erased(PersonId person) implements Outcome {}

        /**
         * @param reason one sentence for the person who brought it
         */
        record SetAside(String reason) implements Outcome {}
    }

    /** Outcomes in the order of the mails. */
    public record Taken(List<Outcome> outcomes, int contactsCreated, int accountsCreated) {}

    /** A mail that was read and waits to be stored. */
    public static final class Mail {
        private final ParsedMail parsed;

        private Mail(ParsedMail parsed) {
            this.parsed = parsed;
        }
    }

    /**
     * Reads a mail: the dear half of the work, which needs no database and may run on any thread.
     */
    public static Mail read(byte[] raw) {
        return read(raw, List.of());
    }

    /**
     * @param where labels that the mail does not carry itself: "Drafts" and "Spam" are kept and are
     *     no touches
     */
    public static Mail read(byte[] raw, List<String> where) {
        return new Mail(ParsedMail.of(raw, where));
    }

    /** Stores a batch, in the caller's transaction where there is one. */
    @Transactional
    public Taken take(Viewer viewer, Us us, ImportId importId, List<Mail> batch) {
        List<ParsedMail> mails = batch.stream().map(mail -> mail.parsed).toList();
        people.holdStill(viewer);
        Known known = there.known(viewer, mails);
        People.Meeting met =
                people.meet(viewer, us, toMeet(us, privacy.open(viewer, mails)), importId);
        Map<String, PersonId> persons = new HashMap<>(met.people());
        persons.putAll(people.byAddress(viewer, addressesBesides(mails, persons)));
        ThreadFinder threads = there.threadsAround(viewer, mails);
        Map<String, Tombstones.Erased> erased = tombstones.of(viewer, things(mails));
        List<Outcome> outcomes = new ArrayList<>();
        List<MailRows.NewMail> fresh = new ArrayList<>();
        Instant now = clock.instant();
        for (ParsedMail mail : mails) {
            outcomes.add(
                    erased(mail, known, erased)
                            .orElseGet(() -> outcome(mail, known, threads, fresh)));
        }
        rows.insert(viewer, fresh, persons, now);
        List<Optional<TouchId>> touches = outcomes.stream().map(MailIntake::touch).toList();
        traces.remember(viewer, importId, mails, touches);
        rescued.areTouches(viewer, letters(mails, touches));
        privacy.mark(viewer, touches.stream().flatMap(Optional::stream).toList());
        List<InvitationsCame.Invitation> invitations = invitations(mails, touches);
        if (!invitations.isEmpty())
            events.publishEvent(new InvitationsCame(viewer, importId, invitations));
        return new Taken(outcomes, met.created(), met.accountsCreated());
    }

    private static List<InvitationsCame.Invitation> invitations(
            List<ParsedMail> mails, List<Optional<TouchId>> touches) {
        List<InvitationsCame.Invitation> invitations = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            ReadMail mail = mails.get(i).mail();
            if (touches.get(i).isEmpty() || mail.isDraftOrSpam()) continue;
            String from = mail.from().map(Mailbox::key).orElse("");
            mail.calendars()
                    .forEach(text -> invitations.add(new InvitationsCame.Invitation(from, text)));
        }
        return invitations;
    }

    /**
     * Stores a mail that its owner sent from here. Nobody becomes a contact by it: whom it went to
     * was chosen among those that are known.
     */
    @Transactional
    public Outcome keepSent(Viewer viewer, Mail sent) {
        people.holdStill(viewer);
        List<ParsedMail> mails = List.of(sent.parsed);
        List<MailRows.NewMail> fresh = new ArrayList<>();
        Outcome outcome =
                outcome(
                        sent.parsed,
                        there.known(viewer, mails),
                        there.threadsAround(viewer, mails),
                        fresh);
        Map<String, PersonId> persons = people.byAddress(viewer, addressesBesides(mails, Map.of()));
        rows.insert(viewer, fresh, persons, clock.instant());
        traces.own(viewer, mails, List.of(touch(outcome)));
        return outcome;
    }

    private static Outcome outcome(
            ParsedMail parsed, Known known, ThreadFinder threads, List<MailRows.NewMail> fresh) {
        ReadMail mail = parsed.mail();
        if (isNothing(mail))
            return new Outcome.SetAside(
                    "There is no sender, no date and no word in it: nothing to store");
        Optional<TouchId> same = known.find(parsed);
        if (same.isPresent()) return new Outcome.AlreadyKnown(same.get());
        TouchId id = TouchId.next();
        ThreadFinder.Place place = threads.place(mail);
        known.add(parsed, id);
        fresh.add(new MailRows.NewMail(id, place.thread(), place.isNew(), parsed));
        return new Outcome.Stored(id);
    }

    private static Set<String> things(List<ParsedMail> mails) {
        Set<String> things = new HashSet<>();
        for (ParsedMail mail : mails) {
            things.add(Tombstones.mail(mail.mail().substance()));
            mail.parties().forEach(party -> things.add(Tombstones.address(party.mailbox().key())));
        }
        return things;
    }

    /** What they write after they were erased is a new beginning. */
    private static Optional<Outcome> erased(
            ParsedMail mail, Known known, Map<String, Tombstones.Erased> erased) {
        if (erased.isEmpty() || known.find(mail).isPresent()) return Optional.empty();
        return things(List.of(mail)).stream()
                .flatMap(thing -> Optional.ofNullable(erased.get(thing)).stream())
                .filter(one -> mail.mail().date().filter(one.at()::isBefore).isEmpty())
                .findFirst()
                .map(one -> new Outcome.Erased(one.person()));
    }

    /** Those among them that are neither a draft nor spam, where they lie now. */
    private static List<TouchId> letters(List<ParsedMail> mails, List<Optional<TouchId>> touches) {
        List<TouchId> letters = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++)
            if (!mails.get(i).mail().isDraftOrSpam()) touches.get(i).ifPresent(letters::add);
        return letters;
    }

    private static boolean isNothing(ReadMail mail) {
        return mail.from().isEmpty()
                && mail.date().isEmpty()
                && mail.subject().isEmpty()
                && mail.text().isBlank()
                && mail.attachments().isEmpty();
    }

    private static Optional<TouchId> touch(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored(TouchId id) -> Optional.of(id);
            case Outcome.AlreadyKnown(TouchId id) -> Optional.of(id);
            case Outcome.SetAside _, Outcome.Erased _ -> Optional.empty();
        };
    }

    /**
     * Who is somebody to talk to: on a person's mail or an invitation, not a crowd, a list or a
     * machine.
     */
    private static List<Met> toMeet(Us us, List<ParsedMail> mails) {
        List<Met> everybody = new ArrayList<>();
        for (ParsedMail parsed : mails) {
            ReadMail mail = parsed.mail();
            if (mail.kind() != MailKind.PERSON && mail.kind() != MailKind.CALENDAR) continue;
            if (mail.isDraftOrSpam()) continue;
            mail.from().ifPresent(from -> add(us, from, everybody));
            if (mail.to().size() + mail.cc().size() > CROWD) continue;
            mail.to().forEach(to -> add(us, to, everybody));
            mail.cc().forEach(cc -> add(us, cc, everybody));
        }
        return everybody;
    }

    private static void add(Us us, Mailbox mailbox, List<Met> everybody) {
        if (!mailbox.isAddress()
                || us.mine().contains(mailbox.key())
                || MachineAddress.is(mailbox.key())) return;
        everybody.add(new Met(mailbox.key(), mailbox.address(), mailbox.name()));
    }

    private static Set<String> addressesBesides(
            List<ParsedMail> mails, Map<String, PersonId> persons) {
        Set<String> keys = new HashSet<>();
        for (ParsedMail mail : mails)
            mail.parties().forEach(party -> keys.add(party.mailbox().key()));
        keys.removeAll(persons.keySet());
        return keys;
    }
}
