package app.rapport.ui;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says moments the way people do, in one member's zone and as of one moment: "3 days", "since Fri
 * 16:40", "28 Jan", "28 Jan 2024". Weeks are not named, so nobody has to know where they begin.
 *
 * @param now the moment as of which the page speaks, not always the present
 */
public record Times(ZoneId zone, Locale locale, Instant now) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    public Times asOf(Instant moment) {
        return new Times(zone, locale, moment);
    }

    /** How long ago or until, in one unit: "40 min", "21 h", "3 days", "9 weeks", "2 years". */
    public String span(Instant from) {
        return span(Duration.between(from, now).abs());
    }

    /** One unit, rounded down; hours up to two days, days up to nine weeks. */
    public static String span(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) return "a moment";
        if (minutes < 60) return minutes + " min";
        if (duration.toHours() < 48) return duration.toHours() + " h";
        long days = duration.toDays();
        if (days < 63) return days + " days";
        if (days < 183) return days / 7 + " weeks";
        if (days < 730) return Math.round(days / 30.44) + " months";
        return days / 365 + " years";
    }

    /** "since Fri 16:40", "since 28 Jan", "since 28 Jan 2024". */
    public String since(Instant from) {
        return "since " + brief(from);
    }

    /**
     * "16:40" on the day itself, "Fri 16:40" within six days, else "28 Jan" with a year if needed.
     */
    public String brief(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        long days = Math.abs(ChronoUnit.DAYS.between(at.toLocalDate(), today));
        if (days == 0) return format("HH:mm", at);
        if (days <= 6) return format("EEE HH:mm", at);
        return shortDay(at.toLocalDate());
    }

    /** "Fri 6 Mar 16:40", with the year when it is another. */
    public String stamp(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        return format(thisYear(at.toLocalDate()) ? "EEE d MMM HH:mm" : "d MMM uuuu HH:mm", at);
    }

    /** "Friday 6 March 2026, 16:40". */
    public String full(Instant moment) {
        return format("EEEE d MMMM uuuu, HH:mm", moment.atZone(zone));
    }

    /** "6 Mar", or "6 Mar 2024" when it is another year. */
    public String shortDay(LocalDate day) {
        return formatter(thisYear(day) ? "d MMM" : "d MMM uuuu").format(day);
    }

    public String shortDay(Instant moment) {
        return shortDay(LocalDate.ofInstant(moment, zone));
    }

    /** "Tuesday 10 March", with the year when it is another. */
    public String longDay(LocalDate day) {
        return formatter(thisYear(day) ? "EEEE d MMMM" : "EEEE d MMMM uuuu").format(day);
    }

    /** "Tue 10 Mar". */
    public String weekday(LocalDate day) {
        return formatter(thisYear(day) ? "EEE d MMM" : "EEE d MMM uuuu").format(day);
    }

    /** What was kept as text, as people read it: a day as "8 Dec", all else as it is. */
    public String said(String kept) {
        if (!DAY.matcher(kept).matches()) return kept;
        try {
            return shortDay(LocalDate.parse(kept));
        } catch (DateTimeParseException e) {
            return kept; // somebody wrote the 31st of February
        }
    }

    /** What the clock shows in that zone: "08:12 there"; nothing where no zone is called so. */
    public String there(String zone) {
        try {
            return format("HH:mm", now.atZone(ZoneId.of(zone))) + " there";
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** "17 May 1980", or "17 May" where the year is not known ("--05-17"). */
    public String birthday(String kept) {
        if (!kept.startsWith("--")) return said(kept);
        try {
            return formatter("d MMM").format(MonthDay.parse(kept));
        } catch (DateTimeParseException e) {
            return kept.substring(2);
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** For the {@code datetime} of a {@code time}: UTC, to the second. */
    public static String iso(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    /** "Good morning", "Good afternoon" or "Good evening". */
    public String greeting() {
        int hour = now.atZone(zone).getHour();
        if (hour >= 4 && hour < 12) return "Good morning";
        return hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening";
    }

    private boolean thisYear(LocalDate day) {
        return day.getYear() == today().getYear();
    }

    private String format(String pattern, ZonedDateTime at) {
        return formatter(pattern).format(at);
    }

    // pages are written in English; the locale decides numbers and money, not the names of days
    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
