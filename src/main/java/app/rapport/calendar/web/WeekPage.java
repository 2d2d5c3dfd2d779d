package app.rapport.calendar.web;

import app.rapport.calendar.model.Meeting;
import app.rapport.calendar.model.Week;
import app.rapport.calendar.model.Week.Block;
import app.rapport.calendar.model.Week.Day;
import app.rapport.ui.Page;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A week. Where each meeting stands is said by classes: the page's policy allows no style of its
 * own.
 *
 * @param any whether anything ever came into this calendar
 */
public record WeekPage(
        Week week, LocalDate today, LocalTime now, ZoneId zone, Set<String> mine, boolean any)
        implements Page {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }

    /** "23 to 29 November 2026", "30 November to 6 December 2026". */
    public String title() {
        LocalDate last = week.first().plusDays(6);
        String from =
                week.first().getMonth() == last.getMonth()
                        ? "d"
                        : week.first().getYear() == last.getYear() ? "d MMMM" : "d MMMM uuuu";
        return format(from, week.first()) + " to " + format("d MMMM uuuu", last);
    }

    public String before() {
        return "/calendar?day=" + week.first().minusDays(7);
    }

    public String after() {
        return "/calendar?day=" + week.first().plusDays(7);
    }

    public boolean isThisWeek() {
        return !today.isBefore(week.first()) && today.isBefore(week.first().plusDays(7));
    }

    public boolean isEmpty() {
        return week.days().stream().allMatch(Day::isEmpty);
    }

    public List<String> hours() {
        return IntStream.range(week.firstHour(), week.lastHour())
                .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
                .toList();
    }

    public String hourClass(int index) {
        return "r-q" + index * 4;
    }

    public boolean isToday(Day day) {
        return day.date().equals(today);
    }

    public boolean isPast(Day day) {
        return day.date().isBefore(today);
    }

    public String weekday(Day day) {
        return format("EEE", day.date());
    }

    public String date(Day day) {
        return format("d MMM", day.date());
    }

    public String dayClass(Day day) {
        return "r-day"
                + (isToday(day) ? " is-today" : "")
                + (isPast(day) ? " is-past" : "")
                + (day.isEmpty() && !isToday(day) ? " is-free" : "");
    }

    /** How high the day is, and so how many lines of hours it has. */
    public String gridClass() {
        return "r-blocks r-h" + (week.lastHour() - week.firstHour());
    }

    public String place(Block block) {
        return "r-block r-q%d r-n%d r-w%d-%d"
                .formatted(
                        block.quarter(week.firstHour()),
                        Math.min(block.quarters(), 96),
                        block.lanes(),
                        block.lane());
    }

    /** Where the clock stands, as a class; empty when it is outside of what is drawn. */
    public String nowClass() {
        int quarter = (now.getHour() - week.firstHour()) * 4 + now.getMinute() / 15;
        boolean inside = now.getHour() >= week.firstHour() && now.getHour() < week.lastHour();
        return inside ? "r-q" + quarter : "";
    }

    public String time(Block block) {
        return clock(block.from()) + (block.to() > block.from() ? " to " + clock(block.to()) : "");
    }

    private static String clock(int minute) {
        return minute == 24 * 60 ? "24:00" : CLOCK.format(LocalTime.ofSecondOfDay(minute * 60L));
    }

    public String href(Meeting meeting) {
        return "/calendar/meetings/" + meeting.id();
    }

    public String look(Meeting meeting) {
        if (meeting.cancelled() || meeting.declinedBy(mine)) return "r-meet is-off";
        return meeting.status() == Meeting.Status.TENTATIVE ? "r-meet is-open" : "r-meet";
    }

    /** What the eye sees as struck through or dashed, in words. */
    public String state(Meeting meeting) {
        if (meeting.cancelled()) return "called off";
        if (meeting.declinedBy(mine)) return "you do not go";
        return meeting.status() == Meeting.Status.TENTATIVE ? "not fixed" : "";
    }

    /** Who else is there, in short. */
    public String with(Meeting meeting) {
        return With.whom(meeting, mine);
    }
}
