package app.rapport.promises.model;

import app.rapport.kernel.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far one side may rely on the other: a {@linkplain Reputation beta reputation} over entries
 * that count half after a year, from 0 to 100 with the 90 % range of its beta distribution. The
 * formula: {@code docs/trust.md}.
 */
public final class Trust {
    private static final double HALF_LIFE_DAYS = 365;
    private static final int STEPS = 2_000;

    private Trust() {}

    /** Of those entries that were known at that moment. */
    public static Estimate of(List<TrustEntry> entries, Instant at) {
        double good = 0;
        double bad = 0;
        for (TrustEntry entry : entries) {
            if (entry.at().isAfter(at)) continue;
            double days = Duration.between(entry.at(), at).toSeconds() / 86_400.0;
            double share = Math.pow(.5, days / HALF_LIFE_DAYS);
            good += entry.good() * share;
            bad += entry.bad() * share;
        }
        if (good + bad == 0)
            return new Estimate.NotKnownYet("One promise kept or broken is needed to begin.");
        double expected = 100 * new Reputation(good, bad).expected(.5, 2);
        double low = 100 * quantile(good + 1, bad + 1, .05);
        double high = 100 * quantile(good + 1, bad + 1, .95);
        return new Estimate.Known(expected, Math.min(low, expected), Math.max(high, expected));
    }

    /** Of a beta distribution with both parameters 1 or more, by adding up its density. */
    public static double quantile(double alpha, double beta, double share) {
        double[] sums = new double[STEPS + 1];
        double peak = alpha + beta == 2 ? .5 : (alpha - 1) / (alpha + beta - 2);
        double top = logDensity(Math.clamp(peak, 1e-9, 1 - 1e-9), alpha, beta);
        for (int i = 0; i < STEPS; i++) {
            double x = (i + .5) / STEPS;
            sums[i + 1] = sums[i] + Math.exp(logDensity(x, alpha, beta) - top);
        }
        double sought = share * sums[STEPS];
        int i = 1;
        while (sums[i] < sought) i++;
        return (i - 1 + (sought - sums[i - 1]) / (sums[i] - sums[i - 1])) / STEPS;
    }

    private static double logDensity(double x, double alpha, double beta) {
        return (alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - x);
    }
}
