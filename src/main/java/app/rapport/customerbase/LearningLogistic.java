package app.rapport.customerbase;

import java.util.Arrays;

/**
 * Logistic regression that learns one case at a time from a stated prior: a normal belief about the
 * weights, moved by one Newton step for each case (Spiegelhalter and Lauritzen 1990, Networks
 * 20:579-605), whose intercept may drift (McCormick, Raftery, Madigan and Burd 2012, Biometrics
 * 68:23-30). With few cases it says what the prior says. A case costs O(n²) for n weights.
 */
public final class LearningLogistic {
    private final double[] mean;
    private final double[][] covariance;
    private final double driftPerDay;

    /**
     * @param mean prior means of the weights; the last one is the intercept's
     * @param deviation prior standard deviations, above 0, as many
     * @param driftPerDay variance that the belief about the intercept gains in a day, 0 or more
     */
    public LearningLogistic(double[] mean, double[] deviation, double driftPerDay) {
        this.mean = mean.clone();
        this.covariance = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) covariance[i][i] = deviation[i] * deviation[i];
        this.driftPerDay = driftPerDay;
    }

    /**
     * @param features one fewer than the weights; the result is a probability
     */
    public double probability(double[] features) {
        double score = mean[features.length];
        for (int i = 0; i < features.length; i++) score += mean[i] * features[i];
        return 1 / (1 + Math.exp(-score));
    }

    /** Share of each feature in the score, in log-odds. */
    public double[] contributions(double[] features) {
        double[] parts = new double[features.length];
        for (int i = 0; i < parts.length; i++) parts[i] = mean[i] * features[i];
        return parts;
    }

    /** Time passes: the usual chance may have changed meanwhile. */
    public void pass(double days) {
        int last = mean.length - 1;
        covariance[last][last] += driftPerDay * Math.max(0, days);
    }

    public void learn(double[] features, boolean label) {
        double[] x = Arrays.copyOf(features, mean.length);
        x[features.length] = 1;
        double p = probability(features);
        double curvature = p * (1 - p);
        double[] toward = new double[x.length];
        double along = 0;
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < x.length; k++) toward[i] += covariance[i][k] * x[k];
            along += toward[i] * x[i];
        }
        double damped = 1 + curvature * along;
        for (int i = 0; i < x.length; i++) {
            mean[i] += toward[i] * ((label ? 1 : 0) - p) / damped;
            for (int k = 0; k < x.length; k++)
                covariance[i][k] -= curvature / damped * toward[i] * toward[k];
        }
    }
}
