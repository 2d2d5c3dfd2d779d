package app.rapport.bargaining.belief;

import app.rapport.bargaining.Utility;

/**
 * How many of all outcomes are worth how much: the distribution of a sum over issues, each option
 * as frequent as another. Convolved issue by issue, so that it costs nothing to have very many
 * outcomes.
 */
final class Density {
    private static final int BINS = 64;
    private static final int MOST_OPTIONS = 24;
    static final double[] NOISES = {0.015, 0.025, 0.04, 0.06, 0.1, 0.16};
    private static final double[][] KERNELS = kernels();

    private final double[] share;
    private final double[] near = new double[BINS + 1];

    /** Of utilities between 0 and 1. */
    Density(Utility utility, int noise) {
        double[] now = new double[BINS + 1];
        now[0] = 1;
        for (int issue = 0; issue < utility.issues(); issue++) now = plus(now, utility, issue);
        share = now;
        double[] kernel = KERNELS[noise];
        // also the far ones: where none is near, the nearest is what they offer
        for (int at = 0; at <= BINS; at++)
            for (int bin = 0; bin <= BINS; bin++)
                near[at] += share[bin] * kernel[Math.abs(at - bin)];
    }

    private static double[][] kernels() {
        double[][] kernels = new double[NOISES.length][BINS + 1];
        for (int n = 0; n < kernels.length; n++)
            for (int distance = 0; distance <= BINS; distance++)
                kernels[n][distance] = kernel(distance / (double) BINS, n);
        return kernels;
    }

    /** How near an offer is to what was aimed at; 1 when it is just that. */
    static double kernel(double distance, int noise) {
        double z = distance / NOISES[noise];
        return Math.exp(-z * z / 2);
    }

    /** Each option's worth falls between two bins and goes to both. */
    private static double[] plus(double[] now, Utility utility, int issue) {
        double[] next = new double[BINS + 1];
        int options = utility.options(issue);
        int stride = Math.max(1, options / MOST_OPTIONS);
        double each = 1.0 / Math.ceilDiv(options, stride);
        for (int option = 0; option < options; option += stride) {
            double place = Math.clamp(utility.of(issue, option), 0, 1) * BINS;
            int below = (int) place;
            double above = place - below;
            for (int bin = 0; bin <= BINS; bin++) {
                if (now[bin] == 0) continue;
                next[Math.min(BINS, bin + below)] += now[bin] * each * (1 - above);
                next[Math.min(BINS, bin + below + 1)] += now[bin] * each * above;
            }
        }
        return next;
    }

    /** The mean nearness of all outcomes to what is aimed at. */
    double near(double aim) {
        double place = Math.clamp(aim, 0, 1) * BINS;
        int below = Math.min(BINS - 1, (int) place);
        double above = place - below;
        return near[below] * (1 - above) + near[below + 1] * above;
    }
}
