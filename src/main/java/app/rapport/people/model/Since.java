package app.rapport.people.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A day that a filter begins at: a date, or so many days ago so that a saved view stays fresh. */
public record Since(String text) {
    private static final int LONGEST = 36_500;

    /** Reads {@code 2026-03-10} or {@code 90d}; empty for anything else. */
    public static Optional<Since> of(String text) {
        try {
            new Since(text).day(LocalDate.EPOCH);
            return Optional.of(new Since(text));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public LocalDate day(LocalDate today) {
        if (!text.endsWith("d")) return LocalDate.parse(text);
        int days = Integer.parseInt(text.substring(0, text.length() - 1));
        if (days < 0 || days > LONGEST) throw new DateTimeException("not a number of days");
        return today.minusDays(days);
    }

    /** "90 days", or "10 Mar 2026". */
    public String words() {
        if (text.endsWith("d")) return text.substring(0, text.length() - 1) + " days";
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
                .format(LocalDate.parse(text));
    }
}
