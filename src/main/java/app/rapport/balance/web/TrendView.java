package app.rapport.balance.web;

import app.rapport.balance.model.Balance;
import app.rapport.kernel.Estimate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Our share by quarter, drawn by the server.
 *
 * @param marks the quarters of which enough is known
 */
public record TrendView(List<Mark> marks, List<String> names, String line, String finding) {
    static final int QUARTERS = 8;
    public static final int WIDTH = 640;
    public static final int HEIGHT = 190;
    public static final int LEFT = 50;
    private static final int STEP = (WIDTH - LEFT) / QUARTERS;
    private static final int TOP = 8;
    private static final int PLANE = 154;

    /**
     * @param x of its middle; @param high y of the upper end of its range
     */
    public record Mark(String name, int share, int x, int y, int low, int high) {
        /** Beside it there is no room for words. */
        public boolean isLast() {
            return x >= TrendView.x(QUARTERS - 1);
        }
    }

    /** Empty while no quarter is known. */
    static Optional<TrendView> of(Balance balance, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(balance.at(), zone);
        LocalDate current =
                today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        List<Mark> marks = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            LocalDate from = current.minusMonths(3L * (QUARTERS - 1 - i));
            String name = "Q" + ((from.getMonthValue() - 1) / 3 + 1) + " " + from.getYear() % 100;
            names.add(name);
            Estimate share = balance.between(start(from, zone), start(from.plusMonths(3), zone));
            if (share instanceof Estimate.Known known) marks.add(mark(name, known, x(i)));
        }
        if (marks.isEmpty()) return Optional.empty();
        String line =
                marks.stream()
                        .map(mark -> mark.x() + "," + mark.y())
                        .collect(Collectors.joining(" "));
        String told =
                marks.stream()
                        .map(mark -> mark.name() + " " + mark.share() + "%")
                        .collect(Collectors.joining(", "));
        return Optional.of(new TrendView(marks, names, line, "Our share of the effort: " + told));
    }

    /** A quarter begins with its first moment, which counts to it. */
    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().minusNanos(1);
    }

    private static Mark mark(String name, Estimate.Known known, int x) {
        return new Mark(
                name,
                (int) Math.round(known.value()),
                x,
                y(known.value()),
                y(known.low()),
                y(known.high()));
    }

    public static int x(int quarter) {
        return LEFT + STEP * quarter + STEP / 2;
    }

    public static int y(double share) {
        return (int) Math.round(TOP + (100 - share) / 100 * PLANE);
    }
}
