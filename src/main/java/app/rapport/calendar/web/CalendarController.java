package app.rapport.calendar.web;

import app.rapport.access.House;
import app.rapport.calendar.Calendars;
import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import app.rapport.calendar.model.Week;
import app.rapport.kernel.LastTalk;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.ui.Seat;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The viewer's week, and who will be at a meeting. */
@Controller
@Needs(toRead = Right.READ_RECORDS)
class CalendarController {
    private final Calendars calendars;
    private final People people;
    private final List<LastTalk> talks;
    private final House house;
    private final Clock clock;

    CalendarController(
            Calendars calendars, People people, List<LastTalk> talks, House house, Clock clock) {
        this.calendars = calendars;
        this.people = people;
        this.talks = talks;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    WeekPage week(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            HttpServletRequest request) {
        Seat seat = Seat.of(request).orElseThrow();
        Viewer viewer = seat.viewer();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        LocalDate first =
                Week.beginning(
                        day == null || isFar(day, today) ? today : day, weekBegins(seat.locale()));
        List<Meeting> meetings = calendars.between(viewer, Week.from(first), Week.to(first));
        return new WeekPage(
                Week.of(first, viewer.zone(), meetings),
                today,
                now.atZone(viewer.zone()).toLocalTime(),
                viewer.zone(),
                house.us(viewer).mine(),
                calendars.any(viewer));
    }

    /** A language alone, without a country, says nothing of weeks. */
    private static DayOfWeek weekBegins(Locale locale) {
        return locale.getCountry().isEmpty()
                ? DayOfWeek.MONDAY
                : WeekFields.of(locale).getFirstDayOfWeek();
    }

    /** PostgreSQL's times end before Java's days do. */
    private static boolean isFar(LocalDate day, LocalDate today) {
        return Math.abs(day.getYear() - (long) today.getYear()) > 1_000;
    }

    @GetMapping("/calendar/meetings/{id}")
    MeetingPage meeting(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Viewer viewer) {
        Meeting meeting =
                calendars
                        .meeting(viewer, id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, PersonId> known =
                people.byAddress(viewer, meeting.guests().stream().map(Guest::address).toList());
        Set<String> mine = house.us(viewer).mine();
        Map<PersonId, Instant> last = lastTalks(viewer, known.values());
        return new MeetingPage(
                meeting,
                meeting.guests().stream()
                        .map(guest -> {
                            Optional<PersonId> person =
                                    Optional.ofNullable(known.get(guest.address()));
                            return new MeetingPage.Line(
                                    guest,
                                    mine.contains(guest.address()),
                                    person.map(one -> "/people/" + one),
                                    person.flatMap(one -> Optional.ofNullable(last.get(one))));
                        })
                        .toList(),
                htmx != null);
    }

    private Map<PersonId, Instant> lastTalks(Viewer viewer, Collection<PersonId> people) {
        Map<PersonId, Instant> last = new HashMap<>();
        for (LastTalk source : talks)
            source.lastTalks(viewer, people, clock.instant())
                    .forEach((person, talk) ->
                            talk.newest()
                                    .ifPresent(at ->
                                            last.merge(
                                                    person,
                                                    at,
                                                    (one, other) ->
                                                            one.isAfter(other) ? one : other)));
        return last;
    }
}
