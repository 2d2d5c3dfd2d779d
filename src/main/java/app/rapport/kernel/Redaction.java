package app.rapport.kernel;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes words out of texts, wherever they stand by themselves and however they are cased. */
public final class Redaction {
    public static final String INSTEAD = "[erased]";

    private static final String BEFORE = "(?<![\\p{L}\\p{N}_])";
    private static final String AFTER = "(?![\\p{L}\\p{N}_])";

    private final List<String> words;
    private final Pattern pattern;

    public Redaction(Collection<String> words) {
        // the longest first: a name before its parts, an address before what stands before the @
        this.words =
                words.stream()
                        .map(String::strip)
                        .filter(word -> word.length() > 2)
                        .distinct()
                        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                        .toList();
        this.pattern =
                Pattern.compile(
                        this.words.isEmpty()
                                ? "(?!)"
                                : this.words.stream()
                                        .map(Redaction::spaced)
                                        .collect(
                                                Collectors.joining(
                                                        "|", BEFORE + "(?:", ")" + AFTER)),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A name may be broken over two lines. */
    private static String spaced(String word) {
        return List.of(word.split("\\s+")).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s>]+"));
    }

    public List<String> words() {
        return words;
    }

    public boolean hits(String text) {
        return pattern.matcher(text).find();
    }

    public String of(String text) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(INSTEAD));
    }
}
