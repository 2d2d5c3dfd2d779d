package app.rapport.customerbase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Logistic regression that learns as labels come in, from a stated prior: the weights are the mode
 * of the posterior under independent normal priors (Bishop 2006, section 4.5), found by Newton's
 * method. With few labels it says what the prior says; it is fitted anew each time the labels grow
 * by a tenth.
 */
public final class LearningLogistic {
    private static final int NEWTON_STEPS = 8;
    private static final int FEWEST_POSITIVES = 3;
    private static final int FEWEST_NEW = 25;

    private final double[] mean;
    private final double[] precision;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private double[] weights;
    private int positives;
    private int fittedAt;

    /**
     * @param mean prior means of the weights; the last one is the intercept's
     * @param deviation prior standard deviations, above 0, as many
     */
    public LearningLogistic(double[] mean, double[] deviation) {
        this.mean = mean.clone();
        this.weights = mean.clone();
        this.precision = Arrays.stream(deviation).map(d -> 1 / (d * d)).toArray();
    }

    /**
     * @param features one fewer than the weights; the result is a probability
     */
    public double probability(double[] features) {
        return sigmoid(score(features));
    }

    /** Share of each feature in the score, in log-odds. */
    public double[] contributions(double[] features) {
        double[] parts = new double[features.length];
        for (int i = 0; i < parts.length; i++) parts[i] = weights[i] * features[i];
        return parts;
    }

    public void learn(double[] features, boolean label) {
        rows.add(features);
        labels.add(label);
        if (label) positives++;
        int fresh = rows.size() - fittedAt;
        if (positives >= FEWEST_POSITIVES && fresh >= Math.max(FEWEST_NEW, fittedAt / 10)) fit();
    }

    private double score(double[] features) {
        double score = weights[weights.length - 1];
        for (int i = 0; i < features.length; i++) score += weights[i] * features[i];
        return score;
    }

    private void fit() {
        fittedAt = rows.size();
        for (int step = 0; step < NEWTON_STEPS; step++) {
            if (newtonStep() < 1e-6) return;
        }
    }

    /** One step; how far the weights moved. */
    private double newtonStep() {
        int n = weights.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            gradient[i] = precision[i] * (weights[i] - mean[i]);
            hessian[i][i] = precision[i];
        }
        for (int r = 0; r < rows.size(); r++) add(rows.get(r), labels.get(r), gradient, hessian);
        for (int i = 0; i < n; i++) for (int k = 0; k < i; k++) hessian[k][i] = hessian[i][k];
        double[] step =
                new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false))
                        .getSolver()
                        .solve(new ArrayRealVector(gradient, false))
                        .toArray();
        double moved = 0;
        for (int i = 0; i < n; i++) {
            weights[i] -= step[i];
            moved = Math.max(moved, Math.abs(step[i]));
        }
        return moved;
    }

    private void add(double[] row, boolean label, double[] gradient, double[][] hessian) {
        double p = sigmoid(score(row));
        double error = p - (label ? 1 : 0);
        double curvature = Math.max(1e-9, p * (1 - p));
        int last = row.length;
        for (int i = 0; i <= last; i++) {
            double x = i == last ? 1 : row[i];
            if (x == 0) continue;
            gradient[i] += error * x;
            for (int k = 0; k <= i; k++) hessian[i][k] += curvature * x * (k == last ? 1 : row[k]);
        }
    }

    private static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
