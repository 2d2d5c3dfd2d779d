package app.rapport.promises.model;

import app.rapport.listening.dates.Again;
import app.rapport.listening.dates.Due;
import app.rapport.listening.dates.DueDates;
import app.rapport.listening.dates.Recurrence;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A promise in one line: what, and until when where the line says so.
 *
 * @param every how often, which only tasks are read for
 */
public record Line(String what, Optional<Deadline> due, Optional<Recurrence> every) {
    public Line(String what, Optional<Deadline> due) {
        this(what, due, Optional.empty());
    }

    /**
     * The words of the day are taken out: "by Friday send the offer" is to send the offer.
     *
     * @param now by the clock of who types
     */
    public static Line read(String typed, LocalDateTime now, DueDates dates) {
        Optional<Due> due = dates.in(typed, now);
        String what =
                due.map(found -> without(typed, found.start(), found.end())).orElse(typed.strip());
        return new Line(
                what.isEmpty() ? typed.strip() : what,
                due.map(found -> new Deadline(found.day(), found.time())));
    }

    /** The same, and how often: "every Friday send the figures". */
    public static Line readTask(String typed, LocalDateTime now, DueDates dates) {
        Optional<Again> again = dates.again(typed);
        String once = again.map(found -> without(typed, found.start(), found.end())).orElse(typed);
        Line read = read(once, now, dates);
        return new Line(
                read.what().isEmpty() ? typed.strip() : read.what(),
                read.due(),
                again.map(Again::every));
    }

    private static String without(String typed, int start, int end) {
        String rest = typed.substring(0, start) + " " + typed.substring(end);
        return rest.replaceAll("\\s+", " ").replaceAll("^[\\s,;:.]+|[\\s,;:.]+$", "");
    }
}
