package app.rapport.promises.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column of the board of tasks; a task stands in one at a time. */
public enum Lane {
    LATE("Late"),
    TODAY("Today"),
    WEEK("This week"),
    LATER("Later"),
    WAITING("Waiting"),
    DONE("Done");

    private final String title;

    Lane(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As addresses and the API have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Lane> of(String key) {
        return Arrays.stream(values()).filter(lane -> lane.key().equals(key)).findFirst();
    }

    /** Where a task can be put on that day: nothing becomes late by a hand. */
    public boolean isOpenOn(LocalDate today) {
        return this != LATE && (this != WEEK || today.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** The last day of the week of that day. */
    public static LocalDate endOfWeek(LocalDate day) {
        return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** Until when a task is due that is put into this lane on that day. */
    public LocalDate due(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case WEEK -> thisWeek(today);
            case LATER -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case LATE, WAITING, DONE -> throw new IllegalStateException(this + " is no time");
        };
    }

    private static LocalDate thisWeek(LocalDate today) {
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) < 0 ? friday : endOfWeek(today);
    }
}
