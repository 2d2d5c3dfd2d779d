package app.rapport.listening.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Days of a month. */
final class EnglishCalendar {
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,? (\\d{4}))?";

    private EnglishCalendar() {}

    static List<DateRule> rules() {
        return List.of(
                DateRule.of(
                        "(\\d{4})-(\\d{2})-(\\d{2})(?:t[\\d:.]+z?)?",
                        (m, today) ->
                                date(m.group(1), number(m.group(2)), number(m.group(3)), today)),
                DateRule.of(
                        "(?:the )?" + DAY + " (?:of )?" + MONTH + YEAR,
                        (m, today) ->
                                date(m.group(3), month(m.group(2)), number(m.group(1)), today)),
                DateRule.of(
                        MONTH + " (?:the )?" + DAY + YEAR,
                        (m, today) ->
                                date(m.group(3), month(m.group(1)), number(m.group(2)), today)),
                DateRule.of(
                        "(?:^|(?<=\\b(?:by|on|before|until|till|due|for|from|is) ))(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?",
                        EnglishCalendar::slashes),
                DateRule.of(
                        "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?",
                        (m, today) ->
                                date(m.group(3), number(m.group(2)), number(m.group(1)), today)),
                DateRule.of(
                        "(?:the )(\\d{1,2})(?:st|nd|rd|th)(?: of (this|next|the) month)?",
                        EnglishCalendar::ofMonth),
                DateRule.of(
                        "(\\d{1,2})(?:st|nd|rd|th)(?: of (this|next|the) month)?",
                        EnglishCalendar::ofMonth),
                DateRule.of(
                        "(?:(?:the )?(start|beginning|early|mid|middle|late|end)(?: of|-| in)? ?)(?:the month of )?"
                                + MONTH
                                + YEAR,
                        (m, today) ->
                                whole(month(m.group(2)), m.group(3), today)
                                        .map(p -> EnglishPeriods.part(m.group(1), p))),
                DateRule.of(
                        "(?<=\\b(?:in|by|before|until|till|during|of|for) )" + MONTH + YEAR,
                        (m, today) -> whole(month(m.group(1)), m.group(2), today)));
    }

    private static Optional<Period> slashes(Matcher match, LocalDate today) {
        int first = number(match.group(1));
        int second = number(match.group(2));
        return second > 12
                ? date(match.group(3), first, second, today)
                : date(match.group(3), second, first, today);
    }

    private static Optional<Period> ofMonth(Matcher match, LocalDate today) {
        int day = number(match.group(1));
        String which = match.group(2);
        LocalDate month = "next".equals(which) ? today.plusMonths(1) : today;
        if (which == null && day < today.getDayOfMonth()) month = today.plusMonths(1);
        return on(month.getYear(), month.getMonthValue(), day).map(Period::day);
    }

    /** Without a year it is the next such day. */
    private static Optional<Period> date(
            @Nullable String year, int month, int day, LocalDate today) {
        if (year != null) return on(century(year), month, day).map(Period::day);
        Optional<LocalDate> thisYear = on(today.getYear(), month, day);
        if (thisYear.isPresent() && !thisYear.get().isBefore(today))
            return thisYear.map(Period::day);
        return on(today.getYear() + 1, month, day).map(Period::day);
    }

    private static Optional<Period> whole(int month, @Nullable String year, LocalDate today) {
        int named = year == null ? today.getYear() : Integer.parseInt(year);
        Period whole = Period.month(LocalDate.of(named, month, 1));
        boolean passed = year == null && whole.last().isBefore(today);
        return Optional.of(passed ? Period.month(whole.first().plusYears(1)) : whole);
    }

    private static Optional<LocalDate> on(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int century(String year) {
        return year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String word) {
        for (Month month : Month.values())
            if (month.name().toLowerCase(Locale.ROOT).startsWith(word.substring(0, 3)))
                return month.getValue();
        throw new IllegalStateException("no month: " + word);
    }
}
