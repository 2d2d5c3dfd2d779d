package app.rapport.post;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an attempt to hand a mail over ended. */
sealed interface Delivery {
    /**
     * @param refused recipients that the server did not take, while it took others
     */
    record Sent(List<String> refused) implements Delivery {}

    /** Nothing left; another attempt may help. */
    record Later(String why) implements Delivery {}

    /** Nothing left, and trying again does not help. */
    record Refused(String why) implements Delivery {}

    /** Its words were on their way when the line broke. */
    record Unclear(String why) implements Delivery {}

    /** Waits between attempts; together two days, as mail servers do (RFC 5321, 4.5.4.1). */
    List<Duration> WAITS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12),
                    Duration.ofHours(30));

    /**
     * How long to wait before the next attempt; empty when it is enough.
     *
     * @param attempts that were made, at least 1
     */
    static Optional<Duration> waitAfter(int attempts) {
        return attempts > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(attempts - 1));
    }
}
