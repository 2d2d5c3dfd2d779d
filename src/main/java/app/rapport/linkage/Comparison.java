package app.rapport.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Compares rows column by column. Not for several threads at once: it remembers what it compared
 * last, because the same values meet again and again within a block.
 */
final class Comparison {
    /** One of the rows has no value: neither for nor against. */
    static final byte MISSING = -1;

    private static final int REMEMBERED = 1 << 14;

    private final List<Column> columns;
    private final List<Exchange> exchanges;
    private final long[][] asked;
    private final byte[][] answered;

    Comparison(List<Column> columns) {
        this.columns = columns;
        this.exchanges = Exchange.among(columns);
        this.asked = new long[columns.size()][REMEMBERED];
        this.answered = new byte[columns.size()][REMEMBERED];
        for (long[] pairs : asked) Arrays.fill(pairs, -1);
    }

    /** Writes the level of each column to {@code levels}, from {@code at} on. */
    void compare(int a, int b, byte[] levels, int at) {
        for (int c = 0; c < asked.length; c++) {
            int[] codes = columns.get(c).codes();
            levels[at + c] = level(c, codes[a], codes[b]);
        }
        for (Exchange pair : exchanges) {
            if (exchanged(pair, a, b, levels, at)) {
                ColumnKind kind = columns.get(pair.first()).kind();
                levels[at + pair.first()] = (byte) Agreement.levels(kind).size();
                levels[at + pair.second()] = MISSING;
            }
        }
    }

    private byte level(int c, int a, int b) {
        if (a == Column.NONE || b == Column.NONE) return MISSING;
        if (a == b) return 0;
        // in one order always: Jaro's pairing of letters is not symmetric in every case
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        long pair = (long) first << 32 | second;
        int slot = (int) (Hashes.mix(pair) & REMEMBERED - 1);
        if (asked[c][slot] == pair) return answered[c][slot];
        Column column = columns.get(c);
        String[] values = column.values();
        byte level = (byte) Agreement.of(column.kind(), values[first], values[second]);
        asked[c][slot] = pair;
        answered[c][slot] = level;
        return level;
    }

    private boolean exchanged(Exchange pair, int a, int b, byte[] levels, int at) {
        Column first = columns.get(pair.first());
        Column second = columns.get(pair.second());
        if (!far(first, levels[at + pair.first()]) || !far(second, levels[at + pair.second()]))
            return false;
        return near(first, a, second, b) && near(first, b, second, a);
    }

    private static boolean far(Column column, byte level) {
        int least = Agreement.levels(column.kind()).size() - 2;
        return level >= least && level < least + 2;
    }

    private static boolean near(Column left, int a, Column right, int b) {
        String x = left.values()[left.codes()[a]];
        String y = right.values()[right.codes()[b]];
        return x.charAt(0) == y.charAt(0) && (x.equals(y) || Agreement.of(left.kind(), x, y) <= 1);
    }
}
