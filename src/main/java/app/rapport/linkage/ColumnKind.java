package app.rapport.linkage;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of a column are, which decides how two of them are compared. */
public enum ColumnKind {
    NAME,
    TEXT,
    DATE,
    CODE,
    MAIL,
    PHONE;

    private static final double MOST = 0.7;
    private static final Pattern MAIL_SHAPE = Pattern.compile("\\S+@\\S+");
    private static final Pattern DATE_SHAPE =
            Pattern.compile(
                    "(1[89]|20)\\d\\d(-|/|\\.|)(0\\d|1[0-2])\\2([0-2]\\d|3[01])([T ].*)?"
                            + "|(1[89]|20)\\d\\d([-/.])\\d{1,2}\\7\\d{1,2}([T ].*)?"
                            + "|\\d{1,2}([./-]) ?\\d{1,2}\\9 ?(\\d\\d|\\d{4})([T ].*)?");
    private static final Pattern PHONE_SHAPE = Pattern.compile("[+(]?[\\d ()./-]{7,}");
    private static final Pattern PHONE_MARKS = Pattern.compile("[+(].*|.*\\d[ )/-]+\\d.*");
    private static final Pattern CODE_SHAPE = Pattern.compile("\\S+( \\S+)?");

    /** Judged by the values alone; a header may be missing or wrong. */
    public static ColumnKind of(Collection<String> values) {
        if (values.isEmpty()) return NAME;
        if (values.stream().anyMatch(Spelling::saysNothing))
            return of(values.stream().filter(value -> !Spelling.saysNothing(value)).toList());
        if (share(values, MAIL_SHAPE.asMatchPredicate()) > MOST) return MAIL;
        if (share(values, ColumnKind::date) > MOST) return DATE;
        if (share(values, ColumnKind::phone) > MOST
                && share(values, PHONE_MARKS.asMatchPredicate()) > 0.3) return PHONE;
        if (share(values, ColumnKind::code) > MOST) return CODE;
        double words = values.stream().mapToInt(v -> v.split("\\s+").length).average().orElse(1);
        return words > 1.6 ? TEXT : NAME;
    }

    private static boolean date(String value) {
        return DATE_SHAPE.matcher(value).matches() || DayWords.digits(value).isPresent();
    }

    private static boolean phone(String value) {
        return PHONE_SHAPE.matcher(value).matches()
                && value.chars().filter(Character::isDigit).count() >= 6;
    }

    private static boolean code(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return digits * 5 >= value.length() * 2L && CODE_SHAPE.matcher(value).matches();
    }

    private static double share(Collection<String> values, Predicate<String> is) {
        return (double) values.stream().filter(is).count() / values.size();
    }
}
