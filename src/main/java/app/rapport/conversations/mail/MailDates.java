package app.rapport.conversations.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of RFC 5322 and its obsolete and broken forms. A date that cannot be is none: before mail
 * was (1980), the first days of a computer's clock, or more than two days ahead of the message's
 * arrival.
 */
final class MailDates {
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("mar", 3),
                    Map.entry("apr", 4),
                    Map.entry("may", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("aug", 8),
                    Map.entry("sep", 9),
                    Map.entry("oct", 10),
                    Map.entry("nov", 11),
                    Map.entry("dec", 12));

    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("UT", 0),
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("Z", 0),
                    Map.entry("EST", -300),
                    Map.entry("EDT", -240),
                    Map.entry("CST", -360),
                    Map.entry("CDT", -300),
                    Map.entry("MST", -420),
                    Map.entry("MDT", -360),
                    Map.entry("PST", -480),
                    Map.entry("PDT", -420));

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:[A-Za-z]{2,9}\\.?,?\\s*)?0?(\\d{1,2})[\\s-]+([A-Za-z]{3})[A-Za-z]*\\.?,?[\\s-]+(\\d{1,5})[,\\s]+(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2}))?(?:\\.\\d+)?\\s*([AaPp][Mm]\\b)?\\s*([+-]\\d{1,4}:?\\d{0,2}|[A-Za-z]{1,5})?.*",
                    Pattern.DOTALL);

    /** "Thu Dec 15 22:54:28 2005 +0100", as C programs write it. */
    private static final Pattern C_DATE =
            Pattern.compile(
                    "(?:[A-Za-z]{2,9}\\.?,?\\s+)?([A-Za-z]{3})[A-Za-z]*\\.?\\s+(\\d{1,2}),?\\s+(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?\\s+(?:([A-Z]{1,5})\\s+)?(\\d{4})(?:\\s+([+-]\\d{4}))?.*",
                    Pattern.DOTALL);

    /** "Wednesday, April 03, 2002 5:56 AM". */
    private static final Pattern AMERICAN =
            Pattern.compile(
                    "(?:[A-Za-z]{2,9}\\.?,?\\s+)?([A-Za-z]{3})[A-Za-z]*\\.?\\s+(\\d{1,2}),?\\s+(\\d{4}),?\\s+(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?\\s*([AaPp][Mm]\\b)?\\s*([+-]\\d{4}|[A-Z]{1,5})?.*",
                    Pattern.DOTALL);

    private static final Instant FIRST_MAIL = Instant.parse("1980-01-10T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private MailDates() {}

    /** When it was written, to the second; empty when the text is no date or one that cannot be. */
    static Optional<Instant> read(String text) {
        return parsed(text).filter(date -> date.isAfter(FIRST_MAIL) && date.isBefore(NEVER));
    }

    private static Optional<Instant> parsed(String text) {
        String plain = text.length() > 300 ? text.substring(0, 300) : text;
        plain = COMMENT.matcher(plain).replaceAll(" ").strip();
        try {
            Matcher usual = DATE.matcher(plain);
            if (usual.matches()) {
                return of(
                        usual.group(3),
                        usual.group(2),
                        usual.group(1),
                        hour(usual.group(4), usual.group(7)),
                        usual.group(5),
                        usual.group(6),
                        usual.group(8));
            }
            Matcher c = C_DATE.matcher(plain);
            if (c.matches()) {
                return of(
                        c.group(7),
                        c.group(1),
                        c.group(2),
                        Integer.parseInt(c.group(3)),
                        c.group(4),
                        c.group(5),
                        c.group(8) == null ? c.group(6) : c.group(8));
            }
            Matcher american = AMERICAN.matcher(plain);
            if (!american.matches()) return Optional.empty();
            return of(
                    american.group(3),
                    american.group(1),
                    american.group(2),
                    hour(american.group(4), american.group(7)),
                    american.group(5),
                    american.group(6),
                    american.group(8));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int hour(String hour, @org.jspecify.annotations.Nullable String half) {
        int h = Integer.parseInt(hour);
        if (half == null || h > 12) return h;
        return h % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }

    private static Optional<Instant> of(
            String year,
            String month,
            String day,
            int hour,
            String minute,
            @org.jspecify.annotations.Nullable String second,
            @org.jspecify.annotations.Nullable String zone) {
        Integer m = MONTHS.get(month.toLowerCase(Locale.ROOT));
        if (m == null) return Optional.empty();
        int s = second == null ? 0 : Math.min(59, Integer.parseInt(second));
        LocalDateTime local =
                LocalDateTime.of(
                        year(year), m, Integer.parseInt(day), hour, Integer.parseInt(minute), s);
        return Optional.of(local.minusMinutes(minutesEast(zone)).toInstant(ZoneOffset.UTC));
    }

    /** Two and three digits as RFC 5322, section 4.3, reads them. */
    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() == 2) return year < 69 ? 2000 + year : 1900 + year;
        return text.length() == 3 ? 1900 + year : year;
    }

    private static int minutesEast(@org.jspecify.annotations.Nullable String zone) {
        if (zone == null) return 0;
        char sign = zone.charAt(0);
        if (sign != '+' && sign != '-') return ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0);
        String digits = zone.substring(1).replace(":", "");
        int value = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
        if (minutes > 26 * 60) return 0;
        return sign == '-' ? -minutes : minutes;
    }
}
