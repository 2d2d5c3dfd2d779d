package app.rapport.balance.web;

import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Quarter;
import app.rapport.kernel.Estimate;
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
    private static final int QUARTERS = Quarter.SHOWN;
    public static final int WIDTH = 640;
    public static final int HEIGHT = 190;
    public static final int LEFT = 50;
    private static final int STEP = (WIDTH - LEFT) / QUARTERS;
    private static final int TOP = 8;
    private static final int PLANE = 154;

    /**
     * @param x of its middle
     * @param high y of the upper end of its range
     */
    public record Mark(String name, int share, int x, int y, int low, int high) {
        /** Beside it there is no room for words. */
        public boolean isLast() {
            return x >= TrendView.x(QUARTERS - 1);
        }
    }

    /** Empty while no quarter is known. */
    static Optional<TrendView> of(Balance balance, ZoneId zone) {
        List<Quarter> quarters = Quarter.of(balance, zone);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < quarters.size(); i++)
            if (quarters.get(i).share() instanceof Estimate.Known known)
                marks.add(mark(quarters.get(i).name(), known, x(i)));
        if (marks.isEmpty()) return Optional.empty();
        String line =
                marks.stream()
                        .map(mark -> mark.x() + "," + mark.y())
                        .collect(Collectors.joining(" "));
        String told =
                marks.stream()
                        .map(mark -> mark.name() + " " + mark.share() + "%")
                        .collect(Collectors.joining(", "));
        return Optional.of(
                new TrendView(
                        marks,
                        quarters.stream().map(Quarter::name).toList(),
                        line,
                        "Our share of the effort: " + told));
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
