package app.rapport.listening.dates;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** English of both sides of the ocean; figures with slashes are day/month unless that cannot be. */
final class English implements DateLanguage {
    private static final Pattern BEFORE =
            Pattern.compile("\\b(?:before|ahead of|prior to) (?:the )?$");
    private static final Pattern DEADLINE =
            Pattern.compile(
                    "\\b(?:by|until|till|before|ahead of|prior to|no later than|not later than"
                            + "|latest|due|within|on or before|deadline(?: is)?|at the end of)"
                            + "(?: the latest)?(?: on)?:? (?:the )?(?:[\\w:.]+ (?:on|of) )?$");
    private static final String CLOCK =
            "(?:(noon|midday|lunchtime|lunch|midnight|eod|cob|close of business"
                    + "|(?:the )?end of (?:the )?(?:business )?day)"
                    + "|(\\d{1,2})(?:[:.](\\d\\d))? ?(am|pm|a\\.m\\.|p\\.m\\.|o'clock|h)?)";
    private static final Pattern AFTER =
            Pattern.compile(
                    "^,? ?(?:at |by |before |around |about |until )?(?:(morning|afternoon|evening|night|first thing)\\b|"
                            + CLOCK
                            + "(?![\\w/-]))");
    private static final Pattern AHEAD =
            Pattern.compile(
                    "(?:\\b(first thing)(?: on| in the morning)?|\\b(?:at|by|before) "
                            + CLOCK
                            + "(?: on)?|\\b(noon|midday|\\d{1,2}(?::\\d\\d)? ?(?:am|pm)) (?:on)?) ?$");
    private static final Pattern ALONE =
            Pattern.compile(
                    "\\b(?:at|by|before|until) "
                            + CLOCK
                            + "(?![\\w/%-])(?! ?[a-z]*(?:st|nd|rd|th)\\b)");
    private static final Pattern HOURS =
            Pattern.compile(
                    "\\b(?:in|within)(?: the next)? (an?|half an|[a-z]+|\\d{1,4}) (hour|minute|min)s?\\b"
                            + "|\\b(an?|[a-z]+|\\d{1,4}) (hour|minute)s? from now\\b");

    /** An adjective ("the weekly report") says what kind of thing it is, not when it is due. */
    private static final String NO_ADJECTIVE = "(?= *(?:$|[,.;]|(?:by|on|at|from|until)\\b))";

    private static final Map<Recurrence, Pattern> RECURRENCES =
            Map.of(
                    Recurrence.WORKING_DAY,
                    recurrence(
                            "(?:every|each) (?:working |work |business )?day|every weekday",
                            "daily"),
                    Recurrence.WEEK,
                    recurrence(
                            "(?:every|each) week|(?:every|each) (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
                            "weekly"),
                    Recurrence.MONTH,
                    recurrence(
                            "(?:every|each) month|(?:every|each) (?=\\d{1,2}(?:st|nd|rd|th))",
                            "monthly"),
                    Recurrence.YEAR,
                    recurrence("(?:every|each) year", "(?:yearly|annually)"));

    private static Pattern recurrence(String words, String adverb) {
        return Pattern.compile("\\b(?:" + words + "|" + adverb + NO_ADJECTIVE + ")");
    }

    private final List<DateRule> rules =
            Stream.of(EnglishDays.rules(), EnglishPeriods.rules(), EnglishCalendar.rules())
                    .flatMap(List::stream)
                    .toList();

    @Override
    public List<DateRule> rules() {
        return rules;
    }

    @Override
    public Map<Recurrence, Pattern> recurrences() {
        return RECURRENCES;
    }

    @Override
    public Pattern before() {
        return BEFORE;
    }

    @Override
    public Pattern deadline() {
        return DEADLINE;
    }

    @Override
    public Optional<Clock> timeAfter(String text) {
        Matcher match = AFTER.matcher(text);
        if (!match.find()) return Optional.empty();
        if (match.group(1) != null) return partOfDay(match.group(1), match);
        return clock(match, 2);
    }

    @Override
    public Optional<Clock> timeBefore(String text) {
        Matcher match = AHEAD.matcher(text);
        if (!match.find()) return Optional.empty();
        if (match.group(1) != null) return partOfDay(match.group(1), match);
        if (match.group(6) == null) return clock(match, 2);
        Matcher alone = Pattern.compile(CLOCK).matcher(match.group(6));
        return alone.matches() ? clock(alone, 1) : Optional.empty();
    }

    @Override
    public Optional<Clock> timeAlone(String text) {
        Matcher match = ALONE.matcher(text);
        return match.find() ? clock(match, 1) : Optional.empty();
    }

    @Override
    public Optional<Moment> moment(String text, LocalDateTime now) {
        Matcher match = HOURS.matcher(text);
        if (!match.find()) return Optional.empty();
        String count = match.group(1) == null ? match.group(3) : match.group(1);
        String unit = match.group(2) == null ? match.group(4) : match.group(2);
        LocalDateTime rounded = now.withSecond(0).withNano(0);
        if (count.equals("half an"))
            return Optional.of(new Moment(rounded.plusMinutes(30), match.start(), match.end()));
        return EnglishNumbers.count(count)
                .map(n -> unit.equals("hour") ? rounded.plusHours(n) : rounded.plusMinutes(n))
                .map(at -> new Moment(at, match.start(), match.end()));
    }

    private static Optional<Clock> partOfDay(String word, Matcher match) {
        LocalTime time =
                switch (word) {
                    case "first thing" -> LocalTime.of(9, 0);
                    case "morning" -> LocalTime.NOON;
                    case "afternoon" -> LocalTime.of(18, 0);
                    default -> LocalTime.of(23, 0);
                };
        return Optional.of(new Clock(time, match.start(), match.end()));
    }

    /** A bare number is no time of day unless it says so by colon or am. */
    private static Optional<Clock> clock(Matcher match, int group) {
        String word = match.group(group);
        if (word != null) return Optional.of(new Clock(named(word), match.start(), match.end()));
        String half = match.group(group + 3);
        String minutes = match.group(group + 2);
        if (half == null && minutes == null) return Optional.empty();
        int hour = Integer.parseInt(match.group(group + 1));
        boolean pm =
                half == null
                        ? isAfternoon(match.group(group + 1), hour)
                        : half.startsWith("p") || (half.equals("o'clock") && hour < 8);
        if (pm && hour < 12) hour += 12;
        if (half != null && half.startsWith("a") && hour == 12) hour = 0;
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (hour > 23 || minute > 59) return Optional.empty();
        return Optional.of(new Clock(LocalTime.of(hour, minute), match.start(), match.end()));
    }

    /** "at 2:30" is in working hours; who means the night writes 02:30. */
    private static boolean isAfternoon(String written, int hour) {
        return !written.startsWith("0") && hour >= 1 && hour < 7;
    }

    private static LocalTime named(String word) {
        return switch (word) {
            case "noon", "midday", "lunchtime", "lunch" -> LocalTime.NOON;
            case "midnight" -> LocalTime.of(23, 59);
            default -> LocalTime.of(18, 0);
        };
    }
}
