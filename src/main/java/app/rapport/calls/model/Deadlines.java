package app.rapport.calls.model;

import app.rapport.listening.dates.Due;
import app.rapport.promises.model.Deadline;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A deadline in words that are read back as the same day. */
public final class Deadlines {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Deadlines() {}

    public static String words(Deadline due) {
        return DAY.format(due.day())
                + due.time().map(time -> " at " + CLOCK.format(time)).orElse("");
    }

    public static String words(Due due) {
        return words(new Deadline(due.day(), due.time()));
    }
}
