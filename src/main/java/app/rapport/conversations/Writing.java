package app.rapport.conversations;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.ReadMail;
import app.rapport.conversations.model.AnswerWords;
import app.rapport.conversations.model.TypedAddresses;
import app.rapport.conversations.store.DraftFiles;
import app.rapport.conversations.store.Drafts;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.post.Letter;
import app.rapport.post.MailSignatures;
import app.rapport.post.NotSendable;
import app.rapport.post.Outgoing;
import app.rapport.post.OutgoingId;
import app.rapport.post.Post;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing to a person: the sheet one begins with, the draft that is kept, and sending it once. */
@Service
public class Writing {
    /** How long a mail can be taken back. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final Conversations conversations;
    private final People people;
    private final Access access;
    private final Post post;
    private final MailSignatures signatures;
    private final Drafts drafts;
    private final DraftFiles files;

    Writing(
            Conversations conversations,
            People people,
            Access access,
            Post post,
            MailSignatures signatures,
            Drafts drafts,
            DraftFiles files) {
        this.conversations = conversations;
        this.people = people;
        this.access = access;
        this.post = post;
        this.signatures = signatures;
        this.drafts = drafts;
        this.files = files;
    }

    /**
     * Whom a mail may go to: a person's addresses, and the one that the answered mail came from.
     */
    public List<String> addresses(PersonCard person, Optional<Touch> answered) {
        Set<String> all = new LinkedHashSet<>();
        answered.flatMap(Touch::sender).map(Touch.Party::address).ifPresent(all::add);
        for (String address : person.addresses())
            if (all.stream().noneMatch(address::equalsIgnoreCase)) all.add(address);
        return List.copyOf(all);
    }

    /** The draft that waits for this person, else a new sheet. */
    public Draft begin(Viewer viewer, PersonCard person, Optional<Touch> answered) {
        Optional<TouchId> answers = answered.map(Touch::id);
        return drafts.of(viewer, person.id()).stream()
                .filter(draft -> draft.answers().equals(answers))
                .findFirst()
                .orElseGet(() -> sheet(viewer, person, answered));
    }

    private Draft sheet(Viewer viewer, PersonCard person, Optional<Touch> answered) {
        String quote = answered.map(mail -> quote(viewer, mail)).orElse("");
        return new Draft(
                Uuid7.next(),
                person.id(),
                answered.map(Touch::id),
                addresses(person, answered).stream().findFirst().orElse(""),
                "",
                answered.map(mail -> AnswerWords.subject(mail.subject())).orElse(""),
                AnswerWords.sheet(signatures.of(viewer), quote));
    }

    private static String quote(Viewer viewer, Touch mail) {
        String who = mail.sender().map(Touch.Party::shown).orElse("They");
        String when =
                mail.at()
                        .map(at ->
                                "On "
                                        + WHEN.format(ZonedDateTime.ofInstant(at, viewer.zone()))
                                        + ", ")
                        .orElse("");
        String words = mail.words().isBlank() ? mail.replyText() : mail.words();
        return AnswerWords.quote(when + who + " wrote:", words);
    }

    /** Who else was on a mail, besides its sender and the viewer. */
    public List<String> others(Touch mail) {
        String sender = mail.sender().map(Touch.Party::address).orElse("");
        return Stream.concat(mail.inRole("to").stream(), mail.inRole("cc").stream())
                .filter(party -> !party.mine())
                .map(Touch.Party::address)
                .filter(address -> !address.equalsIgnoreCase(sender) && address.contains("@"))
                .distinct()
                .toList();
    }

    /** Drafts that wait to be written on. */
    public List<Draft> drafts(Viewer viewer, PersonId person) {
        return drafts.of(viewer, person);
    }

    /** One of the viewer's own that waits to be written on. */
    public Optional<Draft> draft(Viewer viewer, UUID id) {
        return drafts.open(viewer, id);
    }

    /** Keeps what is typed; false when it was sent already. */
    public boolean keep(Viewer viewer, Draft draft) {
        return drafts.keep(viewer, draft);
    }

    public List<DraftFile> files(Viewer viewer, UUID draft) {
        return files.of(viewer, draft);
    }

    /**
     * Keeps what is typed, and the files that are to go with it.
     *
     * @throws NotSendable when they are too many or too large, or the mail was sent already
     */
    @Transactional
    public void attach(Viewer viewer, Draft draft, List<Letter.Attached> attached) {
        // first, as it makes a second window that attaches to the same draft wait for this one
        if (!drafts.keep(viewer, draft))
            throw new NotSendable("files", "This mail was sent already");
        List<DraftFile> there = files.of(viewer, draft.id());
        long bytes =
                there.stream().mapToLong(DraftFile::size).sum()
                        + attached.stream().mapToLong(file -> file.content().length).sum();
        if (there.size() + attached.size() > DraftFile.MOST)
            throw new NotSendable("files", "At most " + DraftFile.MOST + " files go with a mail");
        if (bytes > DraftFile.MOST_BYTES)
            throw new NotSendable(
                    "files", "At most 15 MB go with a mail. Share larger files by a link");
        attached.forEach(file -> files.add(viewer, draft.id(), file));
    }

    @Transactional
    public void detach(Viewer viewer, Draft draft, int position) {
        drafts.keep(viewer, draft);
        files.remove(viewer, draft.id(), position);
    }

    @Transactional
    public void discard(Viewer viewer, UUID draft) {
        drafts.discard(viewer, draft);
    }

    /**
     * Puts a draft into the outbox, where it can be taken back for a moment. The same draft goes
     * once, however often it is asked for.
     *
     * @throws NotSendable when a field cannot be sent
     */
    @Transactional
    public OutgoingId send(Viewer viewer, PersonCard person, Draft draft) {
        Optional<UUID> ordered = drafts.outgoing(viewer, draft.id());
        if (ordered.isPresent()) return stillWaiting(viewer, new OutgoingId(ordered.get()));
        OutgoingId id = post.send(viewer, letter(viewer, person, draft), UNDO);
        if (!drafts.keep(viewer, draft)) {
            // the same form came twice at once; the other one wins, this one is rolled back
            throw new NotSendable("words", "This mail is being sent already");
        }
        drafts.ordered(viewer, draft.id(), id.value());
        return id;
    }

    /**
     * The same with files, all or nothing.
     *
     * @throws NotSendable when a field cannot be sent
     */
    @Transactional
    public OutgoingId send(
            Viewer viewer, PersonCard person, Draft draft, List<Letter.Attached> attached) {
        if (!attached.isEmpty()) attach(viewer, draft, attached);
        return send(viewer, person, draft);
    }

    private OutgoingId stillWaiting(Viewer viewer, OutgoingId id) {
        return post.one(viewer, id)
                .filter(mail -> mail.state() == Outgoing.State.WAITING)
                .map(Outgoing::id)
                .orElseThrow(() -> new NotSendable("words", "This mail was sent already"));
    }

    private Letter letter(Viewer viewer, PersonCard person, Draft draft) {
        Optional<Touch> answered = draft.answers().flatMap(id -> readable(viewer, id));
        if (addresses(person, answered).stream().noneMatch(draft.to()::equalsIgnoreCase))
            throw new NotSendable("to", "Choose one of this person's addresses");
        if (draft.words().isBlank()) throw new NotSendable("words", "Write something first");
        Letter letter =
                Letter.to(
                                List.of(new Letter.Recipient(person.name(), draft.to())),
                                draft.subject(),
                                draft.words().replaceAll("\\r\\n?", "\n"))
                        .copiedTo(copies(draft.copies()))
                        .with(files.whole(viewer, draft.id()));
        Letter named =
                access.member(viewer.workspace(), viewer.member())
                        .map(Writing::writer)
                        .map(letter::from)
                        .orElse(letter);
        return answered.map(mail -> answering(viewer, named, mail)).orElse(named);
    }

    private static Letter.Recipient writer(Member member) {
        return new Letter.Recipient(member.name(), member.email());
    }

    private static List<Letter.Recipient> copies(String typed) {
        return TypedAddresses.of(typed).stream()
                .map(one -> new Letter.Recipient(one.name(), one.address()))
                .toList();
    }

    private Letter answering(Viewer viewer, Letter letter, Touch mail) {
        Optional<ReadMail> original =
                conversations.original(viewer, mail.id()).map(MailReader::read);
        List<String> before = original.map(ReadMail::references).orElse(List.of());
        return original.flatMap(ReadMail::messageId)
                .or(() -> conversations.messageId(viewer, mail.id()))
                .map(id -> letter.answering("<" + id + ">", AnswerWords.thread(before, id)))
                .orElse(letter);
    }

    /** Whether the viewer sent it, and did not take it back; known for thirty days. */
    public boolean isOrdered(Viewer viewer, UUID draft) {
        return drafts.outgoing(viewer, draft).isPresent();
    }

    /** A mail that the viewer may read and somebody else wrote. */
    public Optional<Touch> readable(Viewer viewer, TouchId id) {
        return conversations
                .touch(viewer, id)
                .filter(touch -> touch.mayRead() && touch.channel() == Channel.MAIL);
    }

    /** Takes an ordered mail back as a draft; empty when it left already. */
    @Transactional
    public Optional<Draft> takeBack(Viewer viewer, UUID draft) {
        boolean back =
                drafts.outgoing(viewer, draft)
                        .map(outgoing -> post.withdraw(viewer, new OutgoingId(outgoing)))
                        .orElse(false);
        if (!back) return Optional.empty();
        drafts.reopen(viewer, draft);
        return drafts.open(viewer, draft);
    }

    /** The person that a mail came from. */
    public Optional<PersonCard> sender(Viewer viewer, Touch mail) {
        return mail.sender().flatMap(Touch.Party::person).flatMap(id -> people.card(viewer, id));
    }
}
