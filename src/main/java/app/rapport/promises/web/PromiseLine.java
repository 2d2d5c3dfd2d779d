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

    public String pill() {
        return late ? "broken" : risk && state == State.OPEN ? "risk" : state.pill();
    }

    public String icon() {
        return late || risk && state == State.OPEN ? "alert-triangle" : state.icon();
    }

    public String stateWords() {
        return late ? "past its day" : risk && state == State.OPEN ? "due soon" : state.words();
    }

    /** What may be done with it now. */
    public boolean isOpen() {
        return !state.isSettled();
    }

    public boolean isMovable() {
        return isOpen() && !late;
    }
}
