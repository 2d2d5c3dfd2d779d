package app.rapport.listening.dates;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How people of one language write when something is due. */
public interface DateLanguage {
    /** Earlier rules win where two match at one place. */
    List<DateRule> rules();

    /** What stands before a date that is not to be reached: "before". */
    Pattern before();

    /** What stands before a date that is meant as a deadline: "by", "until". */
    Pattern deadline();

    /** A time of day at the end of a text that goes before a date: "at noon on". */
    Optional<Clock> timeBefore(String text);

    /** A time of day at the beginning of what follows a date. */
    Optional<Clock> timeAfter(String text);

    /** A moment counted from now: "in two hours". */
    Optional<Moment> moment(String text, LocalDateTime now);

    /** A time of day that stands alone and so is today's, or tomorrow's where it has passed. */
    Optional<Clock> timeAlone(String text);

    /** What says that something comes again; the longest that fits counts. */
    Map<Recurrence, Pattern> recurrences();

    /**
     * @param start of the words that say it, in the text asked
     */
    record Clock(LocalTime time, int start, int end) {}

    record Moment(LocalDateTime at, int start, int end) {}
}
