package app.rapport.promises.model;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a promise.
 *
 * @param due from now on, where the step says so
 * @param shown the touch that shows it
 * @param undoes the step that this one takes back
 * @param to who keeps it from now on, where the step says so
 */
public record Step(
        UUID id,
        Kind kind,
        Instant at,
        Optional<Deadline> due,
        Optional<TouchId> shown,
        Optional<UUID> undoes,
        Optional<MemberId> to) {

    public Step(
            UUID id,
            Kind kind,
            Instant at,
            Optional<Deadline> due,
            Optional<TouchId> shown,
            Optional<UUID> undoes) {
        this(id, kind, at, due, shown, undoes, Optional.empty());
    }

    /** Takes that step back. */
    public static Step undoing(UUID step, Instant at) {
        return new Step(
                Uuid7.next(),
                Kind.UNDONE,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.of(step));
    }

    /** Named as they are stored. */
    public enum Kind {
        MADE,
        KEPT,
        RENEGOTIATED,
        BROKEN,
        WITHDRAWN,
        WAITING,
        RESUMED,
        GIVEN,
        UNDONE
    }
}
