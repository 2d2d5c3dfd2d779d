package app.rapport.listening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Averaged AdaGrad (Duchi et al. 2011) on the logistic loss with a quadratic penalty. The same
 * examples give the same weights.
 */
final class SentenceLearner {
    private static final int EPOCHS = 10;

    private final double rate;
    private final double[] shrink;
    private final float[] weights;
    private final float[] squares;
    private final double[] sums;

    private SentenceLearner(double rate, double[] shrink) {
        this.rate = rate;
        this.shrink = shrink;
        weights = new float[shrink.length];
        squares = new float[shrink.length];
        sums = new double[shrink.length];
    }

    /**
     * @param size how many features there are
     * @param rate the first step
     * @param shrink penalty of a feature, each time it is met
     */
    static float[] train(
            List<SentenceExample> examples, int size, double rate, IntToDoubleFunction shrink) {
        int[] known = seenTwice(examples, size);
        SentenceLearner learner =
                new SentenceLearner(rate, IntStream.of(known).mapToDouble(shrink).toArray());
        float[] average = learner.learned(among(known, size, examples));
        float[] all = new float[size];
        for (int i = 0; i < known.length; i++) all[known[i]] = average[i];
        return all;
    }

    static double logit(float[] weights, int[] buckets) {
        return logit(weights, buckets, AskFeatures.scale(buckets));
    }

    private static double logit(float[] weights, int[] buckets, double scale) {
        double sum = 0;
        for (int bucket : buckets) sum += weights[bucket];
        return sum * scale;
    }

    /** What stands in one sentence only says nothing of others. */
    private static int[] seenTwice(List<SentenceExample> examples, int size) {
        byte[] seen = new byte[size];
        for (SentenceExample example : examples) {
            for (int bucket : example.buckets()) if (seen[bucket] < 2) seen[bucket]++;
        }
        return IntStream.range(0, size).filter(bucket -> seen[bucket] == 2).toArray();
    }

    /** The examples in the known buckets alone, which lie close together then. */
    private static List<SentenceExample> among(
            int[] known, int size, List<SentenceExample> examples) {
        int[] places = new int[size];
        for (int i = 0; i < known.length; i++) places[known[i]] = i + 1;
        return examples.stream()
                .map(one -> {
                    int[] kept =
                            IntStream.of(one.buckets())
                                    .map(bucket -> places[bucket] - 1)
                                    .filter(place -> place >= 0)
                                    .toArray();
                    return new SentenceExample(kept, one.isOne(), one.scale(), one.weight());
                })
                .toList();
    }

    private float[] learned(List<SentenceExample> examples) {
        List<SentenceExample> order = new ArrayList<>(examples);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, new Random(epoch));
            for (SentenceExample example : order) learn(example);
            if (epoch >= EPOCHS / 2) remember();
        }
        return average();
    }

    private void learn(SentenceExample example) {
        double logit = logit(weights, example.buckets(), example.scale());
        double said = 1 / (1 + Math.exp(-logit));
        double error = (said - (example.isOne() ? 1 : 0)) * example.weight() * example.scale();
        for (int bucket : example.buckets()) {
            double gradient = error + shrink[bucket] * weights[bucket];
            squares[bucket] += (float) (gradient * gradient);
            weights[bucket] -= (float) (rate * gradient / Math.sqrt(squares[bucket] + 1e-8));
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
