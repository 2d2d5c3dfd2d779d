package app.rapport.conversations.model;

import app.rapport.customerbase.Rhythm;
import java.time.Duration;

/** Lengths of time as people say them. */
public final class Spans {
    private Spans() {}

    /** "40 min", "5 h", "3 days", "5 weeks": one number, rounded. */
    public static String words(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) return minutes + " min";
        if (minutes < 36 * 60) return Math.round(minutes / 60.0) + " h";
        long days = Math.round(minutes / 1440.0);
        if (days < 60) return days + (days == 1 ? " day" : " days");
        return Math.round(days / 30.4) + " months";
    }

    public static String days(double days) {
        return words(Duration.ofMinutes(Math.round(days * 1440)));
    }

    /** "9 (6 to 13) days": the middle and the range that holds it. */
    public static String range(Rhythm.Gap gap) {
        long middle = Math.max(1, Math.round(gap.median()));
        long low = Math.max(1, Math.round(gap.low()));
        long high = Math.max(middle, Math.round(gap.high()));
        if (high == 1) return "day";
        return middle + " (" + low + " to " + high + ") days";
    }
}
