package app.rapport.calls.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands on the sheet of a talk.
 *
 * @param revision counts the times it was saved
 * @param begunAt when it was begun: the days that it names are meant as of then
 */
public record Notes(
        String text, int revision, Optional<Instant> begunAt, Optional<Instant> savedAt) {
    public static final Notes NONE = new Notes("", 0, Optional.empty(), Optional.empty());
    public static final int LONGEST = 200_000;
}
