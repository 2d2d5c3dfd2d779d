package app.rapport.bargaining.course;

import java.util.List;

/**
 * How far what was returned goes with what was given: Pearson's correlation, 0 where all is even.
 */
final class Echo {
    private static final double EVEN = 1e-9;

    private Echo() {}

    static double of(List<double[]> pairs) {
        double given = pairs.stream().mapToDouble(p -> p[0]).average().orElse(0);
        double returned = pairs.stream().mapToDouble(p -> p[1]).average().orElse(0);
        double both = 0;
        double first = 0;
        double second = 0;
        for (double[] pair : pairs) {
            both += (pair[0] - given) * (pair[1] - returned);
            first += (pair[0] - given) * (pair[0] - given);
            second += (pair[1] - returned) * (pair[1] - returned);
        }
        return first < EVEN || second < EVEN ? 0 : both / Math.sqrt(first * second);
    }
}
