package app.rapport.promises.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * On which day a task that comes again is next due. Days are counted from the first of the series:
 * what is due on the 31st is so again after a February, and one done late skips what has passed.
 */
public final class Recurring {
    private Recurring() {}

    /**
     * @param after the day of the last one, or today where that is later
     * @param nextWorkingDay the first working day after a day
     */
    public static LocalDate next(
            Task.Series series, LocalDate after, UnaryOperator<LocalDate> nextWorkingDay) {
        return switch (series.every()) {
            case WORKING_DAY -> nextWorkingDay.apply(after);
            case WEEK -> counted(series.since(), after, ChronoUnit.WEEKS);
            case MONTH -> counted(series.since(), after, ChronoUnit.MONTHS);
            case YEAR -> counted(series.since(), after, ChronoUnit.YEARS);
        };
    }

    private static LocalDate counted(LocalDate since, LocalDate after, ChronoUnit unit) {
        if (after.isBefore(since)) return since;
        long passed = unit.between(since, after);
        LocalDate next = since.plus(passed, unit);
        while (!next.isAfter(after)) next = since.plus(++passed, unit);
        return next;
    }
}
