package app.rapport.listening;

import java.util.Arrays;

/**
 * What the asks model sees of a sentence: runs of neighbouring words and of {@linkplain WordKinds
 * kinds of words}, how it begins and ends, its {@linkplain AskCues cues}, which of them stand
 * together and with which kinds of words; each hashed to one of {@link #SIZE} numbers (the hashing
 * trick, Weinberger et al. 2009). Every sentence of every mail comes through here, so words are
 * hashes from the start.
 */
final class AskFeatures {
    static final int SIZE = 1 << 19;

    /** Features of a word, and of a sentence besides, without its cues. */
    private static final int OF_A_WORD = 12;

    private static final int OF_A_SENTENCE = 28;

    /** An open hash table of the buckets so far, each one more; zero stands for an empty place. */
    private final int[] places;

    private final int[] buckets;
    private int count;

    private AskFeatures(int words, int cues) {
        int most = OF_A_SENTENCE + words * (OF_A_WORD + cues) + cues * (cues + 3) / 2;
        buckets = new int[most];
        places = new int[Integer.highestOneBit(most) << 2];
    }

    /** Distinct buckets of the sentence. */
    static int[] of(String sentence) {
        int[] words = AskWords.of(sentence);
        WordKinds.Of kinds = WordKinds.of(words);
        long cues = AskCues.in(words);
        AskFeatures features = new AskFeatures(words.length, Long.bitCount(cues));
        features.cues(cues, kinds.fine());
        features.shape(sentence, words);
        features.begin("bw", words);
        features.begin("bf", kinds.fine());
        features.runs("w", words, 3);
        features.runs("c", kinds.coarse(), 4);
        features.runs("f", kinds.fine(), 4);
        features.skips(words);
        return Arrays.copyOf(features.buckets, features.count);
    }

    /** What a feature counts, so that a long sentence is not louder than a short one. */
    static double scale(int[] buckets) {
        return 1 / Math.sqrt(buckets.length);
    }

    static int mix(int hash, int word) {
        return hash * 0x01000193 ^ word * 0x9e3779b1;
    }

    /** Each cue, each two of them, and each with each kind of word of the sentence. */
    private void cues(long cues, int[] fine) {
        for (long left = cues; left != 0; left &= left - 1) {
            int cue = Long.numberOfTrailingZeros(left);
            add("x", cue, 0);
            for (long others = left & left - 1; others != 0; others &= others - 1)
                add("xx", cue, Long.numberOfTrailingZeros(others));
            for (int kind : fine) add("xk", cue, kind);
            if (fine.length > 0) add("xb", cue, fine[0]);
        }
    }

    /** Runs of up to so many neighbours. */
    private void runs(String kind, int[] tokens, int longest) {
        int seed = mix(17, kind.hashCode());
        for (int i = 0; i < tokens.length; i++) {
            int hash = seed;
            for (int j = i; j < Math.min(tokens.length, i + longest); j++) {
                hash = mix(hash, tokens[j]);
                put(mix(hash, j - i));
            }
        }
    }

    private void skips(int[] tokens) {
        for (int i = 0; i + 2 < tokens.length; i++) add("s", tokens[i], tokens[i + 2]);
    }

    private void begin(String kind, int[] tokens) {
        int hash = mix(17, kind.hashCode());
        for (int i = 0; i < Math.min(4, tokens.length); i++) {
            add(kind, i, tokens[i]);
            hash = mix(hash, tokens[i]);
            put(mix(hash, ~i));
        }
    }

    private void shape(String sentence, int[] words) {
        int n = words.length;
        add("bias", 0, 0);
        add("length", Math.min(6, n / 5), 0);
        if (n > 0) add("last", words[n - 1], 0);
        if (n > 1) add("last two", words[n - 2], words[n - 1]);
        letters(sentence);
    }

    /** Capitals tell names and shouting; the first and last character, torn lines. */
    private void letters(String sentence) {
        int letters = 0;
        int capitals = 0;
        int names = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (!Character.isLetter(c)) continue;
            letters++;
            if (!Character.isUpperCase(c)) continue;
            capitals++;
            if (i > 0 && sentence.charAt(i - 1) == ' ') names++;
        }
        add("names", Math.min(4, names), 0);
        add("capitals", letters == 0 ? 9 : Math.min(5, capitals * 10 / letters), 0);
        if (sentence.isEmpty()) return;
        add("first", kindOf(sentence.charAt(0)), 0);
        add("end", kindOf(sentence.charAt(sentence.length() - 1)), 0);
    }

    private static int kindOf(char c) {
        if (Character.isLetter(c)) return Character.isUpperCase(c) ? 'A' : 'a';
        return Character.isDigit(c) ? '0' : c;
    }

    private void add(String kind, int a, int b) {
        put(mix(mix(mix(17, kind.hashCode()), a), b));
    }

    private void put(int hash) {
        int mixed = (hash ^ hash >>> 15) * 0x85ebca6b;
        int bucket = (mixed ^ mixed >>> 13) & SIZE - 1;
        int at = bucket & places.length - 1;
        while (places[at] != 0) {
            if (places[at] == bucket + 1) return;
            at = at + 1 & places.length - 1;
        }
        places[at] = bucket + 1;
        buckets[count++] = bucket;
    }
}
