package app.rapport.kernel;

import java.time.Instant;
import java.util.List;

/** Socket: a room that has reasons to talk to somebody. */
public interface SignalSource {
    /**
     * Signals for this viewer as they stood at that moment, from nothing that became known later.
     */
    List<Signal> signals(Viewer viewer, Instant at);

    /**
     * Those of its signals by which somebody waits for the viewer. Asked for each page of a list,
     * so it costs an indexed look-up at most.
     */
    default List<Signal> waiting(Viewer viewer, Instant at) {
        return List.of();
    }

    /** Tells the source what the viewer decided about one of its signals, so that it can learn. */
    default void judged(Viewer viewer, Signal.Key key, Verdict verdict, Instant at) {}
}
