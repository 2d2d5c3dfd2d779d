package app.rapport.listening;

/**
 * A sentence to learn from, as a model sees it, and whether it is one of those sought.
 *
 * @param scale what a bucket counts
 * @param weight how much the sentence counts
 */
record SentenceExample(int[] buckets, boolean isOne, double scale, double weight) {
    SentenceExample(int[] buckets, boolean isOne) {
        this(buckets, isOne, AskFeatures.scale(buckets), 1);
    }
}
