package app.rapport.promises;

import app.rapport.access.House;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.LeadTime;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import app.rapport.promises.store.PastTaskRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Promises that are due or about to break, theirs that are late, and tasks. */
@Component
class PromiseSignals implements SignalSource {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    /** What is younger is no past moment. */
    private static final Duration NOW = Duration.ofMinutes(1);

    private final Promises promises;
    private final Tasks tasks;
    private final PastTaskRows past;
    private final House house;
    private final Clock clock;

    PromiseSignals(Promises promises, Tasks tasks, PastTaskRows past, House house, Clock clock) {
        this.promises = promises;
        this.tasks = tasks;
        this.past = past;
        this.house = house;
        this.clock = clock;
    }

    /** Nothing is warned of earlier: five days of lead, and five of usual lateness. */
    private static final int EARLIEST = 11;

    private static final int MOST_TASKS = 40;

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Promise> open =
                promises.open(viewer, at).stream().filter(one -> one.due().isPresent()).toList();
        List<Duration> lateness = open.isEmpty() ? List.of() : lateness(viewer, at);
        return Stream.concat(
                        open.stream().flatMap(one -> signal(viewer, one, lateness, at).stream()),
                        tasks(viewer, at))
                .toList();
    }

    private Stream<Signal> tasks(Viewer viewer, Instant at) {
        List<Promise> calling = calling(viewer, at);
        if (calling.isEmpty()) return Stream.empty();
        Map<MemberId, String> colleagues = house.members(viewer);
        return calling.stream()
                .map(one -> one.asOf(at))
                .filter(one -> one.member().equals(viewer.member()))
                .flatMap(one -> TaskSignal.of(viewer, one, colleagues, at).stream())
                .limit(MOST_TASKS);
    }

    /** Those of the moment are found by their day; of a past one all that were open then. */
    private List<Promise> calling(Viewer viewer, Instant at) {
        LocalDate dueBy = LocalDate.ofInstant(at, viewer.zone()).plusDays(EARLIEST);
        return at.isBefore(clock.instant().minus(NOW))
                ? past.open(viewer, at)
                : tasks.calling(viewer, dueBy, at, MOST_TASKS);
    }

    /** A task that is done in Today is done; what became of a promise is said on its own page. */
    @Override
    public void judged(Viewer viewer, Signal.Key key, Verdict verdict, Instant at) {
        if (key.source().equals(TaskSignal.SOURCE))
            tasks.judged(viewer, UUID.fromString(key.name().substring(0, 36)), verdict);
    }

    /** How late the viewer's own promises were that were kept by that moment. */
    private List<Duration> lateness(Viewer viewer, Instant at) {
        return promises.settled(viewer).stream()
                .filter(one -> one.side() == Promise.Side.OURS)
                .map(one -> one.asOf(at))
                .filter(one -> !one.standing().isEmpty())
                .flatMap(one -> late(viewer, one).stream())
                .toList();
    }

    private static Optional<Duration> late(Viewer viewer, Promise promise) {
        State state = promise.state(viewer.zone());
        if (state != State.KEPT && state != State.KEPT_LATE) return Optional.empty();
        Instant kept = promise.standing().getLast().at();
        return promise.due()
                .map(due -> Duration.between(due.ends(viewer.zone()), kept))
                .map(late -> late.isNegative() ? Duration.ZERO : late);
    }

    private static Optional<Signal> signal(
            Viewer viewer, Promise promise, List<Duration> lateness, Instant at) {
        Deadline due = promise.due().orElseThrow();
        Instant ends = due.ends(viewer.zone());
        boolean theirs = promise.side() == Promise.Side.THEIRS;
        Instant from = theirs ? ends : LeadTime.warnAt(promise.madeAt(), ends, lateness);
        if (at.isBefore(from)) return Optional.empty();
        boolean passed = !at.isBefore(ends);
        return Optional.of(
                new Signal(
                        new Signal.Key("promise", promise.id() + (passed ? "-late" : "")),
                        promise.person(),
                        Optional.empty(),
                        Level.PROMISE_DUE,
                        why(promise, due, passed),
                        evidence(promise),
                        from.isBefore(promise.madeAt()) ? promise.madeAt() : from,
                        firstStep(promise, passed),
                        ifIgnored(promise, passed),
                        theirs ? .4 : passed ? 1 : .8,
                        Optional.of(
                                new Signal.About(
                                        "Open the promise", "/promises/" + promise.id()))));
    }

    private static List<Evidence> evidence(Promise promise) {
        return Stream.of(promise.madeIn()).flatMap(Optional::stream).toList();
    }

    private static String why(Promise promise, Deadline due, boolean passed) {
        String what =
                promise.what().isEmpty() ? "what stands in a mail" : "“" + promise.what() + "”";
        String until = DAY.format(due.day()) + due.time().map(time -> ", " + time).orElse("");
        if (promise.side() == Promise.Side.THEIRS)
            return "They promised " + what + " by " + until + ". It has not come.";
        return "You promised "
                + what
                + " by "
                + until
                + "."
                + (passed ? " It is past its day." : "");
    }

    private static String firstStep(Promise promise, boolean passed) {
        if (promise.side() == Promise.Side.THEIRS)
            return "Ask once, gently, and offer them a new day.";
        return passed
                ? "Say so before they ask, with a new day that holds."
                : "Renegotiate now if it cannot be kept; a new day before it is due is no broken word.";
    }

    private static String ifIgnored(Promise promise, boolean passed) {
        if (promise.side() == Promise.Side.THEIRS) return "It may be forgotten on their side.";
        return passed ? "It stands as broken in their mind." : "It breaks, and trust with it.";
    }
}
