package app.rapport.listening;

/** A sentence to learn from, as a model sees it, and whether it is one of those sought. */
record SentenceExample(int[] buckets, boolean isOne) {}
