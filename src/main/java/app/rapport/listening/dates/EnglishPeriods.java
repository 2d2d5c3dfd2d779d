package app.rapport.listening.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Weeks, months, quarters and years, whole or a part of them. */
final class EnglishPeriods {
    private static final String PART =
            "(?:(?:the )?(start|beginning|early|mid|middle|late|end)(?: part)?(?: of|-| in)? ?(?:the )?)?";

    private EnglishPeriods() {}

    static List<DateRule> rules() {
        return List.of(
                DateRule.plain(
                        PART
                                + "(this|next|the coming|the following|coming) (week|month|quarter|year)",
                        (m, today) -> part(m.group(1), period(m.group(2), m.group(3), today))),
                DateRule.plain(
                        "(?:the )?(start|beginning|middle|end) of (?:the )?(week|month|quarter|year)|(eow|eom|eoq|eoy)|(month|year|quarter)[- ]end",
                        EnglishPeriods::ofThis),
                DateRule.plain(
                        "(?:later|sometime|some time) (?:this|in the) (week|month|year)",
                        (m, today) -> period("this", m.group(1), today)),
                DateRule.plain(
                        "(?:the )?week after next", (m, today) -> Period.week(today.plusWeeks(2))),
                DateRule.plain(
                        "(?:this |the |next |over the )?weekend", (m, today) -> weekend(m, today)),
                DateRule.plain("this time next week", (m, today) -> Period.day(today.plusWeeks(1))),
                DateRule.plain("mid[- ]?month", (m, today) -> middle(today)),
                DateRule.plain("q([1-4])(?: (?:of )?(\\d{4}))?", EnglishPeriods::quarter));
    }

    private static Period ofThis(Matcher match, LocalDate today) {
        if (match.group(3) != null) return period("this", unit(match.group(3)), today);
        if (match.group(4) != null) return period("this", match.group(4), today);
        Period whole = period("this", match.group(2), today);
        Period part = part(match.group(1), whole);
        boolean passed = part.last().isBefore(today);
        return passed ? part(match.group(1), period("next", match.group(2), today)) : part;
    }

    private static String unit(String letters) {
        return switch (letters) {
            case "eow" -> "week";
            case "eom" -> "month";
            case "eoq" -> "quarter";
            default -> "year";
        };
    }

    /** On a Saturday this week is over for work, and "this week" means the coming Friday. */
    private static Period period(String which, String unit, LocalDate today) {
        int ahead = which.equals("this") ? 0 : 1;
        return switch (unit) {
            case "week" -> {
                Period week = Period.week(today.plusWeeks(ahead));
                yield ahead == 0 && week.last().isBefore(today)
                        ? Period.week(today.plusWeeks(1))
                        : week;
            }
            case "month" -> Period.month(today.plusMonths(ahead));
            case "quarter" -> Period.quarter(today.plusMonths(3L * ahead));
            default -> Period.year(today.plusYears(ahead));
        };
    }

    static Period part(@Nullable String word, Period whole) {
        if (word == null) return whole;
        return switch (word) {
            case "start", "beginning" -> whole.part(Period.Part.START);
            case "early" -> whole.part(Period.Part.EARLY);
            case "mid", "middle" -> whole.part(Period.Part.MIDDLE);
            case "late" -> whole.part(Period.Part.LATE);
            default -> Period.day(whole.last());
        };
    }

    private static Period weekend(Matcher match, LocalDate today) {
        LocalDate saturday = Period.week(today).first().plusDays(5);
        if (match.group().startsWith("next")) saturday = saturday.plusWeeks(1);
        return new Period(saturday, saturday.plusDays(1));
    }

    private static Period middle(LocalDate today) {
        LocalDate this15th = today.withDayOfMonth(15);
        return Period.day(this15th.isBefore(today) ? this15th.plusMonths(1) : this15th);
    }

    private static Period quarter(Matcher match, LocalDate today) {
        int month = 3 * Integer.parseInt(match.group(1)) - 2;
        int year = match.group(2) == null ? today.getYear() : Integer.parseInt(match.group(2));
        Period quarter = Period.quarter(LocalDate.of(year, month, 1));
        boolean passed = match.group(2) == null && quarter.last().isBefore(today);
        return passed ? Period.quarter(quarter.first().plusYears(1)) : quarter;
    }
}
