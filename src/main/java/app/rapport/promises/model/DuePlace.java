package app.rapport.promises.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where one stands in a list by when they are due; those without a day come last. */
public record DuePlace(Optional<LocalDate> due, UUID id) {
    public static DuePlace of(Promise one) {
        return new DuePlace(one.due().map(Deadline::day), one.id());
    }
}
