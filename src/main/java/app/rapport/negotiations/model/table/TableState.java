package app.rapport.negotiations.model.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a table stands.
 *
 * @param changes counts what happened at it
 * @param endsOn until when there is time
 * @param breakUntil the end of a break, which may be over
 */
public record TableState(
        int changes,
        Optional<Instant> endsOn,
        Optional<Instant> breakUntil,
        Optional<Ending> ending) {
    /** How long a break is: long enough to cool down, short enough to come back. */
    public static final Duration BREAK = Duration.ofMinutes(15);

    public static final TableState FRESH =
            new TableState(0, Optional.empty(), Optional.empty(), Optional.empty());

    public boolean pauses(Instant now) {
        return breakUntil.filter(now::isBefore).isPresent();
    }

    public boolean isOpen() {
        return ending.isEmpty();
    }
}
