package app.rapport.linkage;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something short that two spellings of one value are likely to share.
 *
 * @param resilience chance that it survives when the value was misspelt; a guess that only chooses
 *     among passes
 */
record Key(int column, String name, UnaryOperator<String> of, double resilience) {

    static List<Key> of(int column, ColumnKind kind) {
        return switch (kind) {
            case NAME ->
                    List.of(
                            new Key(column, "sound", Sounds::code, 0.6),
                            new Key(column, "beginning", value -> first(value, 3), 0.55),
                            new Key(column, "ending", value -> last(value, 4), 0.5));
            case TEXT ->
                    List.of(
                            new Key(column, "whole", value -> value, 0),
                            new Key(column, "beginning", value -> first(value, 5), 0.6),
                            new Key(column, "ending", value -> last(value, 5), 0.55));
            case DATE ->
                    List.of(
                            new Key(column, "whole", value -> value, 0),
                            new Key(column, "year and month", value -> first(value, 6), 0.5),
                            new Key(column, "month and day", value -> last(value, 4), 0.5),
                            new Key(column, "year and day", Key::yearAndDay, 0.5));
            case CODE ->
                    List.of(
                            new Key(column, "whole", value -> value, 0),
                            new Key(column, "first half", Key::firstHalf, 0.5),
                            new Key(column, "second half", Key::secondHalf, 0.5));
            case MAIL ->
                    List.of(
                            new Key(column, "whole", value -> value, 0),
                            new Key(column, "name", value -> value.split("@", 2)[0], 0.5),
                            new Key(column, "beginning", value -> first(value, 4), 0.7));
            case PHONE ->
                    List.of(
                            new Key(column, "whole", value -> value, 0),
                            new Key(column, "beginning", value -> first(value, 5), 0.5),
                            new Key(column, "ending", value -> last(value, 4), 0.5));
        };
    }

    /** For each value of the column the hash of its key, 0 where it has none. */
    int[] hashes(Column values) {
        int[] hashes = new int[values.values().length];
        int salt = Hashes.of(values.name() + '/' + name);
        for (int i = 0; i < hashes.length; i++) {
            String key = of.apply(values.values()[i]);
            hashes[i] = key.isEmpty() ? 0 : Hashes.mix(key.hashCode() ^ salt) | 1;
        }
        return hashes;
    }

    private static String first(String value, int length) {
        return value.length() < length ? value : value.substring(0, length);
    }

    private static String last(String value, int length) {
        return value.substring(Math.max(0, value.length() - length));
    }

    private static String yearAndDay(String date) {
        return date.length() == 8 ? first(date, 4) + last(date, 2) : "";
    }

    private static String firstHalf(String code) {
        return code.length() < 4 ? "" : code.substring(0, (code.length() + 1) / 2);
    }

    private static String secondHalf(String code) {
        return code.length() < 4 ? "" : code.substring(code.length() / 2);
    }
}
