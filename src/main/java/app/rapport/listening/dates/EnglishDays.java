package app.rapport.listening.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** Days counted from today, and days of the week. */
final class EnglishDays {
    private static final String DAY =
            "(mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day|\\.)?";
    private static final String WEEKDAY =
            "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";

    private EnglishDays() {}

    static List<DateRule> rules() {
        return List.of(
                DateRule.plain(
                        "today|tonight|(?<!(?:day|tomorrow),? (?:by |at )?)(?:eod|cob|close of business|end of (?:the )?(?:business )?day|end of play)",
                        (m, today) -> Period.day(today)),
                DateRule.plain(
                        "this (?:morning|afternoon|evening)|later today",
                        (m, today) -> Period.day(today)),
                DateRule.plain(
                        "(?:the )?day after tomorrow", (m, today) -> Period.day(today.plusDays(2))),
                DateRule.plain(
                        "tomorrow|tmrw|tmr|tomorow", (m, today) -> Period.day(today.plusDays(1))),
                DateRule.plain(
                        "(?:the )?next (?:business |working )day",
                        (m, today) -> Period.day(working(today, 1))),
                DateRule.of(
                        "(?:in|within)(?: the next)? ("
                                + EnglishNumbers.COUNT
                                + ") (business days?|working days?|days?|weeks?|fortnights?|months?|quarters?|years?)(?:' time)?",
                        EnglishDays::counted),
                DateRule.of(
                        "("
                                + EnglishNumbers.COUNT
                                + ") (business days?|working days?|days?|weeks?|fortnights?|months?|years?) (?:from (?:now|today)|hence)",
                        EnglishDays::counted),
                DateRule.of(
                        "(?:over )?(?:the )?next (two|three|four|five|six|seven|ten|few|couple of|\\d{1,2}) (business days|working days|days|weeks|months)",
                        EnglishDays::counted),
                DateRule.of(
                        "(a|one|two|three) (weeks?) from " + WEEKDAY,
                        (m, today) ->
                                EnglishNumbers.count(m.group(1))
                                        .map(n ->
                                                Period.day(
                                                        coming(day(m.group(3)), today)
                                                                .plusWeeks(n)))),
                DateRule.plain(
                        "(?:a week from )tomorrow", (m, today) -> Period.day(today.plusDays(8))),
                DateRule.plain(
                        "a week today|(?:a week from )today",
                        (m, today) -> Period.day(today.plusDays(7))),
                DateRule.plain(
                        WEEKDAY + " week",
                        (m, today) -> Period.day(coming(day(m.group(1)), today).plusWeeks(1))),
                DateRule.plain("next " + DAY, (m, today) -> ofNextWeek(m, today)),
                DateRule.plain(
                        WEEKDAY + " (?:of )?next week|next week(?: on)?,? " + WEEKDAY,
                        (m, today) -> ofNextWeek(m, today)),
                DateRule.plain(WEEKDAY + " (?:of )?this week|this " + DAY, EnglishDays::ofThisWeek),
                DateRule.plain(WEEKDAY, (m, today) -> Period.day(coming(day(m.group(1)), today))),
                DateRule.plain(
                        "(?:by|on|before|until|till|next|this|due) (mon|tues?|wed|thurs?|thu|fri|sat|sun)\\.?",
                        (m, today) -> Period.day(coming(day(m.group(1)), today))));
    }

    private static Optional<Period> counted(Matcher match, LocalDate today) {
        return EnglishNumbers.count(match.group(1))
                .map(n -> Period.day(after(today, n, match.group(2))));
    }

    private static LocalDate after(LocalDate today, int n, String unit) {
        if (unit.startsWith("business") || unit.startsWith("working")) return working(today, n);
        if (unit.startsWith("day")) return today.plusDays(n);
        if (unit.startsWith("week")) return today.plusWeeks(n);
        if (unit.startsWith("fortnight")) return today.plusWeeks(2L * n);
        if (unit.startsWith("month")) return today.plusMonths(n);
        if (unit.startsWith("quarter")) return today.plusMonths(3L * n);
        return today.plusYears(n);
    }

    private static LocalDate working(LocalDate today, int n) {
        LocalDate day = today;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek().getValue() <= 5) left--;
        }
        return day;
    }

    private static String named(Matcher match) {
        for (int i = 1; i <= match.groupCount(); i++)
            if (match.group(i) != null) return match.group(i);
        throw new IllegalStateException("a rule of days names none");
    }

    /** Said on a Friday, Friday is the next one. */
    private static LocalDate coming(DayOfWeek day, LocalDate today) {
        return today.with(TemporalAdjusters.next(day));
    }

    private static Period ofNextWeek(Matcher match, LocalDate today) {
        LocalDate monday = Period.week(today).first().plusWeeks(1);
        return Period.day(monday.with(TemporalAdjusters.nextOrSame(day(named(match)))));
    }

    private static Period ofThisWeek(Matcher match, LocalDate today) {
        return Period.day(today.with(TemporalAdjusters.nextOrSame(day(named(match)))));
    }

    private static DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values())
            if (day.name()
                    .toLowerCase(Locale.ROOT)
                    .startsWith(word.substring(0, Math.min(3, word.length())))) return day;
        throw new IllegalStateException("no day of the week: " + word);
    }
}
