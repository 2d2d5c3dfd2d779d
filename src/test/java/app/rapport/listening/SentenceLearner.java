package app.rapport.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Averaged AdaGrad (Duchi et al. 2011) on the logistic loss with a quadratic penalty. The same
 * examples give the same weights.
 */
final class SentenceLearner {
    private static final int EPOCHS = 10;
    private static final double RATE = 0.5;

    private final float[] weights;
    private final float[] squares;
    private final double[] sums;

    private final IntToDoubleFunction shrink;

    private SentenceLearner(int size, IntToDoubleFunction shrink) {
        this.shrink = shrink;
        weights = new float[size];
        squares = new float[size];
        sums = new double[size];
    }

    /**
     * @param size how many features there are
     * @param shrink penalty of a feature, each time it is met
     */
    static float[] train(List<SentenceExample> examples, int size, IntToDoubleFunction shrink) {
        SentenceLearner learner = new SentenceLearner(size, shrink);
        List<SentenceExample> order = new ArrayList<>(examples);
        boolean[] known = seenTwice(examples, size);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, new Random(epoch));
            for (SentenceExample example : order) learner.learn(example, known);
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
    private static boolean[] seenTwice(List<SentenceExample> examples, int size) {
        boolean[] once = new boolean[size];
        boolean[] twice = new boolean[size];
        for (SentenceExample example : examples) {
            for (int bucket : example.buckets()) {
                twice[bucket] |= once[bucket];
                once[bucket] = true;
            }
        }
        return twice;
    }

    private void learn(SentenceExample example, boolean[] known) {
        double scale = AskFeatures.scale(example.buckets());
        double said = 1 / (1 + Math.exp(-logit(weights, example.buckets())));
        double error = said - (example.isOne() ? 1 : 0);
        for (int bucket : example.buckets()) {
            if (!known[bucket]) continue;
            double gradient = error * scale + shrink.applyAsDouble(bucket) * weights[bucket];
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
