package app.rapport.listening;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the asks model sees of a sentence: words, pairs and triples of neighbouring words, how it
 * begins and ends, each hashed to one of {@link #SIZE} numbers (the hashing trick, Weinberger et
 * al. 2009). Every sentence of every mail comes through here, so words are hashes from the start.
 */
final class AskFeatures {
    static final int SIZE = 1 << 16;
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
        features.words(tokens);
        features.shape(sentence, tokens);
        return features.distinct();
    }

    private void words(int[] tokens) {
        for (int i = 0; i < tokens.length; i++) {
            add("w", tokens[i], NONE, NONE);
            if (i + 1 < tokens.length) add("b", tokens[i], tokens[i + 1], NONE);
            if (i + 2 < tokens.length) {
                add("t", tokens[i], tokens[i + 1], tokens[i + 2]);
                add("s", tokens[i], tokens[i + 2], NONE);
            }
        }
    }

    private void shape(String sentence, int[] tokens) {
        add("bias", NONE, NONE, NONE);
        if (tokens.length > 0) {
            add("first", tokens[0], NONE, NONE);
            add("last", tokens[tokens.length - 1], NONE, NONE);
        }
        if (tokens.length > 1) add("begin", tokens[0], tokens[1], NONE);
        if (tokens.length > 2) add("begin3", tokens[0], tokens[1], tokens[2]);
        if (sentence.indexOf('?') >= 0) add("ends", "?".hashCode(), NONE, NONE);
        if (sentence.indexOf('@') >= 0) add("has", "@".hashCode(), NONE, NONE);
        if (anyOf(YOU, tokens)) add("has", "you".hashCode(), NONE, NONE);
        if (anyOf(WE, tokens)) add("has", "we".hashCode(), NONE, NONE);
        add("length", String.valueOf(Math.min(6, tokens.length / 5)).hashCode(), NONE, NONE);
    }

    private static boolean anyOf(int[] sought, int[] tokens) {
        for (int token : tokens) {
            if (Arrays.binarySearch(sought, token) >= 0) return true;
        }
        return false;
    }

    private void add(String kind, int a, int b, int c) {
        if (count == buckets.length) buckets = Arrays.copyOf(buckets, count * 2);
        int hash = mix(mix(mix(mix(17, kind.hashCode()), a), b), c);
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
