package app.rapport.kernel;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** A place in a list that has the newest first; the id parts what is of one moment. */
public record PlaceInTime(Instant at, UUID id) {
    /** Before all that a list may hold. */
    public static final PlaceInTime START =
            new PlaceInTime(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /**
     * The place that {@link #text} wrote, the start where nothing is given; throws {@link
     * Cursor.Foreign} for anything else.
     */
    public static PlaceInTime read(String cursor) {
        if (cursor.isEmpty()) return START;
        PlaceInTime place = parsed(Cursor.read(cursor, 2).keys());
        if (place.at.isBefore(FIRST) || place.at.isAfter(START.at)) throw new Cursor.Foreign();
        return place;
    }

    private static PlaceInTime parsed(List<String> keys) {
        try {
            return new PlaceInTime(Instant.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Cursor.Foreign(e);
        }
    }

    public String text() {
        return Cursor.at(at.toString(), id.toString()).text();
    }
}
