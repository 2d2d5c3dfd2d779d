package app.rapport.promises.web;

import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.State;
import app.rapport.ui.Times;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise as pages show it.
 *
 * @param risk past its day, or due within two
 * @param keptBy a touch that may have kept it
 */
public record PromiseLine(
        Promise promise, State state, boolean late, boolean risk, Optional<TouchId> keptBy) {
    private static final long SOON = 2 * 24 * 3600;

    static PromiseLine of(Promise promise, Viewer viewer, Instant at, @Nullable TouchId keptBy) {
        State state = promise.state(viewer.zone());
        boolean open = !state.isSettled();
        boolean risk =
                open
                        && promise.due()
                                .filter(due ->
                                        due.ends(viewer.zone()).isBefore(at.plusSeconds(SOON)))
                                .isPresent();
        return new PromiseLine(
                promise,
                state,
                open && promise.isLate(at, viewer.zone()),
                risk,
                Optional.ofNullable(keptBy));
    }

    public String path() {
        return "/promises/" + promise.id();
    }

    public String what() {
        return promise.what().isEmpty() ? "A promise made in a mail" : promise.what();
    }

    public String due(Times times) {
        return promise.due()
                .map(due ->
                        times.longDay(due.day()) + due.time().map(time -> ", " + time).orElse(""))
                .orElse("no day");
    }

    /** The same in a column: "Thu 12 Mar". */
    public String day(Times times) {
        return promise.due()
                .map(due ->
                        times.weekday(due.day()) + due.time().map(time -> ", " + time).orElse(""))
                .orElse("no day");
    }

    /** Who is bound by it. */
    public String whose() {
        return switch (promise.side()) {
            case OURS -> "You promised";
            case THEIRS -> "They promised";
            case TASK -> "A task";
        };
    }

    private boolean isTask() {
        return promise.side() == Promise.Side.TASK;
    }

    /** A task that was put off is open like any other. */
    private State shown() {
        return isTask() && state == State.RENEGOTIATED ? State.OPEN : state;
    }

    private boolean isSoon() {
        return risk && shown() == State.OPEN;
    }

    public String pill() {
        return late ? "broken" : isSoon() ? "risk" : shown().pill();
    }

    public String icon() {
        return late || isSoon() ? "alert-triangle" : shown().icon();
    }

    public String stateWords() {
        if (late) return "past its day";
        return isSoon() ? "due soon" : became();
    }

    /** What it is by its last step, wherever its day is. */
    public String became() {
        if (!isTask()) return state.words();
        return switch (shown()) {
            case KEPT, KEPT_LATE -> "done";
            case WITHDRAWN -> "let go";
            default -> shown().words();
        };
    }

    /** What may be done with it now. */
    public boolean isOpen() {
        return !state.isSettled();
    }

    public boolean isMovable() {
        return isOpen() && (!late || isTask());
    }
}
