package app.rapport.calendar.web;

import app.rapport.calendar.Calendars;
import app.rapport.calendar.model.Meeting;
import app.rapport.kernel.PersonSection;
import app.rapport.ui.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the viewer meets somebody next, on that person's page. */
@Configuration(proxyBeanMethods = false)
public class NextMeetings {
    @Bean
    PersonSection nextMeeting(Calendars calendars) {
        return (viewer, person, at) ->
                calendars
                        .nextWith(viewer, person, at)
                        .map(meeting ->
                                new PersonSection.Section(
                                        PersonSection.Place.ASIDE,
                                        5,
                                        "calendar/NextMeeting.jte",
                                        new Next(meeting)));
    }

    public record Next(Meeting meeting) {
        public String when(Times times) {
            return When.of(meeting, times);
        }

        public String href() {
            return "/calendar/meetings/" + meeting.id();
        }
    }
}
