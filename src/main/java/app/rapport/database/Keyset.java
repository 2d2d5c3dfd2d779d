package app.rapport.database;

import app.rapport.kernel.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order that pages can hold on to: a row's place is the values of its keys, the last of which is
 * unique. All keys run the same way, so that one index serves both directions.
 */
public record Keyset(List<Key> keys, boolean descending) {
    public Keyset {
        keys = List.copyOf(keys);
    }

    /**
     * @param column as the statement calls it, such as {@code c.name_key}
     * @param type to which the cursor's text is cast again, such as {@code uuid}
     */
    public record Key(String column, String type) {}

    public static Keyset ascending(Key... keys) {
        return new Keyset(List.of(keys), false);
    }

    public Keyset reversed() {
        return new Keyset(keys, !descending);
    }

    public String orderBy() {
        String way = descending ? " DESC" : "";
        return keys.stream().map(key -> key.column() + way).collect(Collectors.joining(", "));
    }

    /** To be selected beside the rest: the row's place, for {@link #cursor}. */
    public String place() {
        return numbered()
                .mapToObj(i -> keys.get(i).column() + "::text AS place_" + i)
                .collect(Collectors.joining(", "));
    }

    public String cursor(ResultSet row) throws SQLException {
        String[] place = new String[keys.size()];
        for (int i = 0; i < place.length; i++) place[i] = row.getString("place_" + i);
        return Cursor.at(place).text();
    }

    /**
     * Only what stands after that place.
     *
     * @throws IllegalArgumentException when the text is no place in this order
     */
    public Conditions after(Conditions conditions, String cursor) {
        List<String> place = Cursor.read(cursor, keys.size()).keys();
        numbered().forEach(i -> conditions.with("place_" + i, place.get(i)));
        String columns = keys.stream().map(Key::column).collect(Collectors.joining(", "));
        String values =
                numbered()
                        .mapToObj(i -> "cast(:place_" + i + " AS " + keys.get(i).type() + ")")
                        .collect(Collectors.joining(", "));
        return conditions.and(
                "(" + columns + ") " + (descending ? "<" : ">") + " (" + values + ")");
    }

    private IntStream numbered() {
        return IntStream.range(0, keys.size());
    }
}
