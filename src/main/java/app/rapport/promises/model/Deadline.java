package app.rapport.promises.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Until the end of a day, or a moment of it. */
public record Deadline(LocalDate day, Optional<LocalTime> time) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /** A slip of the hand in the year is no day, and PostgreSQL keeps none beyond its own end. */
    public boolean isUsable() {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    public Instant ends(ZoneId zone) {
        return time.map(day::atTime)
                .orElseGet(() -> day.plusDays(1).atStartOfDay())
                .atZone(zone)
                .toInstant();
    }
}
