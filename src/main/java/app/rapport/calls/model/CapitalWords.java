package app.rapport.calls.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in a row that begin with capitals, as names of people and companies do. */
public final class CapitalWords {
    private static final Pattern ROW =
            Pattern.compile(
                    "(?<!\\p{L})\\p{Lu}[\\p{L}\\d'’-]+(?:(?: & | )\\p{Lu}[\\p{L}\\d'’-]+){1,3}");

    private CapitalWords() {}

    /** Rows of two words and more, each once; single ones begin too many sentences. */
    public static Set<String> in(String text) {
        Set<String> rows = new LinkedHashSet<>();
        Matcher match = ROW.matcher(text);
        while (match.find()) rows.add(match.group());
        return rows;
    }
}
