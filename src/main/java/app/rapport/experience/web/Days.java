package app.rapport.experience.web;

import app.rapport.access.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as date fields send them. */
final class Days {
    private static final LocalTime NOON = LocalTime.NOON;

    private Days() {}

    static Optional<LocalDate> of(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(typed.strip()))
                            .filter(day -> day.getYear() > 1900 && day.getYear() < 2200);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Now where it is today or nothing was typed, else noon of that day. */
    static Instant moment(String typed, ZoneId zone, Instant now) {
        if (typed.isBlank()) return now;
        LocalDate day =
                of(typed)
                        .orElseThrow(() -> new Refused("day", "That is no day: 2026-03-09 is one"));
        return day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.atTime(NOON).atZone(zone).toInstant();
    }
}
