package app.rapport.promises.model;

import java.time.Instant;

/** One party says how far it trusts another, -10 to 10. */
public record Rating(String rater, String ratee, int value, Instant at) {
    boolean isPositive() {
        return value > 0;
    }
}
