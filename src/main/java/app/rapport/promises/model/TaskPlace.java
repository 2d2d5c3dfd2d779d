package app.rapport.promises.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where a task stands in a list by when they are due; those without a day come last. */
public record TaskPlace(Optional<LocalDate> due, UUID id) {
    public static TaskPlace of(Promise task) {
        return new TaskPlace(task.due().map(Deadline::day), task.id());
    }
}
