package app.rapport.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a sentence as it was meant: without "uh", said once what was said twice in a row, and
 * with short forms made whole ("I'll" is "i will", "won't" is "will not").
 */
final class SpokenWords {
    private static final int MOST = 80;
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)?|\\d+|[?,]");
    private static final Set<String> FILLERS =
            Set.of("uh", "um", "uhhuh", "huh", "hm", "hmm", "mm", "mhm", "er", "ah", "eh");
    private static final Map<String, String> ENDINGS =
            Map.of("ll", "will", "d", "would", "m", "am", "re", "are", "ve", "have", "s", "is");
    private static final Map<String, List<String>> WHOLE =
            Map.of(
                    "won't", List.of("will", "not"),
                    "can't", List.of("can", "not"),
                    "cannot", List.of("can", "not"),
                    "let's", List.of("let", "us"),
                    "gonna", List.of("going", "to"),
                    "wanna", List.of("want", "to"),
                    "shall", List.of("will"));

    private SpokenWords() {}

    static List<String> of(String sentence) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(sentence.toLowerCase(Locale.ROOT).replace('’', '\''));
        while (found.find() && words.size() < MOST) {
            if (FILLERS.contains(found.group())) continue;
            for (String word : whole(found.group())) {
                words.add(word);
                dropRepeats(words);
            }
        }
        return words;
    }

    private static List<String> whole(String word) {
        if (WHOLE.containsKey(word)) return WHOLE.get(word);
        if (Character.isDigit(word.charAt(0))) return List.of("#");
        int mark = word.indexOf('\'');
        if (mark < 0) return List.of(word);
        String before = word.substring(0, mark);
        String ending = word.substring(mark + 1);
        if (ending.equals("t") && before.endsWith("n"))
            return List.of(before.substring(0, mark - 1), "not");
        String rest = ENDINGS.get(ending);
        return rest == null ? List.of(word) : List.of(before, rest);
    }

    private static void dropRepeats(List<String> words) {
        for (int length = 1; length <= 3; length++) {
            int n = words.size();
            while (n >= 2 * length
                    && words.subList(n - length, n)
                            .equals(words.subList(n - 2 * length, n - length))) {
                words.subList(n - length, n).clear();
                n -= length;
            }
        }
    }
}
