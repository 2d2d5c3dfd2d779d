package app.rapport.mirror.model;

import app.rapport.kernel.Cursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a fact stands among those of one count, the newest first. */
public record FactPlace(Instant at, String href, String with) implements Comparable<FactPlace> {
    private static final Comparator<FactPlace> NEWEST_FIRST =
            Comparator.comparing(FactPlace::at)
                    .reversed()
                    .thenComparing(FactPlace::href)
                    .thenComparing(FactPlace::with);

    public static FactPlace of(Met fact) {
        return new FactPlace(fact.at(), fact.href(), fact.with().map(Object::toString).orElse(""));
    }

    /** Empty where nothing is given; throws {@link Cursor.Foreign} for what is no place. */
    public static Optional<FactPlace> read(String cursor) {
        if (cursor.isEmpty()) return Optional.empty();
        List<String> keys = Cursor.read(cursor, 3).keys();
        try {
            return Optional.of(new FactPlace(Instant.parse(keys.get(0)), keys.get(1), keys.get(2)));
        } catch (DateTimeParseException e) {
            throw new Cursor.Foreign(e);
        }
    }

    public String text() {
        return Cursor.at(at.toString(), href, with).text();
    }

    @Override
    public int compareTo(FactPlace other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
