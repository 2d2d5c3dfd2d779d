package app.rapport.demo.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** Days as seen from the day on which the firm is made: work is done on working days. */
public record Almanac(LocalDate today, ZoneId zone) {
    private static final Set<DayOfWeek> FREE = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** So many days ago, or the working day before that one. */
    LocalDate ago(int days) {
        LocalDate day = today.minusDays(days);
        while (FREE.contains(day.getDayOfWeek())) day = day.minusDays(1);
        return day;
    }

    /** So many working days ago; 0 is today where work is done today. */
    LocalDate workdaysAgo(int days) {
        LocalDate day = ago(0);
        for (int i = 0; i < days; i++) day = before(day);
        return day;
    }

    private static LocalDate before(LocalDate day) {
        LocalDate other = day.minusDays(1);
        while (FREE.contains(other.getDayOfWeek())) other = other.minusDays(1);
        return other;
    }

    /** So many working days from today, which counts as none. */
    LocalDate ahead(int days) {
        LocalDate day = today;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!FREE.contains(day.getDayOfWeek())) left--;
        }
        return day;
    }

    Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
    }

    /** In working hours, so many working days ago; the last of them is yesterday's. */
    Instant worked(int daysAgo, int hour, int minute) {
        return at(workdaysAgo(Math.max(daysAgo, isFree() ? 0 : 1)), hour, minute);
    }

    /** When a company came to be known. */
    public Instant since(Company company) {
        return at(ago(company.since() + 2), 8, 30);
    }

    private boolean isFree() {
        return FREE.contains(today.getDayOfWeek());
    }
}
