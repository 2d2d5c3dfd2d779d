package app.rapport.exchange.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Since when an import goes, and what was read before that.
 *
 * @param resumed whether it went on after it was cut short
 */
public record Pace(Instant since, long readBefore, long bytesBefore, boolean resumed) {

    /** One at least: the first moments say nothing of a pace. */
    double seconds(Instant until) {
        return Math.max(1, Duration.between(since, until).toMillis() / 1000.0);
    }
}
