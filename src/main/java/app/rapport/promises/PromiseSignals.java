package app.rapport.promises;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.LeadTime;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Promises that are due or about to break, and theirs that are late. */
@Component
class PromiseSignals implements SignalSource {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final Promises promises;

    PromiseSignals(Promises promises) {
        this.promises = promises;
    }

    @Override
    public List<Signal> signals(Viewer viewer, Instant at) {
        List<Promise> open =
                promises.open(viewer, at).stream().filter(one -> one.due().isPresent()).toList();
        if (open.isEmpty()) return List.of();
        List<Duration> lateness = lateness(viewer, at);
        return open.stream().flatMap(one -> signal(viewer, one, lateness, at).stream()).toList();
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
                        promise.person().isEmpty() ? Level.CHORE : Level.PROMISE_DUE,
                        why(promise, due, passed),
                        evidence(promise),
                        from.isBefore(promise.madeAt()) ? promise.madeAt() : from,
                        firstStep(promise, passed),
                        ifIgnored(promise, passed),
                        theirs ? .4 : passed ? 1 : .8));
    }

    private static List<Evidence> evidence(Promise promise) {
        return Stream.of(promise.madeIn()).flatMap(Optional::stream).toList();
    }

    private static String why(Promise promise, Deadline due, boolean passed) {
        String what =
                promise.what().isEmpty() ? "what stands in a mail" : "“" + promise.what() + "”";
        String until = DAY.format(due.day()) + due.time().map(time -> ", " + time).orElse("");
        String tense = passed ? " It is past its day." : "";
        return switch (promise.side()) {
            case OURS -> "You promised " + what + " by " + until + "." + tense;
            case THEIRS -> "They promised " + what + " by " + until + ". It has not come.";
            case TASK -> "You mean to do " + what + " by " + until + "." + tense;
        };
    }

    private static String firstStep(Promise promise, boolean passed) {
        return switch (promise.side()) {
            case OURS ->
                    passed
                            ? "Say so before they ask, with a new day that holds."
                            : "Renegotiate now if it cannot be kept; a new day before it is due is no broken word.";
            case THEIRS -> "Ask once, gently, and offer them a new day.";
            case TASK -> passed ? "Do it, or let it go." : "Do it today, or give it another day.";
        };
    }

    private static String ifIgnored(Promise promise, boolean passed) {
        return switch (promise.side()) {
            case OURS ->
                    passed ? "It stands as broken in their mind." : "It breaks, and trust with it.";
            case THEIRS -> "It may be forgotten on their side.";
            case TASK -> "It stays undone.";
        };
    }
}
