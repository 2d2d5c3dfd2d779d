package app.rapport.listening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What the asks model sees of a sentence: words, pairs and triples of neighbouring words, how it
 * begins and ends, each hashed to one of {@link #SIZE} numbers (the hashing trick, Weinberger et
 * al. 2009).
 */
final class AskFeatures {
    static final int SIZE = 1 << 16;
    private static final int MOST_TOKENS = 120;

    private static final Set<String> YOU = Set.of("you", "your", "u", "ya", "yourself");
    private static final Set<String> WE =
            Set.of("i", "we", "i'll", "we'll", "i'd", "i'm", "let's", "me", "us");

    private int[] buckets = new int[512];
    private int count;

    private AskFeatures() {}

    /** Distinct buckets of the sentence, ascending. */
    static int[] of(String sentence) {
        AskFeatures features = new AskFeatures();
        String[] tokens = tokens(sentence);
        features.words(tokens);
        features.shape(sentence, tokens);
        int[] all = Arrays.copyOf(features.buckets, features.count);
        Arrays.sort(all);
        return Arrays.stream(all).distinct().toArray();
    }

    private void words(String[] tokens) {
        for (int i = 0; i < tokens.length; i++) {
            add("w", tokens[i], "", "");
            if (i + 1 < tokens.length) add("b", tokens[i], tokens[i + 1], "");
            if (i + 2 < tokens.length) {
                add("t", tokens[i], tokens[i + 1], tokens[i + 2]);
                add("s", tokens[i], tokens[i + 2], "");
            }
        }
    }

    private void shape(String sentence, String[] tokens) {
        add("bias", "", "", "");
        if (tokens.length > 0) {
            add("first", tokens[0], "", "");
            add("last", tokens[tokens.length - 1], "", "");
        }
        if (tokens.length > 1) add("begin", tokens[0], tokens[1], "");
        if (tokens.length > 2) add("begin3", tokens[0], tokens[1], tokens[2]);
        if (sentence.indexOf('?') >= 0) add("ends", "?", "", "");
        if (sentence.indexOf('@') >= 0) add("has", "@", "", "");
        if (Arrays.stream(tokens).anyMatch(YOU::contains)) add("has", "you", "", "");
        if (Arrays.stream(tokens).anyMatch(WE::contains)) add("has", "we", "", "");
        add("length", String.valueOf(Math.min(6, tokens.length / 5)), "", "");
    }

    private void add(String kind, String a, String b, String c) {
        if (count == buckets.length) buckets = Arrays.copyOf(buckets, count * 2);
        int hash = mix(mix(mix(mix(17, kind), a), b), c);
        hash ^= hash >>> 15;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        buckets[count++] = hash & SIZE - 1;
    }

    private static int mix(int hash, String word) {
        return hash * 0x01000193 ^ word.hashCode() * 0x9e3779b1;
    }

    private static String[] tokens(String sentence) {
        String[] tokens = new String[Math.min(MOST_TOKENS, sentence.length())];
        int n = 0;
        String lower = sentence.toLowerCase(Locale.ROOT);
        int i = 0;
        while (i < lower.length() && n < tokens.length) {
            char c = lower.charAt(i);
            int from = i;
            if (Character.isLetter(c)) {
                while (i < lower.length()
                        && (Character.isLetter(lower.charAt(i))
                                || lower.charAt(i) == '\''
                                || lower.charAt(i) == '’')) i++;
                tokens[n++] = lower.substring(from, i).replace('’', '\'');
            } else if (Character.isDigit(c)) {
                while (i < lower.length() && Character.isLetterOrDigit(lower.charAt(i))) i++;
                tokens[n++] = "#";
            } else {
                i++;
                if (c == '?' || c == '!' || c == ':' || c == ',') tokens[n++] = String.valueOf(c);
            }
        }
        return Arrays.copyOf(tokens, n);
    }
}
