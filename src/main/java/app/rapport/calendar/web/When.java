package app.rapport.calendar.web;

import app.rapport.calendar.model.Meeting;
import app.rapport.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a meeting is, in words. */
final class When {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private When() {}

    /** "Tuesday 10 March, 09:00 to 10:00", "Tuesday 10 March to Thursday 12 March". */
    static String of(Meeting meeting, Times times) {
        ZoneId zone = times.zone();
        LocalDate first = meeting.firstDay(zone);
        LocalDate last = meeting.lastDay(zone);
        String day = times.longDay(first);
        if (meeting.allDay())
            return first.equals(last) ? day + ", all day" : day + " to " + times.longDay(last);
        String begin = day + ", " + clock(meeting.start(), zone);
        if (!meeting.end().isAfter(meeting.start())) return begin;
        String end = clock(meeting.end(), zone);
        return begin + " to " + (first.equals(last) ? end : times.longDay(last) + ", " + end);
    }

    static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }
}
