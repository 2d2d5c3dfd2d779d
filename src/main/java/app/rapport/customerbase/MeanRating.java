package app.rapport.customerbase;

import java.util.Optional;

/**
 * The mean of ratings with its range; none with fewer than five. Before the range is taken, half of
 * {@code z²} answers are added at each end of the scale, so that five who all say the same are no
 * certainty. Where the scale has two points this is the interval of Agresti and Coull, "Approximate
 * is better than 'exact' for interval estimation of binomial proportions", The American
 * Statistician 52 (1998); with more points the same step is ours. It is wider than Student's t
 * where answers are few, and the same where they are many. The value is the plain mean.
 */
public final class MeanRating {
    private static final int FEWEST = 5;

    private MeanRating() {}

    /**
     * @param counts how many gave {@code lowest}, {@code lowest + 1}, …
     */
    public static Optional<Range> range(int lowest, long[] counts) {
        double[] weights = new double[counts.length];
        double answers = 0;
        for (int i = 0; i < counts.length; i++) {
            weights[i] = counts[i];
            answers += counts[i];
        }
        if (answers < FEWEST) return Optional.empty();
        double plain = mean(lowest, weights, answers);
        double added = Range.Z * Range.Z;
        weights[0] += added / 2;
        weights[counts.length - 1] += added / 2;
        double n = answers + added;
        double middle = mean(lowest, weights, n);
        double squares = 0;
        for (int i = 0; i < weights.length; i++)
            squares += weights[i] * Math.pow(lowest + i - middle, 2);
        double half = Range.Z * Math.sqrt(squares / n / n);
        return Optional.of(
                Range.around(plain, middle, half).within(lowest, lowest + counts.length - 1.0));
    }

    private static double mean(int lowest, double[] weights, double answers) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * (lowest + i);
        return sum / answers;
    }
}
