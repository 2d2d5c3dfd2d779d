package app.rapport.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Averaged AdaGrad (Duchi et al. 2011) on the logistic loss with a quadratic penalty. The same
 * examples give the same weights.
 */
final class AskLearner {
    private static final int EPOCHS = 10;
    private static final double RATE = 0.5;
    private static final double SHRINK = 3e-5;

    private final float[] weights = new float[AskFeatures.SIZE];
    private final float[] squares = new float[AskFeatures.SIZE];
    private final double[] sums = new double[AskFeatures.SIZE];

    private AskLearner() {}

    static float[] train(List<AskExample> examples) {
        AskLearner learner = new AskLearner();
        List<AskExample> order = new ArrayList<>(examples);
        boolean[] known = seenTwice(examples);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, new Random(epoch));
            for (AskExample example : order) learner.learn(example, known);
            if (epoch >= EPOCHS / 2) learner.remember();
        }
        return learner.average();
    }

    static double logit(float[] weights, int[] buckets) {
        double sum = 0;
        for (int bucket : buckets) sum += weights[bucket];
        return sum * AskFeatures.scale(buckets);
    }

    /** What stands in one sentence only says nothing of others. */
    private static boolean[] seenTwice(List<AskExample> examples) {
        boolean[] once = new boolean[AskFeatures.SIZE];
        boolean[] twice = new boolean[AskFeatures.SIZE];
        for (AskExample example : examples) {
            for (int bucket : example.buckets()) {
                twice[bucket] |= once[bucket];
                once[bucket] = true;
            }
        }
        return twice;
    }

    private void learn(AskExample example, boolean[] known) {
        double scale = AskFeatures.scale(example.buckets());
        double said = 1 / (1 + Math.exp(-logit(weights, example.buckets())));
        double error = said - (example.asks() ? 1 : 0);
        for (int bucket : example.buckets()) {
            if (!known[bucket]) continue;
            double gradient = error * scale + SHRINK * weights[bucket];
            squares[bucket] += (float) (gradient * gradient);
            weights[bucket] -= (float) (RATE * gradient / Math.sqrt(squares[bucket] + 1e-8));
        }
    }

    private void remember() {
        for (int b = 0; b < sums.length; b++) sums[b] += weights[b];
    }

    private float[] average() {
        for (int b = 0; b < sums.length; b++)
            weights[b] = (float) (sums[b] / (EPOCHS - EPOCHS / 2));
        return weights;
    }
}
