package app.rapport.calendar.web;

import app.rapport.access.House;
import app.rapport.calendar.Calendars;
import app.rapport.calendar.model.Meeting;
import app.rapport.kernel.DaySection;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom the viewer meets today, beside those who wait. */
@Configuration(proxyBeanMethods = false)
public class TalksToday {
    @Bean
    DaySection talksOfTheDay(Calendars calendars, House house) {
        return (viewer, at) -> {
            List<Meeting> all = ofDay(calendars, viewer, LocalDate.ofInstant(at, viewer.zone()));
            if (all.isEmpty()) return Optional.empty();
            Set<String> mine = house.us(viewer).mine();
            List<Meeting> talks = all.stream().filter(one -> one.isTalk(mine)).toList();
            return Optional.of(talks)
                    .filter(some -> !some.isEmpty())
                    .map(some ->
                            new DaySection.Section(
                                    10, "calendar/TalksToday.jte", new Talks(some, mine)));
        };
    }

    /** Whole days are kept by UTC, so the day is asked for with both ends to spare. */
    private static List<Meeting> ofDay(Calendars calendars, Viewer viewer, LocalDate day) {
        Instant morning = day.atStartOfDay(viewer.zone()).toInstant();
        Instant night = day.plusDays(1).atStartOfDay(viewer.zone()).toInstant();
        return calendars.between(viewer, morning, night).stream()
                .filter(one -> !one.firstDay(viewer.zone()).isAfter(day))
                .filter(one -> !one.lastDay(viewer.zone()).isBefore(day))
                .toList();
    }

    /**
     * @param mine the viewer's own addresses
     */
    public record Talks(List<Meeting> all, Set<String> mine) {
        public String when(Meeting meeting, Times times) {
            return meeting.allDay() ? "all day" : When.clock(meeting.start(), times.zone());
        }

        public String with(Meeting meeting) {
            return With.whom(meeting, mine);
        }

        public boolean isOver(Meeting meeting, Times times) {
            return !meeting.end().isAfter(times.now());
        }

        public String href(Meeting meeting) {
            return "/calendar/meetings/" + meeting.id();
        }
    }
}
