package app.rapport.promises;

import app.rapport.kernel.Cursor;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.DuePlace;
import app.rapport.promises.model.Promise;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Places in lists by when tasks and promises are due, as pages and the API hand them out. */
public final class Places {
    private Places() {}

    public static String text(Promise last) {
        DuePlace place = DuePlace.of(last);
        return Cursor.at(place.due().map(LocalDate::toString).orElse(""), place.id().toString())
                .text();
    }

    /** Anything else than a place is the beginning, for a page that somebody kept. */
    public static Optional<DuePlace> read(String text) {
        try {
            return given(text);
        } catch (Cursor.Foreign e) {
            return Optional.empty();
        }
    }

    /** Throws {@link Cursor.Foreign} for anything else than a place: a program would begin anew. */
    public static Optional<DuePlace> given(String text) {
        if (text.isEmpty()) return Optional.empty();
        List<String> keys = Cursor.read(text, 2).keys();
        String day = keys.getFirst();
        try {
            Optional<LocalDate> due =
                    day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
            if (due.filter(on -> !new Deadline(on, Optional.empty()).isUsable()).isPresent())
                throw new Cursor.Foreign();
            return Optional.of(new DuePlace(due, UUID.fromString(keys.getLast())));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Cursor.Foreign(e);
        }
    }
}
