package app.rapport.listening;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the asks model sees of a sentence: runs of neighbouring words and of {@linkplain WordKinds
 * kinds of words}, how it begins and ends, each hashed to one of {@link #SIZE} numbers (the hashing
 * trick, Weinberger et al. 2009). Every sentence of every mail comes through here, so words are
 * hashes from the start.
 */
final class AskFeatures {
    static final int SIZE = 1 << 18;
    private static final int MOST_TOKENS = 120;

    private static final int NONE = "".hashCode();
    private static final int NUMBER = "#".hashCode();

    private static final int[] YOU = hashes("you", "your", "u", "ya", "yourself");
    private static final int[] WE =
            hashes("i", "we", "i'll", "we'll", "i'd", "i'm", "let's", "me", "us");

    private int[] buckets = new int[512];
    private int count;

    private AskFeatures() {}

    private static int[] hashes(String... words) {
        return Arrays.stream(words).mapToInt(String::hashCode).sorted().toArray();
    }

    /** Distinct buckets of the sentence, ascending. */
    static int[] of(String sentence) {
        AskFeatures features = new AskFeatures();
        int[] tokens = tokens(sentence.toLowerCase(Locale.ROOT));
        int[] fine = WordKinds.fine(tokens);
        features.runs("w", tokens, 3);
        features.runs("c", WordKinds.coarse(tokens), 4);
        features.runs("f", fine, 4);
        features.skips(tokens);
        features.begin("bw", tokens);
        features.begin("bf", fine);
        features.shape(sentence, tokens);
        return features.distinct();
    }

    /** What a feature counts, so that a long sentence is not louder than a short one. */
    static double scale(int[] buckets) {
        return 1 / Math.sqrt(buckets.length);
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
        for (int i = 0; i + 2 < tokens.length; i++) add("s", tokens[i], tokens[i + 2], NONE);
    }

    private void begin(String kind, int[] tokens) {
        int hash = mix(17, kind.hashCode());
        for (int i = 0; i < Math.min(4, tokens.length); i++) {
            add(kind, i, tokens[i], NONE);
            hash = mix(hash, tokens[i]);
            put(mix(hash, ~i));
        }
    }

    private void shape(String sentence, int[] tokens) {
        add("bias", NONE, NONE, NONE);
        int n = tokens.length;
        if (n > 0) add("last", tokens[n - 1], NONE, NONE);
        if (n > 1) add("last", tokens[n - 2], tokens[n - 1], NONE);
        if (sentence.indexOf('?') >= 0) add("ends", '?', NONE, NONE);
        if (sentence.indexOf('@') >= 0) add("has", '@', NONE, NONE);
        if (anyOf(YOU, tokens)) add("has", YOU[0], NONE, NONE);
        if (anyOf(WE, tokens)) add("has", WE[0], NONE, NONE);
        add("length", Math.min(6, n / 5), NONE, NONE);
    }

    private static boolean anyOf(int[] sought, int[] tokens) {
        for (int token : tokens) {
            if (Arrays.binarySearch(sought, token) >= 0) return true;
        }
        return false;
    }

    private void add(String kind, int a, int b, int c) {
        put(mix(mix(mix(mix(17, kind.hashCode()), a), b), c));
    }

    private void put(int hash) {
        if (count == buckets.length) buckets = Arrays.copyOf(buckets, count * 2);
        hash ^= hash >>> 15;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        buckets[count++] = hash & SIZE - 1;
    }

    private int[] distinct() {
        Arrays.sort(buckets, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || buckets[i] != buckets[i - 1]) buckets[kept++] = buckets[i];
        }
        return Arrays.copyOf(buckets, kept);
    }

    private static int mix(int hash, int word) {
        return hash * 0x01000193 ^ word * 0x9e3779b1;
    }

    /** The hash of each word as {@link String#hashCode()} has it, without making the word. */
    private static int[] tokens(String lower) {
        int[] tokens = new int[Math.min(MOST_TOKENS, lower.length())];
        int n = 0;
        int i = 0;
        while (i < lower.length() && n < tokens.length) {
            char c = lower.charAt(i);
            if (Character.isLetter(c)) {
                int hash = 0;
                for (; i < lower.length() && isOfWord(lower.charAt(i)); i++)
                    hash = 31 * hash + straight(lower.charAt(i));
                tokens[n++] = hash;
            } else if (Character.isDigit(c)) {
                while (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) i++;
                tokens[n++] = NUMBER;
            } else {
                i++;
                if (c == '?' || c == '!' || c == ':' || c == ',') tokens[n++] = c;
            }
        }
        return Arrays.copyOf(tokens, n);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’';
    }

    private static char straight(char c) {
        return c == '’' ? '\'' : c;
    }
}
