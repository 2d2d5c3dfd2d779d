package app.rapport.listening;

import java.util.List;
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

    /**
     * @param text in lower case
     */
    public boolean in(String text) {
        return hints.stream().anyMatch(text::contains) && pattern.matcher(text).find();
    }
}
