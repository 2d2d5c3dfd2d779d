package app.rapport.agenda.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why somebody stands in Today. An open item shows their words once, in their voice: the sentence
 * above need not repeat them.
 *
 * @param says what is concluded
 * @param quoted the words that it quotes, with their marks, where the item shows those too; else
 *     empty
 */
public record Why(String says, String quoted) {
    private static final Pattern QUOTES = Pattern.compile("(.+?:) (“([^“”]+)”)", Pattern.DOTALL);

    static Why of(String why, String shown) {
        Matcher quotes = QUOTES.matcher(why);
        return quotes.matches() && plain(shown).contains(plain(quotes.group(3)))
                ? new Why(quotes.group(1), quotes.group(2))
                : new Why(why, "");
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s…]+", " ").strip();
    }
}
