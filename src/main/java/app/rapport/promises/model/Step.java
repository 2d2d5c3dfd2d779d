package app.rapport.promises.model;

import app.rapport.kernel.TouchId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a promise.
 *
 * @param due from now on, where the step says so
 * @param shown the touch that shows it
 * @param undoes the step that this one takes back
 */
public record Step(
        UUID id,
        Kind kind,
        Instant at,
        Optional<Deadline> due,
        Optional<TouchId> shown,
        Optional<UUID> undoes) {

    /** Named as they are stored. */
    public enum Kind {
        MADE,
        KEPT,
        RENEGOTIATED,
        BROKEN,
        WITHDRAWN,
        WAITING,
        RESUMED,
        UNDONE
    }
}
