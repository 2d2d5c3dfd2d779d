package app.rapport.linkage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way of writing what is written in many: case, accents, marks and the order of a date. */
final class Spelling {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’`](?=\\p{L})");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern DAY_LAST =
            Pattern.compile("(\\d{4})[-/.]?(\\d\\d)[-/.]?(\\d\\d)([T ].*)?");
    private static final Pattern DAY_LAST_SHORT =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})([T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[./-] ?(\\d{1,2})[./-] ?(\\d{4}|\\d{2})([T ].*)?");
    private static final int PHONE_DIGITS = 9;

    /** What tables say where they have nothing to say. */
    private static final Set<String> NOTHING =
            Set.of(
                    "null",
                    "(null)",
                    "nan",
                    "<na>",
                    "n/a",
                    "#n/a",
                    "n.a.",
                    "none",
                    "nil",
                    "\\n",
                    "-",
                    "--",
                    "---",
                    "?",
                    "??",
                    "???",
                    ".",
                    "unknown",
                    "(blank)",
                    "missing",
                    "not available",
                    "not given",
                    "unbekannt",
                    "keine angabe",
                    "k.a.",
                    "inconnu",
                    "desconocido",
                    "sconosciuto",
                    "onbekend");

    private static final int LONGEST_NOTHING = 13;

    private Spelling() {}

    /**
     * @param monthFirst whether the column writes 12/31/1999
     */
    static String of(String value, ColumnKind kind, boolean monthFirst) {
        if (saysNothing(value)) return "";
        return switch (kind) {
            case NAME, TEXT -> words(value);
            case CODE -> words(value).replace(" ", "");
            case MAIL -> value.strip().toLowerCase(Locale.ROOT);
            case PHONE -> phone(value);
            case DATE -> date(value, monthFirst);
        };
    }

    /** "NA" in capitals is what statisticians write; "Na" is a name. */
    static boolean saysNothing(String value) {
        return value.length() <= LONGEST_NOTHING
                && (value.equals("NA") || NOTHING.contains(value.toLowerCase(Locale.ROOT)));
    }

    static boolean monthFirst(List<String> values) {
        int monthFirst = 0;
        for (String value : values) {
            Matcher parts = YEAR_LAST.matcher(value.strip());
            if (!parts.matches()) continue;
            if (Integer.parseInt(parts.group(2)) > 12) monthFirst++;
            if (Integer.parseInt(parts.group(1)) > 12) monthFirst--;
        }
        return monthFirst > 0;
    }

    private static String words(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (!ascii(lower)) {
            lower =
                    ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                            .replaceAll("");
            lower =
                    lower.replace("ß", "ss")
                            .replace("ø", "o")
                            .replace("æ", "ae")
                            .replace("œ", "oe")
                            .replace("ł", "l")
                            .replace("đ", "d")
                            .replace("ð", "d")
                            .replace("þ", "th")
                            .replace("ı", "i");
        }
        return MARKS.matcher(APOSTROPHE.matcher(lower).replaceAll("")).replaceAll(" ").strip();
    }

    private static boolean ascii(String value) {
        for (int i = 0; i < value.length(); i++) if (value.charAt(i) > 127) return false;
        return true;
    }

    private static String phone(String value) {
        String digits = NO_DIGIT.matcher(value).replaceAll("");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }

    private static String date(String value, boolean monthFirst) {
        String plain = value.strip();
        Matcher dayLast = DAY_LAST.matcher(plain);
        if (dayLast.matches()) return dayLast.group(1) + dayLast.group(2) + dayLast.group(3);
        Matcher shorter = DAY_LAST_SHORT.matcher(plain);
        if (shorter.matches())
            return shorter.group(1) + twoDigits(shorter.group(2)) + twoDigits(shorter.group(3));
        Matcher yearLast = YEAR_LAST.matcher(plain);
        if (!yearLast.matches())
            return DayWords.digits(plain).orElseGet(() -> NO_DIGIT.matcher(plain).replaceAll(""));
        String year = year(yearLast.group(3));
        String first = twoDigits(yearLast.group(1));
        String second = twoDigits(yearLast.group(2));
        return monthFirst ? year + first + second : year + second + first;
    }

    static String year(String written) {
        if (written.length() != 2) return written;
        return (written.compareTo("30") > 0 ? "19" : "20") + written;
    }

    static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
