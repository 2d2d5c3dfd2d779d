package app.rapport.promises.model;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said they would do. Its state and its deadline are what its steps say, so
 * the history is kept and any past moment can be asked for.
 *
 * @param what empty where the viewer may not read the words that it was made in
 * @param weight how much hangs on it, 1 to 3
 * @param madeIn the touch and the words in it
 * @param steps oldest first
 * @param task what a task has beyond it; empty for a promise
 */
public record Promise(
        UUID id,
        Side side,
        Optional<PersonId> person,
        String personName,
        MemberId member,
        String what,
        int weight,
        Optional<Evidence> madeIn,
        Instant madeAt,
        List<Step> steps,
        Optional<Task> task) {
    public Promise {
        steps = List.copyOf(steps);
    }

    /** Who promised; a task is a promise to oneself or a colleague. */
    public enum Side {
        OURS,
        THEIRS,
        TASK
    }

    /** As it stood at that moment, with whoever kept it then. */
    public Promise asOf(Instant at) {
        List<Step> known = steps.stream().filter(step -> !step.at().isAfter(at)).toList();
        boolean givenSince =
                steps.stream().anyMatch(step -> step.to().isPresent() && step.at().isAfter(at));
        Promise then = with(known);
        return givenSince ? then.keptBy(then.keeper()) : then;
    }

    /** Whom it was last given to, or who made it. */
    public MemberId keeper() {
        return standing().stream()
                .flatMap(step -> step.to().stream())
                .reduce((_, last) -> last)
                .or(() -> task.map(Task::givenBy))
                .orElse(member);
    }

    private Promise keptBy(MemberId keeper) {
        return new Promise(
                id, side, person, personName, keeper, what, weight, madeIn, madeAt, steps, task);
    }

    public Promise and(Step step) {
        return with(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** The next of a series: the same again, with a history of its own. */
    public Promise again(UUID next, Step made) {
        return new Promise(
                next,
                side,
                person,
                personName,
                member,
                what,
                weight,
                madeIn,
                made.at(),
                List.of(made),
                task);
    }

    public Promise with(List<Step> other) {
        return new Promise(
                id, side, person, personName, member, what, weight, madeIn, madeAt, other, task);
    }

    /** Those that were not taken back. */
    public List<Step> standing() {
        Set<UUID> undone =
                steps.stream().flatMap(step -> step.undoes().stream()).collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> step.kind() != Step.Kind.UNDONE && !undone.contains(step.id()))
                .toList();
    }

    public Optional<Deadline> due() {
        return standing().stream().flatMap(step -> step.due().stream()).reduce((_, last) -> last);
    }

    /** Who keeps it changes nothing of how it stands. */
    private Step decisive() {
        return standing().stream()
                .filter(step -> step.kind() != Step.Kind.GIVEN)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** When a colleague gave it to who keeps it now; empty where it is one's own. */
    public Optional<Instant> givenAt() {
        if (task.filter(one -> !one.givenBy().equals(member)).isEmpty()) return Optional.empty();
        return standing().stream()
                .filter(step -> step.to().equals(Optional.of(member)))
                .map(Step::at)
                .reduce((_, last) -> last)
                .or(() -> Optional.of(madeAt));
    }

    public State state(ZoneId zone) {
        Step last = decisive();
        return switch (last.kind()) {
            case KEPT -> isLate(last.at(), zone) ? State.KEPT_LATE : State.KEPT;
            case BROKEN -> State.BROKEN;
            case WITHDRAWN -> State.WITHDRAWN;
            case WAITING -> State.WAITING;
            case MADE, RENEGOTIATED, RESUMED, GIVEN, UNDONE ->
                    timesMoved() > 0 ? State.RENEGOTIATED : State.OPEN;
        };
    }

    public long timesMoved() {
        return standing().stream().filter(s -> s.kind() == Step.Kind.RENEGOTIATED).count();
    }

    public boolean isLate(Instant at, ZoneId zone) {
        return due().filter(due -> at.isAfter(due.ends(zone))).isPresent();
    }

    public Optional<Instant> settledAt(ZoneId zone) {
        return state(zone).isSettled() ? Optional.of(decisive().at()) : Optional.empty();
    }

    /**
     * Why a step cannot be taken now; empty where it can.
     *
     * @param due the new deadline of a renegotiation
     */
    public Optional<String> refusal(
            Step.Kind kind, Instant now, Optional<Deadline> due, ZoneId zone) {
        State state = state(zone);
        return Optional.ofNullable(
                switch (kind) {
                    case KEPT ->
                            state == State.KEPT
                                            || state == State.KEPT_LATE
                                            || state == State.WITHDRAWN
                                    ? "It is " + state.words() + " already"
                                    : null;
                    case BROKEN, WITHDRAWN ->
                            state.isSettled() ? "It is " + state.words() + " already" : null;
                    case WAITING ->
                            state.isSettled() || state == State.WAITING
                                    ? "It is " + state.words() + " already"
                                    : null;
                    case RESUMED -> state == State.WAITING ? null : "It waits for nobody";
                    case RENEGOTIATED -> {
                        if (side == Side.TASK) yield otherDay(due, now, zone);
                        if (state.isSettled()) yield "It is " + state.words() + " already";
                        if (isLate(now, zone))
                            yield "It is past its day: moved now it would be late all the same";
                        yield otherDay(due, now, zone);
                    }
                    case GIVEN -> state.isSettled() ? "It is " + state.words() + " already" : null;
                    case MADE, UNDONE -> "A promise is made once";
                });
    }

    /** A task breaks nobody's trust: it goes to another day whenever, and is open again by that. */
    private static @Nullable String otherDay(Optional<Deadline> due, Instant now, ZoneId zone) {
        if (due.isEmpty()) return "No day was found in that, such as \"by Friday\"";
        return due.get().ends(zone).isAfter(now) ? null : "That day has passed";
    }
}
