package app.rapport.conversations.answers;

import app.rapport.customerbase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What to do about a question of ours that stays open. Within the reach of their rhythm it is worth
 * waiting, beyond it not; and nobody is told to wait for longer than two weeks, however slow they
 * are with everything.
 */
public final class Nudge {
    private static final Duration WORTH_WAITING = Duration.ofDays(14);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private Nudge() {}

    public static String words(Instant asked, Optional<Rhythm.Gap> usual, ZoneId zone, Instant at) {
        return usual.map(gap -> asked.plus(Duration.ofMinutes(Math.round(gap.high() * 1440))))
                .filter(until -> until.isAfter(at) && until.isBefore(at.plus(WORTH_WAITING)))
                .map(until ->
                        "Wait until "
                                + DAY.format(LocalDate.ofInstant(until, zone))
                                + ": their silence is still within the usual. Then ask once more.")
                .orElse("Ask once more, shorter and with one clear question; or wait, on purpose.");
    }
}
