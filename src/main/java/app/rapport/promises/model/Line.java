package app.rapport.promises.model;

import app.rapport.listening.dates.Due;
import app.rapport.listening.dates.DueDates;
import java.time.LocalDateTime;
import java.util.Optional;

/** A promise in one line: what, and until when where the line says so. */
public record Line(String what, Optional<Deadline> due) {
    /**
     * The words of the day are taken out: "by Friday send the offer" is to send the offer.
     *
     * @param now by the clock of who types
     */
    public static Line read(String typed, LocalDateTime now, DueDates dates) {
        Optional<Due> due = dates.in(typed, now);
        String what = due.map(found -> without(typed, found)).orElse(typed.strip());
        return new Line(
                what.isEmpty() ? typed.strip() : what,
                due.map(found -> new Deadline(found.day(), found.time())));
    }

    private static String without(String typed, Due due) {
        String rest = typed.substring(0, due.start()) + " " + typed.substring(due.end());
        return rest.replaceAll("\\s+", " ").replaceAll("^[\\s,;:.]+|[\\s,;:.]+$", "");
    }
}
