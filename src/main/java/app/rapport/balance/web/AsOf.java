package app.rapport.balance.web;

import app.rapport.access.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The moment up to which somebody asks: now, or the evening of a day that has passed. */
record AsOf(Instant at, LocalDate day, boolean past) {
    static AsOf of(String typed, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return day(typed)
                .filter(day -> day.isBefore(today))
                .map(day -> new AsOf(day.plusDays(1).atStartOfDay(zone).toInstant(), day, true))
                .orElse(new AsOf(now, today, false));
    }

    /** When something was that is recorded: now where it is today, else noon of that day. */
    static Instant moment(String typed, ZoneId zone, Instant now) {
        if (typed.isBlank()) return now;
        LocalDate day =
                day(typed)
                        .orElseThrow(() -> new Refused("day", "That is no day: 2026-03-09 is one"));
        return day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(typed.strip()))
                            .filter(day -> day.getYear() > 1900 && day.getYear() < 2200);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
