package app.rapport.promises.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long before its end a promise is warned of: a third of the time there was for it, from half a
 * day to five, and what one is usually late by on top.
 */
public final class LeadTime {
    private static final Duration LEAST = Duration.ofHours(12);
    private static final Duration MOST = Duration.ofDays(5);

    private LeadTime() {}

    /**
     * @param lateness of kept promises after their end; nought where they were in time
     */
    public static Instant warnAt(Instant made, Instant due, List<Duration> lateness) {
        Duration third = Duration.between(made, due).dividedBy(3);
        Duration lead =
                third.compareTo(LEAST) < 0 ? LEAST : third.compareTo(MOST) > 0 ? MOST : third;
        Duration usual = median(lateness);
        return due.minus(lead).minus(usual.compareTo(MOST) > 0 ? MOST : usual);
    }

    private static Duration median(List<Duration> all) {
        return all.isEmpty() ? Duration.ZERO : all.stream().sorted().toList().get(all.size() / 2);
    }
}
