package app.rapport.listening;

/** A sentence to learn from, as the model sees it. */
record AskExample(int[] buckets, boolean asks) {
    static AskExample of(AskSentence sentence) {
        return new AskExample(AskFeatures.of(sentence.text()), sentence.asks());
    }
}
