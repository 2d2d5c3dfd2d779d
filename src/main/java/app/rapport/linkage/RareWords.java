package app.rapport.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rarest words of each row, whichever column they stand in: what is left to meet by when rows
 * are cut into columns in different ways. Words are counted in a table of fixed size by their hash.
 */
final class RareWords {
    static final int SLOTS = 4;
    private static final int SHORTEST = 3;
    private static final int BITS = 22;

    private final List<Column> columns;
    private final List<int[][]> words = new ArrayList<>();
    private final int[] rows = new int[1 << BITS];

    RareWords(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) count(column);
    }

    private void count(Column column) {
        int[][] hashes = new int[column.values().length][];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hashes(column, column.values()[i]);
            for (int hash : hashes[i]) rows[slot(hash)] += column.counts()[i];
        }
        words.add(hashes);
    }

    private static int[] hashes(Column column, String value) {
        if (column.kind() == ColumnKind.DATE || column.kind() == ColumnKind.PHONE)
            return new int[0];
        String text = column.kind() == ColumnKind.MAIL ? value.split("@", 2)[0] : value;
        return Arrays.stream(text.split("[ ._-]+"))
                .filter(word -> word.length() >= SHORTEST)
                .mapToInt(Hashes::of)
                .distinct()
                .toArray();
    }

    private static int slot(int hash) {
        return hash >>> (32 - BITS);
    }

    /** Writes the hashes of the row's rarest words that another row has too; 0 for none. */
    void write(int row, int[] into, int at) {
        int[] best = new int[SLOTS];
        int[] seen = new int[SLOTS];
        Arrays.fill(seen, Integer.MAX_VALUE);
        for (int c = 0; c < columns.size(); c++) {
            int code = columns.get(c).codes()[row];
            if (code == Column.NONE) continue;
            for (int hash : words.get(c)[code]) {
                int count = rows[slot(hash)];
                if (count > 1) place(hash | 1, count, best, seen);
            }
        }
        System.arraycopy(best, 0, into, at, SLOTS);
    }

    private static void place(int hash, int count, int[] best, int[] seen) {
        int i = SLOTS - 1;
        if (count >= seen[i]) return;
        for (int known : best) if (known == hash) return;
        while (i > 0 && seen[i - 1] > count) {
            best[i] = best[i - 1];
            seen[i] = seen[i - 1];
            i--;
        }
        best[i] = hash;
        seen[i] = count;
    }
}
