package app.rapport.bargaining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All outcomes one by one, and everything by its definition: what the frontier is held against. */
public final class Enumeration {
    private static final double SAME = 1e-9;

    private final List<Point> points = new ArrayList<>();

    public Enumeration(Negotiation negotiation) {
        int[] options = new int[negotiation.domain().size()];
        do points.add(negotiation.point(new Outcome(options)));
        while (next(options, negotiation.domain()));
    }

    private static boolean next(int[] options, Domain domain) {
        for (int i = 0; i < options.length; i++) {
            if (++options[i] < domain.options(i)) return true;
            options[i] = 0;
        }
        return false;
    }

    public List<Point> points() {
        return points;
    }

    /** The distinct pairs of utilities that no pair dominates, by falling ours. */
    List<double[]> frontier() {
        List<double[]> frontier = new ArrayList<>();
        List<Point> sorted =
                points.stream().sorted((a, b) -> Double.compare(b.ours(), a.ours())).toList();
        for (Point point : sorted)
            if (points.stream().noneMatch(other -> dominates(other, point))
                    && frontier.stream().noneMatch(known -> same(known, point)))
                frontier.add(new double[] {point.ours(), point.theirs()});
        return frontier;
    }

    private static boolean same(double[] known, Point point) {
        return Math.abs(known[0] - point.ours()) <= SAME
                && Math.abs(known[1] - point.theirs()) <= SAME;
    }

    private static boolean dominates(Point a, Point b) {
        return a.ours() >= b.ours() - SAME
                && a.theirs() >= b.theirs() - SAME
                && (a.ours() > b.ours() + SAME || a.theirs() > b.theirs() + SAME);
    }

    List<Point> noWorseThan(double ours, double theirs) {
        return points.stream()
                .filter(point -> point.ours() >= ours - SAME && point.theirs() >= theirs - SAME)
                .toList();
    }

    public static double most(List<Point> of, ToDoubleFunction<Point> measure) {
        return of.stream().mapToDouble(measure).max().orElseThrow();
    }
}
