package app.rapport.balance;

import app.rapport.balance.Efforts.With;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Band;
import app.rapport.balance.model.Pause;
import app.rapport.balance.model.Turns.Turn;
import app.rapport.conversations.Exchanges;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nearly all effort of late was ours: stop and wait, until a day that is named. */
@Component
class ChasingSignals implements SignalSource {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final int LEAST_MAILS = 5;
    private static final int LOOKED_AT = 6;
    private static final int MOST = 3;

    private final Efforts efforts;
    private final Exchanges exchanges;
    private final People people;
    private final WonByChasing won;

    ChasingSignals(Efforts efforts, Exchanges exchanges, People people, WonByChasing won) {
        this.efforts = efforts;
        this.exchanges = exchanges;
        this.people = people;
        this.won = won;
    }

    /** Who has just bought is asked for their reasons, not waited for. */
    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Signal> bought = won.signals(viewer, at);
        Set<PersonId> buyers =
                bought.stream()
                        .flatMap(signal -> signal.person().stream())
                        .collect(Collectors.toSet());
        return Stream.concat(
                        bought.stream(),
                        chased(viewer, at).stream()
                                .filter(signal ->
                                        signal.person().filter(buyers::contains).isEmpty()))
                .toList();
    }

    private List<Signal> chased(Viewer viewer, Instant at) {
        Instant from = at.minus(Balance.COUNTS);
        List<PersonId> likely = exchanges.oneSided(viewer, from, at, LEAST_MAILS, LOOKED_AT);
        if (likely.isEmpty()) return List.of();
        Set<PersonId> customers =
                people.cards(viewer, likely).values().stream()
                        .filter(card -> !card.colleague())
                        .map(PersonCard::id)
                        .collect(Collectors.toSet());
        Map<PersonId, With> each = efforts.withEach(viewer, customers, from, at);
        return likely.stream()
                .flatMap(person ->
                        Optional.ofNullable(each.get(person))
                                .flatMap(with -> chasing(viewer, person, with, at))
                                .stream())
                .limit(MOST)
                .toList();
    }

    private static Optional<Signal> chasing(Viewer viewer, PersonId person, With with, Instant at) {
        Estimate share = with.at(at).estimate();
        return Band.of(share) == Band.CHASING && share instanceof Estimate.Known known
                ? Pause.until(with.turns(), viewer.zone())
                        .map(until ->
                                signal(viewer, person, with.turns().getLast(), until, known, at))
                : Optional.empty();
    }

    private static Signal signal(
            Viewer viewer,
            PersonId person,
            Turn last,
            LocalDate until,
            Estimate.Known share,
            Instant at) {
        boolean waited = !until.isAfter(LocalDate.ofInstant(at, viewer.zone()));
        return new Signal(
                new Signal.Key("chasing", last.touch() + "." + person),
                Optional.of(person),
                Optional.empty(),
                Level.GOING_QUIET,
                (waited ? "You waited until " : "Stop and wait until ")
                        + DAY.format(until)
                        + ": "
                        + words(share),
                List.of(Evidence.whole(last.touch())),
                last.at(),
                waited
                        ? "Make one fair ask: \"Is this still worth your time? If so, name a day; if not, a no is welcome.\""
                        : "Write nothing until then. After it, one fair ask: \"Is this still worth your time? If so, name a day.\"",
                "Who is chased looks for reasons against, also after a yes.",
                .3 + .3 * share.low() / 100,
                Optional.of(
                        new Signal.About(
                                "Open the balance", "/people/" + person + "/balance", !waited)));
    }

    private static String words(Estimate.Known share) {
        return "%d%% of the effort in the last 90 days was ours (%d to %d)."
                .formatted(
                        Math.round(share.value()),
                        Math.round(share.low()),
                        Math.round(share.high()));
    }
}
