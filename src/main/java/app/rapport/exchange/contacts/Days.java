package app.rapport.exchange.contacts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as files write them. */
public final class Days {
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T.*)?");
    private static final Pattern YEARLESS = Pattern.compile("-{1,2}(\\d{1,2})-?(\\d{1,2})");
    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?: .*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(\\.\\d+)?");
    private static final Pattern IN_WORDS = Pattern.compile("(?=.*\\d{4}).{8,30}");
    private static final Pattern WITH_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Pattern JAPANESE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日.*");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final List<DateTimeFormatter> WORDS =
            List.of(
                    words("d MMM uuuu", "en"),
                    words("d MMMM uuuu", "en"),
                    words("MMM d, uuuu", "en"),
                    words("MMMM d, uuuu", "en"),
                    words("d-MMM-uuuu", "en"),
                    words("d. MMMM uuuu", "de"),
                    words("d MMMM uuuu", "fr"),
                    words("d 'de' MMMM 'de' uuuu", "es"),
                    words("d MMMM uuuu", "it"),
                    words("d MMMM uuuu", "nl"),
                    words("d 'de' MMMM 'de' uuuu", "pt"));

    private Days() {}

    private static DateTimeFormatter words(String pattern, String tongue) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.of(tongue));
    }

    /**
     * A day; numbers are a spreadsheet's serial dates (days since 1899-12-30).
     *
     * @param monthFirst how 3/4/1980 is read: true for 4 March
     */
    public static Optional<LocalDate> day(String written, boolean monthFirst) {
        String text = written.strip();
        try {
            for (Pattern pattern : List.of(ISO, BASIC, JAPANESE)) {
                Matcher parts = pattern.matcher(text);
                if (parts.matches()) return date(parts.group(1), parts.group(2), parts.group(3));
            }
            Matcher parts = PARTS.matcher(text);
            if (parts.matches()) return parts(parts, monthFirst);
            if (SERIAL.matcher(text).matches()) {
                long serial = (long) Double.parseDouble(text);
                return serial < 1_000 || serial > 80_000
                        ? Optional.empty()
                        : Optional.of(SERIAL_ZERO.plusDays(serial));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        // a failed try costs more than all else of a row: only what may be a day is tried
        return IN_WORDS.matcher(text).matches() ? inWords(text) : Optional.empty();
    }

    private static Optional<LocalDate> inWords(String text) {
        for (DateTimeFormatter form : WORDS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> parts(Matcher parts, boolean monthFirst) {
        int a = Integer.parseInt(parts.group(1));
        int b = Integer.parseInt(parts.group(3));
        int year = Integer.parseInt(parts.group(4));
        // two digits: 31 to 99 are the last century's
        if (parts.group(4).length() == 2) year += year > 30 ? 1900 : 2000;
        if (a == 0 || b == 0 || year == 0) return Optional.empty();
        boolean month = a <= 12 && (b > 12 || (monthFirst && !parts.group(2).equals(".")));
        return Optional.of(month ? LocalDate.of(year, a, b) : LocalDate.of(year, b, a));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        return Optional.of(
                LocalDate.of(
                        Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    }

    /** 1980-05-17, or --05-17 where the year is not known; empty when it is no day. */
    static String birthday(String written, boolean monthFirst) {
        Matcher yearless = YEARLESS.matcher(written.strip());
        if (yearless.matches()) {
            try {
                return MonthDay.of(
                                Integer.parseInt(yearless.group(1)),
                                Integer.parseInt(yearless.group(2)))
                        .toString();
            } catch (DateTimeException e) {
                return "";
            }
        }
        return day(written, monthFirst)
                // 1604 and 1900-01-00 stand for "no year" in files of phones
                .map(day -> day.getYear() <= 1604 ? MonthDay.from(day).toString() : day.toString())
                .orElse("");
    }

    /** A moment; a day alone is its first moment in UTC. */
    public static Optional<Instant> moment(String written, boolean monthFirst) {
        String text = written.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        if (!WITH_TIME.matcher(text).matches())
            return day(written, monthFirst)
                    .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            // no offset
        }
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return day(written, monthFirst)
                    .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /** Whether days of a column are written month first: told by any day above 12. */
    public static boolean monthFirst(List<String> values) {
        return monthFirst(values, true);
    }

    /**
     * @param untold what holds where no day is above 12
     */
    static boolean monthFirst(List<String> values, boolean untold) {
        for (String value : values) {
            Matcher parts = PARTS.matcher(value);
            if (!parts.matches()) continue;
            if (Integer.parseInt(parts.group(1)) > 12) return false;
            if (Integer.parseInt(parts.group(3)) > 12) return true;
        }
        return untold;
    }
}
