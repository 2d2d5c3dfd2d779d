package app.rapport.calendar.model;

import app.rapport.exchange.contacts.MeetingDraft;
import app.rapport.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A meeting in somebody's calendar: one occurrence, where it is a series.
 *
 * @param uid what stays the same in all versions of it and for a whole series
 * @param slot when its series foresaw it; a moved occurrence keeps it
 * @param start of whole days: midnight UTC of the first, whatever the zone of who looks
 * @param end exclusive; the start where the calendar names no end
 * @param words what its description says
 * @param guests the organiser first
 * @param secret its calendar calls it private
 * @param moved said of this occurrence alone, not of its series
 */
public record Meeting(
        UUID id,
        String uid,
        Instant slot,
        Instant start,
        Instant end,
        boolean allDay,
        String summary,
        String place,
        String words,
        Status status,
        List<Guest> guests,
        boolean secret,
        boolean series,
        boolean moved,
        int sequence) {

    public enum Status {
        CONFIRMED,
        TENTATIVE,
        CANCELLED;

        static Status of(String word) {
            return switch (word) {
                case "CANCELLED" -> CANCELLED;
                case "TENTATIVE" -> TENTATIVE;
                default -> CONFIRMED;
            };
        }
    }

    public Meeting {
        guests = List.copyOf(guests);
    }

    /** All that is to come of an event. */
    public static List<Meeting> of(MeetingDraft event) {
        boolean moved = !event.recurrenceId().isEmpty();
        Duration length = length(event);
        List<Guest> guests = Guest.of(event);
        return event.coming().stream()
                .map(start ->
                        new Meeting(
                                Uuid7.next(),
                                event.uid(),
                                moved ? Instant.parse(event.recurrenceId()) : start,
                                start,
                                start.plus(length),
                                event.allDay(),
                                event.summary(),
                                event.location(),
                                event.description(),
                                Status.of(event.status()),
                                guests,
                                event.secret(),
                                moved || !event.rule().isEmpty(),
                                moved,
                                event.sequence()))
                .toList();
    }

    private static Duration length(MeetingDraft event) {
        Duration usual = event.allDay() ? Duration.ofDays(1) : Duration.ZERO;
        return event.start()
                .flatMap(start -> event.end().map(end -> Duration.between(start, end)))
                .filter(length -> length.compareTo(usual) > 0)
                .orElse(usual);
    }

    public boolean cancelled() {
        return status == Status.CANCELLED;
    }

    /** Whether one of these addresses said no. */
    public boolean declinedBy(Set<String> mine) {
        return guests.stream()
                .anyMatch(guest -> guest.declined() && mine.contains(guest.address()));
    }

    /** Whether people met, once its time has passed; a holiday or a birthday is no talk. */
    public boolean isTalk(Set<String> mine) {
        return !cancelled() && !declinedBy(mine) && !(allDay && guests.isEmpty());
    }

    /** The first day in that zone; whole days are the same everywhere. */
    public LocalDate firstDay(ZoneId zone) {
        return LocalDate.ofInstant(start, allDay ? ZoneOffset.UTC : zone);
    }

    /** What ends at midnight is not of the next day. */
    public LocalDate lastDay(ZoneId zone) {
        Instant last = end.isAfter(start) ? end.minusMillis(1) : start;
        return LocalDate.ofInstant(last, allDay ? ZoneOffset.UTC : zone);
    }

    public String title() {
        return summary.isBlank() ? "Meeting without a title" : summary;
    }

    /** Description and place, as a touch keeps them. */
    public String story() {
        return Stream.of(words, place)
                .filter(part -> !part.isBlank())
                .reduce((one, other) -> one + "\n\n" + other)
                .orElse("");
    }
}
