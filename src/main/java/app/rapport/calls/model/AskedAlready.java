package app.rapport.calls.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a question of the plan stands among those that were asked: most of its words are there.
 */
public final class AskedAlready {
    private static final Set<String> SMALL =
            Set.of(
                    "the", "and", "what", "which", "who", "how", "when", "where", "would", "does",
                    "did", "you", "your", "for", "has", "have", "are", "was", "were", "with",
                    "that", "this");

    private AskedAlready() {}

    public static boolean in(String notes, String question) {
        Set<String> wanted = words(question);
        if (wanted.isEmpty()) return false;
        return NoteLine.in(notes).stream()
                .filter(line -> line.mark().filter(Mark.ASKED::equals).isPresent())
                .anyMatch(line -> shares(words(line.words()), wanted));
    }

    /** In haste one writes half of a question: half of the shorter of the two is enough. */
    private static boolean shares(Set<String> asked, Set<String> wanted) {
        Set<String> both = new HashSet<>(asked);
        both.retainAll(wanted);
        return !both.isEmpty() && 2 * both.size() >= Math.min(asked.size(), wanted.size());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2 && !SMALL.contains(word))
                .collect(Collectors.toSet());
    }
}
