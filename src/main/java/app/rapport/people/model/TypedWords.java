package app.rapport.people.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody typed to find people by: words that must all fit, or one phone number. */
public final class TypedWords {
    private static final Pattern NUMBER = Pattern.compile("[+0-9()./\\s-]+");
    private static final int FEWEST_DIGITS = 4;

    /** A national number without its first zero is at least this long nearly everywhere. */
    private static final int TELLING_DIGITS = 9;

    private static final int MOST = 5;

    private TypedWords() {}

    public static List<String> of(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        if (NUMBER.matcher(typed).matches() && digits.length() >= FEWEST_DIGITS)
            return List.of(telling(digits));
        return Arrays.stream(Names.fold(typed).split(" "))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .limit(MOST)
                .toList();
    }

    /**
     * The end of a number that every way to write it shares: +44 20 7946 0018, 0044 20…, (020)
     * 7946-0018.
     */
    private static String telling(String digits) {
        String bare = digits.replaceFirst("^0+(?=[0-9]{4})", "");
        return bare.length() <= TELLING_DIGITS
                ? bare
                : bare.substring(bare.length() - TELLING_DIGITS);
    }
}
