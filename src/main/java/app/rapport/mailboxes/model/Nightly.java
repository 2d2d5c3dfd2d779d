package app.rapport.mailboxes.model;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When every message is compared with the server's: once a night, or as soon after as can be. */
public final class Nightly {
    private static final LocalTime AT = LocalTime.of(3, 0);

    private Nightly() {}

    public static boolean due(Optional<Instant> last, Instant now, ZoneId zone) {
        ZonedDateTime tonight = now.atZone(zone).with(AT);
        Instant latest =
                (tonight.toInstant().isAfter(now) ? tonight.minusDays(1) : tonight).toInstant();
        return last.isEmpty() || last.get().isBefore(latest);
    }
}
