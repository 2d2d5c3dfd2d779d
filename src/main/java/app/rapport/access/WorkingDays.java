package app.rapport.access;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** On which days a workspace works. */
public record WorkingDays(Set<DayOfWeek> week, Set<LocalDate> holidays) {
    public WorkingDays {
        week = Set.copyOf(week);
        holidays = Set.copyOf(holidays);
    }

    public boolean works(LocalDate day) {
        return week.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The first working day after that one; a week without any counts every day. */
    public LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int i = 0; i < 60 && !works(next); i++) next = next.plusDays(1);
        return works(next) ? next : day.plusDays(1);
    }

    /** Working days from the first (exclusive) to the second (inclusive). */
    public long between(LocalDate from, LocalDate to) {
        return from.datesUntil(to.isBefore(from) ? from : to.plusDays(1))
                .skip(1)
                .filter(this::works)
                .count();
    }

    /** Holidays on days of work after the first and up to the second. */
    public long holidaysBetween(LocalDate from, LocalDate to) {
        return holidays.stream()
                .filter(day -> week.contains(day.getDayOfWeek()))
                .filter(day -> day.isAfter(from) && !day.isAfter(to))
                .count();
    }
}
