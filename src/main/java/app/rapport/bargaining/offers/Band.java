package app.rapport.bargaining.offers;

import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Point;
import app.rapport.bargaining.Utility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Outcomes whose worth to us lies in a band and whose worth to them passes a floor, found by branch
 * and bound: a beginning is given up when what is left cannot bring it into the band or over the
 * floor. Ends after {@value #MOST} outcomes or {@value #STEPS} steps; the best for them are looked
 * for first.
 */
final class Band {
    private static final int MOST = 4_000;
    private static final int STEPS = 300_000;

    private final Negotiation negotiation;
    private final double low;
    private final double high;
    private final double floor;
    private final double[] least;
    private final double[] most;
    private final double[] mostForThem;
    private final int[][] order;
    private final int[] options;
    private final List<Point> points = new ArrayList<>();
    private int steps;

    Band(Negotiation negotiation, double low, double high, double floor) {
        this.negotiation = negotiation;
        this.low = low;
        this.high = high;
        this.floor = floor;
        int issues = negotiation.domain().size();
        this.options = new int[issues];
        this.least = new double[issues + 1];
        this.most = new double[issues + 1];
        this.mostForThem = new double[issues + 1];
        this.order = new int[issues][];
        for (int i = issues - 1; i >= 0; i--) {
            least[i] = least[i + 1] + negotiation.ours().worst(i);
            most[i] = most[i + 1] + negotiation.ours().best(i);
            mostForThem[i] = mostForThem[i + 1] + negotiation.theirs().best(i);
            order[i] = bestForThemFirst(negotiation.theirs(), i);
        }
    }

    private static int[] bestForThemFirst(Utility theirs, int issue) {
        return IntStream.range(0, theirs.options(issue))
                .boxed()
                .sorted(Comparator.comparingDouble(option -> -theirs.of(issue, option)))
                .mapToInt(option -> option)
                .toArray();
    }

    List<Point> points() {
        branch(0, 0, 0);
        return points;
    }

    private void branch(int issue, double ours, double theirs) {
        if (points.size() >= MOST || ++steps > STEPS) return;
        if (issue == options.length) {
            points.add(negotiation.point(new Outcome(options)));
            return;
        }
        for (int option : order[issue]) {
            double a = ours + negotiation.ours().of(issue, option);
            double b = theirs + negotiation.theirs().of(issue, option);
            // options come by falling worth to them: all that follow fail as well
            if (b + mostForThem[issue + 1] < floor) break;
            if (a + most[issue + 1] < low || a + least[issue + 1] > high) continue;
            options[issue] = option;
            branch(issue + 1, a, b);
        }
    }
}
