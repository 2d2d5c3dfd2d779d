package app.rapport.listening.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Days from the first to the last; what is due in a period is due when it ends. */
record Period(LocalDate first, LocalDate last) {
    static Period day(LocalDate day) {
        return new Period(day, day);
    }

    /** Who works says "week" and means Monday to Friday. */
    static Period week(LocalDate within) {
        LocalDate monday = within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(monday, monday.plusDays(4));
    }

    static Period month(LocalDate within) {
        return new Period(
                within.withDayOfMonth(1), within.with(TemporalAdjusters.lastDayOfMonth()));
    }

    static Period quarter(LocalDate within) {
        LocalDate first =
                within.withDayOfMonth(1).withMonth((within.getMonthValue() - 1) / 3 * 3 + 1);
        return new Period(first, first.plusMonths(3).minusDays(1));
    }

    static Period year(LocalDate within) {
        return new Period(within.withDayOfYear(1), within.with(TemporalAdjusters.lastDayOfYear()));
    }

    /** A third of it. */
    Period part(Part part) {
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        int third = days / 3;
        return switch (part) {
            case START -> day(first);
            case EARLY ->
                    new Period(first, first.plusDays(Math.max(1, third) - (days > 7 ? 1 : 0)));
            case MIDDLE -> day(first.plusDays((days - 1) / 2));
            case LATE -> new Period(last.minusDays(third), last);
        };
    }

    enum Part {
        START,
        EARLY,
        MIDDLE,
        LATE
    }
}
