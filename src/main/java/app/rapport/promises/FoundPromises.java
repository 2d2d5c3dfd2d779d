package app.rapport.promises;

import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.Touch;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.listening.Promised;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Noted;
import app.rapport.promises.model.Promise;
import app.rapport.promises.store.DeedRows;
import app.rapport.promises.store.DeedRows.Passage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises read in what was lately written or logged with somebody, offered and never made by
 * themselves. They are read when the person is looked at: an import costs nothing more, nothing is
 * stored of what nobody meant, and nobody is offered words that they may not read.
 */
@Service
public class FoundPromises {
    private static final int READ = 30;
    private static final int OFFERED = 3;
    private static final Duration LATELY = Duration.ofDays(45);

    private final Conversations conversations;
    private final DeedRows deeds;
    private final Promises promises;
    private final People people;
    private final Clock clock;

    FoundPromises(
            Conversations conversations,
            DeedRows deeds,
            Promises promises,
            People people,
            Clock clock) {
        this.conversations = conversations;
        this.deeds = deeds;
        this.people = people;
        this.promises = promises;
        this.clock = clock;
    }

    /**
     * @param quote the very words
     * @param chance that they are a promise
     */
    public record Offer(
            Promise.Side side,
            Evidence words,
            String quote,
            Optional<Deadline> due,
            double chance,
            Instant at) {}

    /**
     * @param offers what may be a promise
     * @param kept what may have kept an open promise: a later word of who promised, in its thread
     */
    public record Found(List<Offer> offers, Map<UUID, TouchId> kept) {}

    public Found with(Viewer viewer, PersonId person, List<Promise> known, Instant at) {
        List<Touch> story =
                conversations.story(viewer, person, at, Optional.empty(), READ).stream()
                        .filter(touch -> isReadable(touch, at))
                        .toList();
        if (story.isEmpty()) return new Found(List.of(), Map.of());
        Reader reader = reader(viewer, person, story);
        Set<Passage> decided =
                deeds.noPromises(viewer, story.stream().map(one -> one.id().value()).toList());
        List<Offer> offers =
                story.stream()
                        .flatMap(touch -> reader.offers(touch).stream())
                        .filter(offer -> !decided.contains(passage(offer.words())))
                        .limit(OFFERED)
                        .toList();
        return new Found(offers, kept(viewer, known, story));
    }

    private static boolean isReadable(Touch touch, Instant at) {
        boolean lately = touch.at().filter(when -> when.isAfter(at.minus(LATELY))).isPresent();
        boolean ofPeople = touch.mailKind().map("person"::equals).orElse(true);
        return lately && ofPeople && touch.mayRead();
    }

    private Reader reader(Viewer viewer, PersonId person, List<Touch> story) {
        List<UUID> notes =
                story.stream()
                        .filter(touch -> touch.channel() != Channel.MAIL)
                        .map(touch -> touch.id().value())
                        .toList();
        String name = people.card(viewer, person).map(PersonCard::name).orElse("");
        return new Reader(viewer, person, name, deeds.inArchive(viewer, notes));
    }

    /**
     * Reads touches with one person.
     *
     * @param notes those typed by the viewer: what "I" promise in a colleague's note is theirs to
     *     say
     */
    private record Reader(Viewer viewer, PersonId person, String name, Set<UUID> notes) {
        List<Offer> offers(Touch touch) {
            if (touch.at().isEmpty()) return List.of();
            LocalDateTime written = LocalDateTime.ofInstant(touch.at().get(), viewer.zone());
            if (touch.channel() == Channel.MAIL) return inMail(touch, written);
            if (!notes.contains(touch.id().value())) return List.of();
            return Noted.in(touch.replyText(), name, written).stream()
                    .map(noted -> offer(noted.side(), noted.promised(), touch))
                    .toList();
        }

        private List<Offer> inMail(Touch touch, LocalDateTime written) {
            Optional<Promise.Side> side = side(touch, person);
            if (side.isEmpty()) return List.of();
            return Promised.in(touch.replyText(), written, .3).stream()
                    .filter(Promised::isLikely)
                    .map(one -> offer(side.get(), one, touch))
                    .toList();
        }

        private static Offer offer(Promise.Side side, Promised one, Touch touch) {
            return new Offer(
                    side,
                    new Evidence(touch.id(), one.place().start(), one.place().end()),
                    one.sentence(),
                    one.due().map(due -> new Deadline(due.day(), due.time())),
                    one.chance(),
                    touch.at().orElseThrow());
        }
    }

    /** What a third person writes promises us nothing of this one. */
    private static Optional<Promise.Side> side(Touch touch, PersonId person) {
        if (touch.side() == Side.YOU) return Optional.of(Promise.Side.OURS);
        boolean theirs =
                touch.sender().flatMap(Touch.Party::person).filter(person::equals).isPresent();
        return theirs && !touch.side().ours() ? Optional.of(Promise.Side.THEIRS) : Optional.empty();
    }

    private static Passage passage(Evidence words) {
        return new Passage(words.touch().value(), words.start());
    }

    private static Map<UUID, TouchId> kept(Viewer viewer, List<Promise> known, List<Touch> story) {
        Map<UUID, TouchId> kept = new HashMap<>();
        for (Promise promise : known) {
            if (promise.state(viewer.zone()).isSettled() || promise.madeIn().isEmpty()) continue;
            TouchId made = promise.madeIn().get().touch();
            story.stream()
                    .filter(touch -> touch.id().equals(made))
                    .findFirst()
                    .flatMap(origin -> later(promise, origin, story))
                    .ifPresent(touch -> kept.put(promise.id(), touch.id()));
        }
        return kept;
    }

    private static Optional<Touch> later(Promise promise, Touch origin, List<Touch> story) {
        boolean ours = promise.side() == Promise.Side.OURS;
        return story.stream()
                .filter(touch -> touch.thread().equals(origin.thread()))
                .filter(touch -> touch.side().ours() == ours)
                .filter(touch -> touch.at().orElseThrow().isAfter(origin.at().orElseThrow()))
                .findFirst();
    }

    /** Makes a promise of what was offered; empty where there is no such offer for this viewer. */
    @Transactional
    public Optional<Promise> accept(Viewer viewer, PersonId person, TouchId touch, int start) {
        return offered(viewer, person, touch, start)
                .map(offer ->
                        promises.make(
                                viewer,
                                new Promises.New(
                                        offer.side(),
                                        Optional.of(person),
                                        viewer.member(),
                                        offer.quote().replaceAll("\\s+", " "),
                                        offer.due(),
                                        1,
                                        Optional.of(offer.words()))));
    }

    private Optional<Offer> offered(Viewer viewer, PersonId person, TouchId id, int start) {
        return conversations.touch(viewer, id).filter(Touch::mayRead).stream()
                .flatMap(touch -> reader(viewer, person, List.of(touch)).offers(touch).stream())
                .filter(offer -> offer.words().start() == start)
                .findFirst();
    }

    @Transactional
    public boolean isNone(Viewer viewer, PersonId person, TouchId touch, int start) {
        Optional<Offer> offer = offered(viewer, person, touch, start);
        offer.ifPresent(one -> deeds.isNoPromise(viewer, passage(one.words()), clock.instant()));
        return offer.isPresent();
    }

    /** False where the viewer may not read those words: what they are is not theirs to say. */
    @Transactional
    public boolean offerAgain(Viewer viewer, TouchId touch, int start) {
        boolean mayRead = conversations.touch(viewer, touch).filter(Touch::mayRead).isPresent();
        if (mayRead) deeds.mayBePromise(viewer, new Passage(touch.value(), start));
        return mayRead;
    }
}
