package app.rapport.promises;

import app.rapport.kernel.Cursor;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.TaskPlace;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Places in lists of tasks as pages and the API hand them out. */
public final class Places {
    private Places() {}

    public static String text(Promise last) {
        TaskPlace place = TaskPlace.of(last);
        return Cursor.at(place.due().map(LocalDate::toString).orElse(""), place.id().toString())
                .text();
    }

    /** Anything else than a place is the beginning. */
    public static Optional<TaskPlace> read(String text) {
        if (text.isEmpty()) return Optional.empty();
        try {
            List<String> keys = Cursor.read(text, 2).keys();
            String day = keys.getFirst();
            Optional<LocalDate> due =
                    day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
            return Optional.of(new TaskPlace(due, UUID.fromString(keys.getLast())));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
