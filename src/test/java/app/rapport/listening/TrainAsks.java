package app.rapport.listening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Trains the asks model: {@code bin/train-asks SENTENCES}, lines of {@code Yes|No TAB sentence}.
 * Prints ten-fold cross-validation beside a plain keyword rule, then writes the weights. The same
 * input gives the same weights.
 */
public final class TrainAsks {
    private static final int EPOCHS = 8;
    private static final double RATE = 0.05;
    private static final double SHRINK = 1e-4;
    private static final Path TARGET =
            Path.of("src/main/resources/app/rapport/listening/asks.weights");
    private static final Pattern KEYWORDS =
            Pattern.compile(
                    "(?i)\\b(please|could you|can you|would you|will you|let me know|let's|i will|i'll|we will|we'll|need to|should|send|call|would like)\\b|\\?");

    record Example(int[] buckets, String sentence, boolean asks) {}

    public static void main(String[] args) throws IOException {
        List<Example> examples = read(Path.of(args[0]));
        double[] scores = new double[examples.size()];
        List<Integer> order = shuffled(examples.size());
        for (int fold = 0; fold < 10; fold++) {
            List<Example> rest = new ArrayList<>();
            for (int i = 0; i < order.size(); i++)
                if (i % 10 != fold) rest.add(examples.get(order.get(i)));
            float[] weights = train(rest);
            for (int i = fold; i < order.size(); i += 10)
                scores[order.get(i)] = probability(weights, examples.get(order.get(i)).buckets());
        }
        System.out.printf(
                "10-fold cross-validation: F1 %.3f over %d sentences%n",
                f1(examples, i -> scores[i] >= .5), examples.size());
        System.out.printf(
                "keyword rule:             F1 %.3f%n",
                f1(examples, i -> KEYWORDS.matcher(examples.get(i).sentence()).find()));
        float[] all = train(examples);
        byte[] bytes = new byte[AskFeatures.SIZE];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = (byte) Math.clamp(Math.round(all[i] / Asks.UNIT), -127, 127);
        Files.createDirectories(TARGET.getParent());
        Files.write(TARGET, bytes);
        System.out.println("wrote " + TARGET);
    }

    static List<Example> read(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line :
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\r?\n")) {
            int tab = line.indexOf('\t');
            if (tab < 0) continue;
            String sentence = line.substring(tab + 1);
            examples.add(new Example(AskFeatures.of(sentence), sentence, line.startsWith("Yes")));
        }
        return examples;
    }

    /** Averaged AdaGrad (Duchi et al. 2011) on the logistic loss with a quadratic penalty. */
    static float[] train(List<Example> examples) {
        float[] weights = new float[AskFeatures.SIZE];
        float[] squares = new float[AskFeatures.SIZE];
        double[] sums = new double[AskFeatures.SIZE];
        List<Integer> order = shuffled(examples.size());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, new Random(epoch));
            for (int i : order) {
                Example example = examples.get(i);
                double error = probability(weights, example.buckets()) - (example.asks() ? 1 : 0);
                for (int bucket : example.buckets()) {
                    double gradient = error + SHRINK * examples.size() / 100 * weights[bucket];
                    squares[bucket] += (float) (gradient * gradient);
                    weights[bucket] -=
                            (float) (RATE * gradient / Math.sqrt(squares[bucket] + 1e-6));
                }
            }
            if (epoch >= EPOCHS / 2) for (int b = 0; b < sums.length; b++) sums[b] += weights[b];
        }
        for (int b = 0; b < sums.length; b++)
            weights[b] = (float) (sums[b] / (EPOCHS - EPOCHS / 2));
        return weights;
    }

    private static double probability(float[] weights, int[] buckets) {
        double sum = 0;
        for (int bucket : buckets) sum += weights[bucket];
        return 1 / (1 + Math.exp(-sum));
    }

    private static List<Integer> shuffled(int n) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) order.add(i);
        Collections.shuffle(order, new Random(7));
        return order;
    }

    private static double f1(List<Example> examples, java.util.function.IntPredicate said) {
        int hit = 0;
        int there = 0;
        int claimed = 0;
        for (int i = 0; i < examples.size(); i++) {
            if (examples.get(i).asks()) there++;
            if (said.test(i)) claimed++;
            if (said.test(i) && examples.get(i).asks()) hit++;
        }
        return 2.0 * hit / (there + claimed);
    }
}
