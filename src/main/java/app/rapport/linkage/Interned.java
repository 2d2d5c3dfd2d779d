package app.rapport.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects one column; each spelling is held once, whatever the number of rows that have it. */
final class Interned {
    private static final int SAMPLE = 4000;

    /** Characters of a value that are looked at. */
    private static final int LONGEST = 2_000;

    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private int[] codes = new int[1024];
    private int rows;

    void add(String value) {
        if (rows == codes.length) codes = Arrays.copyOf(codes, rows * 2);
        String plain = value.substring(0, Math.min(value.length(), LONGEST)).strip();
        codes[rows++] = plain.isEmpty() ? Column.NONE : code(plain);
    }

    private int code(String value) {
        Integer old = known.putIfAbsent(value, values.size());
        if (old != null) return old;
        values.add(value);
        return values.size() - 1;
    }

    /** The column with every value spelt in one way; this object is empty afterwards. */
    Column column(String name) {
        known.clear();
        List<String> sample = sample();
        ColumnKind kind = ColumnKind.of(sample);
        boolean monthFirst = kind == ColumnKind.DATE && Spelling.monthFirst(sample);
        Interned spelt = new Interned();
        int[] changed = new int[values.size()];
        for (int i = 0; i < changed.length; i++) {
            String value = Spelling.of(values.get(i), kind, monthFirst);
            changed[i] = value.isEmpty() ? Column.NONE : spelt.code(value);
        }
        values.clear();
        String[] sorted = spelt.values.toArray(String[]::new);
        Arrays.parallelSort(sorted);
        int[] place = spelt.places(sorted);
        int[] counts = new int[sorted.length];
        int[] result = Arrays.copyOf(codes, rows);
        for (int row = 0; row < rows; row++) {
            if (result[row] == Column.NONE) continue;
            int code = changed[result[row]];
            result[row] = code == Column.NONE ? Column.NONE : place[code];
            if (code != Column.NONE) counts[place[code]]++;
        }
        return new Column(name, kind, result, sorted, counts);
    }

    /** Where each code's value stands among the sorted ones. */
    private int[] places(String[] sorted) {
        int[] place = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) place[known.getOrDefault(sorted[i], 0)] = i;
        return place;
    }

    /** Chosen by the values themselves, so that the order of the rows does not matter. */
    private List<String> sample() {
        int one = Math.max(1, values.size() / SAMPLE);
        return values.stream().filter(value -> Math.floorMod(Hashes.of(value), one) == 0).toList();
    }
}
