package app.rapport.listening;

import java.util.regex.Pattern;

/**
 * Does a sentence promise something? Logistic regression over its undertakings ("I'll send …");
 * trained by {@code bin/train-commitments}, which also prints its cross-validation. English.
 */
public final class Commitments {
    /**
     * Moves the best place to part yes from no to .5: F1 is greatest at half of itself (Lipton et
     * al. 2014), here at .2.
     */
    private static final double TILT = Math.log(.8 / .2);

    private static final ShippedWeights WEIGHTS =
            ShippedWeights.of("commitments", CommitmentFeatures.SIZE);

    private Commitments() {}

    /** Where who writes begins anew: "I don't know, I'll ask" promises in its second half. */
    private static final Pattern CLAUSE =
            Pattern.compile(
                    "[,;:–—]\\s+(?=(?:so |but |and |then |therefore )?(?:i|we|let me)\\b)",
                    Pattern.CASE_INSENSITIVE);

    /** Chance that one sentence is a commitment of who says it, 0 to 1. */
    public static double ofSentence(String sentence) {
        double most = ofClause(sentence);
        String[] clauses = CLAUSE.split(sentence);
        for (int i = 0; clauses.length > 1 && i < clauses.length; i++)
            most = Math.max(most, ofClause(clauses[i]));
        return most;
    }

    private static double ofClause(String sentence) {
        int[] buckets = CommitmentFeatures.of(sentence);
        return buckets.length == 0 ? 0 : tilted(WEIGHTS.score(buckets));
    }

    /** Of a text of any length: its most committing sentence's. */
    public static double of(String text) {
        return Asks.most(text, Commitments::ofSentence);
    }

    static double tilted(double logit) {
        return 1 / (1 + Math.exp(-logit - TILT));
    }
}
