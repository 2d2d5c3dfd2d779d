package app.rapport.balance.model;

import app.rapport.kernel.Estimate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Our share within a quarter of a year; the last one is not over yet. */
public record Quarter(LocalDate from, Estimate share) {
    public static final int SHOWN = 8;

    /** The latest ones, oldest first. */
    public static List<Quarter> of(Balance balance, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(balance.at(), zone);
        LocalDate current =
                today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        return IntStream.range(0, SHOWN)
                .mapToObj(i -> current.minusMonths(3L * (SHOWN - 1 - i)))
                .map(from ->
                        new Quarter(
                                from,
                                balance.between(
                                        start(from, zone), start(from.plusMonths(3), zone))))
                .toList();
    }

    /** A quarter begins with its first moment, which counts to it. */
    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().minusNanos(1);
    }

    public String name() {
        return "Q" + ((from.getMonthValue() - 1) / 3 + 1) + " " + from.getYear() % 100;
    }
}
