package app.rapport.calls.model;

import app.rapport.promises.model.Deadline;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found in notes, once somebody decided about it.
 *
 * @param place which words these are, see {@link Found#place}
 * @param promise what it became
 * @param declined whether it is none of what it seemed
 */
public record Kept(
        String place,
        Found.Kind kind,
        String words,
        Optional<Deadline> due,
        Optional<UUID> promise,
        boolean declined,
        Instant at) {}
