package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.mail.MailReader;
import app.rapport.conversations.mail.OwnFields;
import app.rapport.conversations.model.Beat;
import app.rapport.conversations.model.Sides;
import app.rapport.conversations.store.Attachments;
import app.rapport.conversations.store.BeatRows;
import app.rapport.conversations.store.LastTalks;
import app.rapport.conversations.store.MailSubjects;
import app.rapport.conversations.store.Touches;
import app.rapport.conversations.store.TypedTouches;
import app.rapport.conversations.store.WithdrawnTouches;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.post.Post;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What passed between us and people, as one viewer may see it. */
@Service
public class Conversations {
    private final Touches touches;
    private final TypedTouches typed;
    private final WithdrawnTouches withdrawn;
    private final LastTalks lastTalks;
    private final BeatRows beatRows;
    private final LastTouches lastTouches;
    private final MailSubjects subjects;
    private final Attachments attachments;
    private final House house;
    private final Post post;
    private final Clock clock;

    Conversations(
            Touches touches,
            TypedTouches typed,
            WithdrawnTouches withdrawn,
            LastTalks lastTalks,
            BeatRows beatRows,
            LastTouches lastTouches,
            MailSubjects subjects,
            Attachments attachments,
            House house,
            Post post,
            Clock clock) {
        this.touches = touches;
        this.typed = typed;
        this.withdrawn = withdrawn;
        this.lastTalks = lastTalks;
        this.beatRows = beatRows;
        this.lastTouches = lastTouches;
        this.subjects = subjects;
        this.attachments = attachments;
        this.house = house;
        this.post = post;
        this.clock = clock;
    }

    /** What is deleted is none. */
    public Optional<Touch> touch(Viewer viewer, TouchId id) {
        return touch(viewer, id, Instant.MAX);
    }

    /** As it was at that moment: what was deleted later still stood. */
    public Optional<Touch> touch(Viewer viewer, TouchId id, Instant at) {
        return Optional.ofNullable(touches(viewer, List.of(id)).get(id))
                .filter(touch ->
                        touch.channel() == Channel.MAIL
                                || withdrawn
                                        .one(viewer, id)
                                        .filter(gone -> !gone.deleted().isAfter(at))
                                        .isEmpty());
    }

    public Map<TouchId, Touch> touches(Viewer viewer, Collection<TouchId> ids) {
        return touches.byId(viewer, sides(viewer), ids).stream()
                .collect(Collectors.toMap(Touch::id, Function.identity()));
    }

    /** A thread as it stood at that moment, oldest first. */
    public List<Touch> thread(Viewer viewer, UUID thread, Instant at) {
        return touches.ofThread(viewer, sides(viewer), thread, at);
    }

    /** A person's touches, newest first; {@code before} is the last of the page before. */
    public List<Touch> story(
            Viewer viewer, PersonId person, Instant at, Optional<Touch> before, int limit) {
        Optional<Touches.Before> from =
                before.flatMap(
                        touch -> touch.at().map(when -> new Touches.Before(when, touch.id())));
        return touches.ofPerson(viewer, sides(viewer), person, at, from, limit);
    }

    /** The newest words from a person and the newest of the viewer's to them. */
    public record BothWays(Optional<Touch> theirs, Optional<Touch> ours) {}

    public Map<PersonId, BothWays> lastWords(
            Viewer viewer, Collection<PersonId> people, Instant at) {
        List<LastTalks.Newest> newest = lastTalks.newest(viewer, sides(viewer), people, at);
        Map<TouchId, Touch> found =
                touches(
                        viewer,
                        newest.stream()
                                .flatMap(n -> Stream.concat(n.theirs().stream(), n.ours().stream()))
                                .collect(Collectors.toSet()));
        return newest.stream()
                .collect(
                        Collectors.toMap(
                                LastTalks.Newest::person,
                                n ->
                                        new BothWays(
                                                n.theirs().map(found::get),
                                                n.ours().map(found::get))));
    }

    /** When each of these people last wrote or talked to us. */
    public Map<PersonId, Instant> lastFrom(Viewer viewer, Collection<PersonId> people, Instant at) {
        return lastTalks.lastFrom(viewer, people, at);
    }

    /**
     * What was read for this viewer, and up to when.
     *
     * @param orMore whether counting stopped there
     */
    public record Reach(String name, long count, boolean orMore, Instant upTo) {}

    public List<Reach> reach(Viewer viewer, Instant at) {
        return lastTalks.reach(viewer, at).stream()
                .map(r ->
                        new Reach(
                                r.kind(),
                                r.count(),
                                r.count() == LastTalks.Reach.COUNTED,
                                r.upTo()))
                .toList();
    }

    /**
     * Where each of these mails is answered: here, or in the reader's own mail program with the
     * answer begun; nothing for a touch where there is nobody to answer.
     */
    public Map<TouchId, String> answerLinks(Viewer viewer, Collection<Touch> mails) {
        List<Touch> answerable =
                mails.stream()
                        .filter(mail -> mail.channel() == Channel.MAIL && mail.mayRead())
                        .filter(mail -> answeredTo(mail).isPresent())
                        .toList();
        Map<TouchId, String> ids =
                touches.messageIds(viewer, answerable.stream().map(Touch::id).toList());
        Map<TouchId, String> links = new HashMap<>();
        boolean here = post.from(viewer).isPresent();
        answerable.forEach(mail ->
                links.put(
                        mail.id(),
                        here && mail.sender().flatMap(Touch.Party::person).isPresent()
                                ? "/touches/" + mail.id() + "/answer"
                                : AnswerLink.of(
                                        answeredTo(mail).orElseThrow(),
                                        mail.subject(),
                                        Optional.ofNullable(ids.get(mail.id())),
                                        mail.replyText())));
        return links;
    }

    /** An id under which a mail was seen, without angle brackets. */
    public Optional<String> messageId(Viewer viewer, TouchId mail) {
        return Optional.ofNullable(touches.messageIds(viewer, List.of(mail)).get(mail));
    }

    private static Optional<String> answeredTo(Touch mail) {
        return mail.sender().map(Touch.Party::address).filter(address -> address.contains("@"));
    }

    /** What stood there before somebody corrected it, newest first. */
    public List<Touch> earlier(Viewer viewer, Touch touch) {
        if (touch.channel() == Channel.MAIL) return List.of();
        List<TouchId> ids = touches.earlier(viewer, touch.id());
        Map<TouchId, Touch> found = touches(viewer, ids);
        return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
    }

    public List<Attachment> attachments(Viewer viewer, TouchId mail) {
        return attachments.of(viewer, mail);
    }

    public Optional<byte[]> attachment(Viewer viewer, TouchId mail, int position) {
        return attachments.bytes(viewer, mail, position);
    }

    /**
     * A mail's original bytes; empty when there are none or the viewer may not read them. Who reads
     * it out of a colleague's archive does not see to whom that one sent blind copies.
     */
    public Optional<byte[]> original(Viewer viewer, TouchId touch) {
        Sight sight = touches.sight(viewer, touch);
        return touches.original(viewer, touch)
                .map(raw -> sight.shows(Sight.ALL) ? raw : OwnFields.without(raw));
    }

    /** A mail's HTML without anything that runs or reaches out. */
    public Optional<String> cleanHtml(Viewer viewer, TouchId touch) {
        return original(viewer, touch)
                .flatMap(raw -> MailReader.read(raw).html())
                .map(CleanHtml::of);
    }

    /** The rhythm with each of these people as it stood. */
    public Map<PersonId, RhythmView> rhythms(
            Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, RhythmView> rhythms = new HashMap<>();
        beatRows.beats(viewer, sides(viewer), people, at.minus(RhythmView.REMEMBERED), at)
                .forEach((person, beats) -> rhythms.put(person, RhythmView.of(beats, at)));
        return rhythms;
    }

    /** The exchange that the list of people sorts each of them by: when, and whose it was. */
    public Map<PersonId, Beat> lastBeats(Viewer viewer, Collection<PersonId> people) {
        return beatRows.beatsAt(viewer, sides(viewer), lastTouches.of(viewer, people));
    }

    /** Exchanges with each of these people since {@code from}, oldest first. */
    public Map<PersonId, List<Beat>> beats(
            Viewer viewer, Collection<PersonId> people, Instant from, Instant at) {
        return beatRows.beatsOf(viewer, sides(viewer), people, from, at);
    }

    /** Mails in the viewer's own archive whose subject has all these words, newest first. */
    public List<MailSubjects.Subject> bySubject(Viewer viewer, String words, int most) {
        return subjects.find(viewer, words, most);
    }

    /** Others on the same mails and talks, most often first. */
    public List<LastTalks.Companion> companions(
            Viewer viewer, PersonId person, Instant at, int limit) {
        return lastTalks.companions(viewer, person, at, limit);
    }

    /** The same in short: who is around a person. */
    public List<PersonId> around(Viewer viewer, PersonId person, Instant at, int limit) {
        return companions(viewer, person, at, limit).stream()
                .map(LastTalks.Companion::person)
                .toList();
    }

    /** Those of these people who stand on a touch. */
    public List<PersonId> mentioned(Viewer viewer, Collection<PersonId> people) {
        return lastTalks.mentioned(viewer, people);
    }

    /**
     * Logs what somebody typed.
     *
     * @throws TypedTouch.Refused when it cannot be logged
     */
    @Transactional
    public TouchId log(Viewer viewer, TypedTouch touch) {
        Instant now = clock.instant();
        if (touch.at().isAfter(now.plusSeconds(60)))
            throw new TypedTouch.Refused("at", "What is to come cannot be logged yet");
        TouchId id = typed.add(viewer, touch, now);
        lastTouches.refresh(viewer, touchedBy(viewer, touch));
        return id;
    }

    /** Those on it, and those on the entry it takes the place of: for them a talk is gone. */
    private Set<PersonId> touchedBy(Viewer viewer, TypedTouch touch) {
        Stream<PersonId> before =
                touch.corrects().flatMap(id -> touch(viewer, id)).stream()
                        .flatMap(corrected -> corrected.parties().stream())
                        .flatMap(party -> party.person().stream());
        return Stream.concat(touch.people().stream(), before).collect(Collectors.toSet());
    }

    Sides sides(Viewer viewer) {
        Us us = house.us(viewer);
        return new Sides(us.mine(), us.colleagues(), us.domains());
    }
}
