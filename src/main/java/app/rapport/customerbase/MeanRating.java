package app.rapport.customerbase;

import java.util.Optional;

/**
 * The mean of ratings with its range by Student's t; none with fewer than five. The quantile of t
 * comes from that of the normal distribution by the expansion 26.7.5 of Abramowitz and Stegun,
 * Handbook of Mathematical Functions (1964), which is right to three places from four degrees of
 * freedom on.
 */
public final class MeanRating {
    private static final int FEWEST = 5;

    private MeanRating() {}

    /**
     * @param counts how many gave {@code lowest}, {@code lowest + 1}, …
     */
    public static Optional<Range> range(int lowest, long[] counts) {
        long n = 0;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i];
            sum += (double) counts[i] * (lowest + i);
        }
        if (n < FEWEST) return Optional.empty();
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < counts.length; i++)
            squares += counts[i] * Math.pow(lowest + i - mean, 2);
        double half = t95(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return Optional.of(
                new Range(mean, mean - half, mean + half)
                        .within(lowest, lowest + counts.length - 1.0));
    }

    static double t95(long freedom) {
        double z = Range.Z;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double v = freedom;
        return z
                + (z3 + z) / (4 * v)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
    }
}
