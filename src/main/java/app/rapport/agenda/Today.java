package app.rapport.agenda;

import app.rapport.agenda.model.Agenda;
import app.rapport.agenda.model.Item;
import app.rapport.agenda.model.Judgement;
import app.rapport.agenda.store.Judgements;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.RhythmView;
import app.rapport.conversations.Touch;
import app.rapport.database.Abreast;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom to talk to, in hard levels, at most one item a person; for any moment from what was known
 * then.
 */
@Service
public class Today {
    private final List<SignalSource> sources;
    private final Judgements judgements;
    private final Conversations conversations;
    private final People people;
    private final Clock clock;

    Today(
            List<SignalSource> sources,
            Judgements judgements,
            Conversations conversations,
            People people,
            Clock clock) {
        this.sources = sources;
        this.judgements = judgements;
        this.conversations = conversations;
        this.people = people;
        this.clock = clock;
    }

    /** Everything needed to show a list: items, and the people and touches that they name. */
    public record TodayList(
            Instant at,
            List<Item> open,
            List<Item> snoozed,
            Map<PersonId, PersonCard> people,
            Map<TouchId, Touch> touches,
            Map<PersonId, Conversations.BothWays> lastWords,
            Map<PersonId, RhythmView> rhythms) {

        public Optional<PersonCard> person(Item item) {
            return item.person().flatMap(id -> Optional.ofNullable(people.get(id)));
        }

        /**
         * The words that a piece of evidence points at; empty when the viewer may not read them.
         */
        public String quote(Evidence evidence) {
            return Optional.ofNullable(touches.get(evidence.touch()))
                    .map(touch -> touch.quote(evidence))
                    .orElse("");
        }
    }

    public TodayList at(Viewer viewer, Instant at) {
        Agenda agenda = agenda(viewer, at);
        List<Item> all = Stream.concat(agenda.open().stream(), agenda.snoozed().stream()).toList();
        Set<PersonId> persons =
                all.stream().flatMap(item -> item.person().stream()).collect(Collectors.toSet());
        Set<TouchId> evidence =
                all.stream()
                        .flatMap(item -> item.reasons().stream())
                        .flatMap(signal -> signal.evidence().stream())
                        .map(Evidence::touch)
                        .collect(Collectors.toSet());
        Supplier<Map<PersonId, RhythmView>> rhythms =
                Abreast.begin(() -> conversations.rhythms(viewer, persons, at));
        return new TodayList(
                at,
                agenda.open(),
                agenda.snoozed(),
                people.cards(viewer, persons),
                conversations.touches(viewer, evidence),
                conversations.lastWords(viewer, persons, at),
                rhythms.get());
    }

    /** Of what Today shows, that by which somebody waits; cheap, for lists. */
    public List<Item> waiting(Viewer viewer, Instant at) {
        return agenda(viewer, at, source -> source.waiting(viewer, at)).open();
    }

    /** What Today shows of one person, where they wait; as cheap. */
    public Optional<Item> waiting(Viewer viewer, PersonId person, Instant at) {
        return waiting(viewer, at).stream()
                .filter(item -> item.person().equals(Optional.of(person)))
                .findFirst();
    }

    private Agenda agenda(Viewer viewer, Instant at) {
        return agenda(viewer, at, source -> source.signals(viewer, at));
    }

    private Agenda agenda(Viewer viewer, Instant at, Function<SignalSource, List<Signal>> asked) {
        List<Signal> signals =
                Abreast.ask(
                                sources.stream()
                                        .<Supplier<List<Signal>>>map(
                                                source -> () -> asked.apply(source))
                                        .toList())
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        Set<PersonId> persons =
                signals.stream()
                        .flatMap(signal -> signal.person().stream())
                        .collect(
                                Collectors.toCollection(() ->
                                        new TreeSet<>(
                                                java.util.Comparator.comparing(PersonId::value))));
        return Agenda.of(
                signals,
                judgements.upTo(viewer, at),
                conversations.lastFrom(viewer, persons, at),
                at);
    }

    /**
     * What one press of a button decided.
     *
     * @param batch takes it back
     * @param next the item that then stands where this one stood
     */
    public record Decision(UUID batch, String who, Optional<String> next) {}

    /** Decides about every reason of an item; empty when there is no such item (any more). */
    @Transactional
    public Optional<Decision> judge(Viewer viewer, String itemId, Verdict verdict, Instant asOf) {
        Agenda agenda = agenda(viewer, asOf);
        return agenda.item(itemId).map(item -> decide(viewer, item, agenda.after(item), verdict));
    }

    private Decision decide(Viewer viewer, Item item, Optional<Item> next, Verdict verdict) {
        UUID batch = Uuid7.next();
        Instant now = clock.instant();
        for (Signal signal : item.reasons())
            record(
                    viewer,
                    signal.key(),
                    item.person(),
                    new Judgement(signal.key(), verdict, now, batch));
        String who =
                item.person()
                        .flatMap(id -> people.card(viewer, id))
                        .map(PersonCard::name)
                        .orElse(item.first().why());
        return new Decision(batch, who, next.map(Item::id));
    }

    /** Takes a decision back and names the item that is open again; empty when there is none. */
    @Transactional
    public Optional<String> undo(Viewer viewer, UUID batch) {
        List<Judgements.Decided> decided = judgements.batch(viewer, batch);
        Instant now = clock.instant();
        UUID undo = Uuid7.next();
        for (Judgements.Decided one : decided)
            record(
                    viewer,
                    one.judgement().key(),
                    one.person(),
                    new Judgement(one.judgement().key(), new Verdict.Undone(), now, undo));
        return decided.stream().findFirst().map(one -> one.judgement().key().toString());
    }

    private void record(
            Viewer viewer, Signal.Key key, Optional<PersonId> person, Judgement judgement) {
        judgements.add(viewer, person, judgement);
        for (SignalSource source : sources)
            source.judged(viewer, key, judgement.verdict(), judgement.at());
    }

    /** What was settled in a span of time, newest first. */
    public List<Judgements.Decided> settled(Viewer viewer, Instant from, Instant to) {
        return judgements.between(viewer, from, to);
    }
}
