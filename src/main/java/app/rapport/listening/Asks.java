package app.rapport.listening;

import java.util.function.ToDoubleFunction;

/**
 * Does a sentence ask for an action or commit to one? Logistic regression over hashed words, kinds
 * of words and cues; trained by {@code bin/train-asks}, which also prints its cross-validation.
 * English.
 */
public final class Asks {
    /**
     * Moves the best place to part yes from no to .5: F1 is greatest at half of itself (Lipton et
     * al. 2014), here at .42.
     */
    private static final double TILT = Math.log(.58 / .42);

    /** Read when first asked for: training works without them. */
    private static final class Shipped {
        static final ShippedWeights WEIGHTS = ShippedWeights.of("asks", AskFeatures.SIZE);
    }

    private Asks() {}

    /** Chance that one sentence asks or commits, 0 to 1. */
    public static double ofSentence(String sentence) {
        return tilted(Shipped.WEIGHTS.score(AskFeatures.of(sentence)));
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
}
