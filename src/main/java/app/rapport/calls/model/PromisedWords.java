package app.rapport.calls.model;

import java.util.regex.Pattern;

/** What is promised, without who says it: "we will send the names" is to send the names. */
public final class PromisedWords {
    private static final Pattern WHO =
            Pattern.compile(
                    "^(?:i|we)(?:['’]ll| will| shall| are going to| am going to|['’]m going to)? (?=\\p{L})",
                    Pattern.CASE_INSENSITIVE);

    private PromisedWords() {}

    public static String of(String words) {
        return WHO.matcher(words).replaceFirst("");
    }
}
