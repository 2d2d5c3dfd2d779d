package app.rapport.experience.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody who was delighted not long ago is no more. */
public final class Drift {
    /** So long after the fall it is worth a word. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private Drift() {}

    /** The day on which delight ended, where that was within the window. */
    public static Optional<Instant> fell(Ledger ledger) {
        Instant at = ledger.at();
        if (ledger.state() == State.DELIGHTED || ledger.state() == State.NOT_KNOWN)
            return Optional.empty();
        for (int days = 1; days <= WINDOW.toDays(); days++) {
            Instant before = at.minus(Duration.ofDays(days));
            if (ledger.stateAt(before) == State.DELIGHTED)
                return Optional.of(before.plus(Duration.ofDays(1)));
        }
        return Optional.empty();
    }
}
