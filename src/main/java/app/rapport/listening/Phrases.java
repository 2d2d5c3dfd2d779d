package app.rapport.listening;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern of many phrases, with hints of which each phrase holds one. Most texts hold no hint,
 * and to look for a hint costs a hundredth of trying dozens of phrases at every letter.
 *
 * @param hints lower case, as the texts that are searched
 */
public record Phrases(Pattern pattern, List<String> hints) {

    public static Phrases of(String pattern, String... hints) {
        return new Phrases(Pattern.compile(pattern, Pattern.DOTALL), List.of(hints));
    }

    /** A text as phrases are sought in it: lower case, each run of white space one space. */
    public static String flat(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder flat = new StringBuilder(lower.length());
        boolean space = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean white = c == ' ' || (c >= '\t' && c <= '\r');
            if (!white) flat.append(c);
            else if (!space) flat.append(' ');
            space = white;
        }
        return flat.toString();
    }

    /**
     * @param text in lower case
     */
    public boolean in(String text) {
        for (String hint : hints) {
            if (text.contains(hint)) return pattern.matcher(text).find();
        }
        return false;
    }
}
