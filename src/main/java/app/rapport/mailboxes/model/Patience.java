package app.rapport.mailboxes.model;

import java.time.Duration;
import java.util.List;

/** How long to wait before a server is tried again. */
public final class Patience {
    private static final List<Duration> AFTER_FAILURE =
            List.of(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(15));
    private static final List<Duration> WHEN_BUSY =
            List.of(
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1));

    private Patience() {}

    /**
     * @param failures in a row, this one included
     * @param chance between 0 and 1: those that failed together do not come back together
     */
    public static Duration after(MailTrouble.Kind kind, int failures, double chance) {
        List<Duration> waits = kind == MailTrouble.Kind.BUSY ? WHEN_BUSY : AFTER_FAILURE;
        Duration wait = waits.get(Math.clamp(failures - 1, 0, waits.size() - 1));
        return wait.plusMillis(Math.round(wait.toMillis() * 0.2 * chance));
    }
}
