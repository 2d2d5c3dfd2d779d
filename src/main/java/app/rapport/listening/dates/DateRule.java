package app.rapport.listening.dates;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to name days in a language.
 *
 * @param pattern over lower case text
 * @param reading what a match means to somebody who writes on the given day; empty where it is no
 *     date after all, such as the 31st of June
 */
record DateRule(Pattern pattern, Reading reading) {
    interface Reading {
        Optional<Period> of(Matcher match, LocalDate today);
    }

    static DateRule of(String pattern, Reading reading) {
        return new DateRule(Pattern.compile("(?<![\\w/.-])(?:" + pattern + ")(?![\\w/])"), reading);
    }

    /** For what is always a date. */
    interface Plain {
        Period of(Matcher match, LocalDate today);
    }

    static DateRule plain(String pattern, Plain reading) {
        return of(pattern, (match, today) -> Optional.of(reading.of(match, today)));
    }
}
