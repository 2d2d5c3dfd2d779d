package app.rapport.listening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.ToDoubleFunction;

/**
 * Does a sentence ask for an action or commit to one? Logistic regression over hashed words and
 * kinds of words; trained by {@code bin/train-asks}, which also prints its cross-validation.
 * English.
 */
public final class Asks {
    /** The shipped weights are bytes in units of 1/16. */
    static final float UNIT = 1 / 16f;

    /**
     * Moves the best place to part yes from no to .5: F1 is greatest at half of itself (Lipton et
     * al. 2014), here at .42.
     */
    private static final double TILT = Math.log(.58 / .42);

    private static final byte[] WEIGHTS = shipped();

    private Asks() {}

    /** Chance that one sentence asks or commits, 0 to 1. */
    public static double ofSentence(String sentence) {
        int[] buckets = AskFeatures.of(sentence);
        int sum = 0;
        for (int bucket : buckets) sum += WEIGHTS[bucket];
        return tilted(sum * UNIT * AskFeatures.scale(buckets));
    }

    static double tilted(double logit) {
        return 1 / (1 + Math.exp(-logit - TILT));
    }

    /** Chance that a text of any length asks or commits: its most asking sentence's. */
    public static double of(String text) {
        return most(text, Asks::ofSentence);
    }

    static double most(String text, ToDoubleFunction<String> ofSentence) {
        double most = 0;
        int sentences = 0;
        for (Sentences.Span span : Sentences.in(text)) {
            if (++sentences > 60) break;
            most = Math.max(most, ofSentence.applyAsDouble(span.of(text)));
        }
        return most;
    }

    private static byte[] shipped() {
        try (InputStream in = Asks.class.getResourceAsStream("asks.weights")) {
            if (in == null)
                throw new IllegalStateException("asks.weights is missing; run bin/train-asks");
            byte[] weights = in.readAllBytes();
            if (weights.length != AskFeatures.SIZE)
                throw new IllegalStateException("asks.weights is of another version");
            return weights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
