package app.rapport.promises.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Until the end of a day, or a moment of it. */
public record Deadline(LocalDate day, Optional<LocalTime> time) {
    public Instant ends(ZoneId zone) {
        return time.map(day::atTime)
                .orElseGet(() -> day.plusDays(1).atStartOfDay())
                .atZone(zone)
                .toInstant();
    }
}
