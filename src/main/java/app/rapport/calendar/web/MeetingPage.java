package app.rapport.calendar.web;

import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import app.rapport.ui.Page;
import app.rapport.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One meeting: when, where and who. */
public record MeetingPage(Meeting meeting, List<Line> guests, boolean drawer) implements Page {
    /**
     * @param me whether this is who looks
     * @param href of their page, where they are known
     */
    public record Line(
            Guest guest, boolean me, Optional<String> href, Optional<Instant> lastTalk) {}

    public String when(Times times) {
        return When.of(meeting, times);
    }

    public String weekHref(Times times) {
        LocalDate day = meeting.firstDay(times.zone());
        return "/calendar?day=" + day;
    }
}
