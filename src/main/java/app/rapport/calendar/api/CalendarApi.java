package app.rapport.calendar.api;

import app.rapport.access.Refused;
import app.rapport.calendar.Calendars;
import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own calendar; nobody sees another's. */
@RestController
@Needs(toRead = Right.READ_RECORDS)
class CalendarApi {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration MOST = Duration.ofDays(366);

    private final Calendars calendars;
    private final Clock clock;

    CalendarApi(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * @param start of whole days: midnight UTC of the first; {@code end} is exclusive
     */
    record MeetingJson(
            UUID id,
            String uid,
            Instant start,
            Instant end,
            boolean allDay,
            String summary,
            String place,
            String status,
            boolean series,
            List<GuestJson> guests) {
        static MeetingJson of(Meeting one) {
            return new MeetingJson(
                    one.id(),
                    one.uid(),
                    one.start(),
                    one.end(),
                    one.allDay(),
                    one.summary(),
                    one.place(),
                    one.status().name().toLowerCase(Locale.ROOT),
                    one.series(),
                    one.guests().stream().map(GuestJson::of).toList());
        }
    }

    record GuestJson(String name, String address, String answer, boolean organiser) {
        static GuestJson of(Guest guest) {
            return new GuestJson(
                    guest.name(),
                    guest.address(),
                    guest.answer().toLowerCase(Locale.ROOT),
                    guest.organiser());
        }
    }

    record MeetingsJson(Instant from, Instant to, List<MeetingJson> items) {}

    @GetMapping("/api/v1/calendar")
    MeetingsJson between(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        Instant begin = from == null ? clock.instant() : from;
        Instant end = to == null ? begin.plus(USUAL) : to;
        if (!end.isAfter(begin)) throw new Refused("to", "Give a moment after from");
        if (Duration.between(begin, end).compareTo(MOST) > 0)
            throw new Refused("to", "At most 366 days after from");
        return new MeetingsJson(
                begin,
                end,
                calendars.between(viewer, begin, end).stream().map(MeetingJson::of).toList());
    }
}
