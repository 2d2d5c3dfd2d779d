package app.rapport.linkage;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days whose month is written in letters: "3 March 1980", "Mar 3, 1980", "3. März 80". */
final class DayWords {
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[ -]*(?:of|de)?[ -]*(\\p{L}{3,12})[., -]*(?:de)? *(\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,12})\\.? *(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[ -](\\p{L}{3,12})\\.?[ -](\\d{1,2})");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final Map<String, Integer> MONTHS = months();

    private DayWords() {}

    /** Year, month and day in digits; empty where it is no such day. */
    static Optional<String> digits(String value) {
        if (value.length() > LONGEST) return Optional.empty();
        String plain = folded(value);
        Matcher day = DAY_FIRST.matcher(plain);
        if (day.matches()) return joined(day.group(3), day.group(2), day.group(1));
        Matcher month = MONTH_FIRST.matcher(plain);
        if (month.matches()) return joined(month.group(3), month.group(1), month.group(2));
        Matcher year = YEAR_FIRST.matcher(plain);
        if (year.matches()) return joined(year.group(1), year.group(2), year.group(3));
        return Optional.empty();
    }

    private static Optional<String> joined(String year, String month, String day) {
        Integer number = MONTHS.get(month);
        if (number == null) return Optional.empty();
        return Optional.of(
                Spelling.year(year)
                        + Spelling.twoDigits(number.toString())
                        + Spelling.twoDigits(day));
    }

    private static String folded(String value) {
        return Normalizer.normalize(value.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
    }

    /** Names of months and their beginnings; where two languages differ, the first one counts. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String tongue : List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "cs")) {
            for (Month month : Month.values()) {
                Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)
                        .map(style ->
                                folded(month.getDisplayName(style, Locale.of(tongue)))
                                        .replace(".", ""))
                        .forEach(name -> months.putIfAbsent(name, month.getValue()));
            }
            for (Month month : Month.values()) {
                String name = folded(month.getDisplayName(TextStyle.FULL, Locale.of(tongue)));
                for (int end = SHORTEST; end < name.length(); end++)
                    months.putIfAbsent(name.substring(0, end), month.getValue());
            }
        }
        return Map.copyOf(months);
    }
}
