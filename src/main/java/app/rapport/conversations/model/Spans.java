package app.rapport.conversations.model;

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
}
