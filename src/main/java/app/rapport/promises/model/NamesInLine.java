package app.rapport.promises.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a typed line that may be somebody's name: "call Jane Roth by Friday". */
public final class NamesInLine {
    private static final int MOST = 3;
    private static final Pattern CAPITALISED =
            Pattern.compile("\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*");
    private static final Pattern COLLEAGUE = Pattern.compile("(?:^|\\s)@(\\p{L}[\\p{L}'’-]*)");

    private NamesInLine() {}

    /** Likelier ones first; the word that begins a line is capitalised anyway. */
    public static List<String> in(String line) {
        List<String> names = new ArrayList<>();
        Matcher match = CAPITALISED.matcher(line);
        while (match.find() && names.size() < MOST) {
            String name = match.group();
            int space = name.indexOf(' ');
            if (match.start() == 0 && space > 0) names.add(name.substring(space + 1));
            if (match.start() > 0 || space > 0) names.add(name);
        }
        return names;
    }

    /** Whether all words of the typed name stand in the whole one. */
    public static boolean isPartOf(String typed, String name) {
        return words(name).containsAll(words(typed));
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s,.]+"))
                .collect(Collectors.toSet());
    }

    /** Where "@tom" stands. */
    public static Matcher colleague(String line) {
        return COLLEAGUE.matcher(line);
    }
}
