package app.rapport.listening;

import java.util.ArrayList;
import java.util.List;

/** Splits hard-wrapped mail text into sentences. */
public final class Sentences {
    private static final int LONGEST = 600;

    private Sentences() {}

    /**
     * A sentence's place in its text, {@code start} inclusive to {@code end} exclusive, white space
     * trimmed.
     */
    public record Span(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }

    /**
     * Sentences end at {@code . ? !} before white space, at blank lines, and at line ends where the
     * next line begins a list; a single line end is only a wrap.
     */
    public static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAt(text, i) || i - start >= LONGEST) {
                add(spans, text, start, i + 1);
                start = i + 1;
            }
        }
        add(spans, text, start, text.length());
        return spans;
    }

    private static boolean endsAt(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n') return endsLine(text, i);
        if (c == '。' || c == '？' || c == '！') return true;
        if (c != '.' && c != '?' && c != '!') return false;
        if (i + 1 == text.length()) return true;
        char next = text.charAt(i + 1);
        if (next == '.' || next == '?' || next == '!') return false;
        boolean closed = Character.isWhitespace(next) || next == '"' || next == ')' || next == '”';
        return closed && !(c == '.' && isAbbreviation(text, i));
    }

    private static boolean endsLine(String text, int i) {
        if (i + 1 >= text.length()) return true;
        int k = i + 1;
        while (k < text.length() && (text.charAt(k) == ' ' || text.charAt(k) == '\t')) k++;
        if (k >= text.length() || text.charAt(k) == '\n') return true;
        char next = text.charAt(k);
        if (next == '-' || next == '*' || next == '•') return true;
        // a short line is a line of its own: greetings, names, addresses
        int lineStart = text.lastIndexOf('\n', i - 1) + 1;
        return i - lineStart < 30;
    }

    private static boolean isAbbreviation(String text, int dot) {
        int from = dot;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) from--;
        String word = text.substring(from, dot);
        return (word.length() == 1 && Character.isUpperCase(word.charAt(0)))
                || ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    private static final java.util.Set<String> ABBREVIATIONS =
            java.util.Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "inc", "ltd", "co", "corp",
                    "approx", "etc", "e", "g", "i");

    private static void add(List<Span> spans, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        if (end > start) spans.add(new Span(start, end));
    }
}
