package app.rapport.linkage;

import java.util.Arrays;

/**
 * One column of a population, its values kept once each.
 *
 * @param codes for each row the place of its value in {@code values}, {@link #NONE} where it has
 *     none
 * @param values each once, in order: of two codes the smaller one's value comes first
 * @param counts for each value the number of rows that have it
 */
record Column(String name, ColumnKind kind, int[] codes, String[] values, int[] counts) {
    static final int NONE = -1;

    int filled() {
        return Arrays.stream(counts).sum();
    }

    /** Values that distinguish nobody are no evidence. */
    boolean tells() {
        return values.length > 1;
    }

    /** The same values, the rows in another order. */
    Column ordered(int[] order) {
        int[] moved = new int[codes.length];
        for (int row = 0; row < moved.length; row++) moved[row] = codes[order[row]];
        return new Column(name, kind, moved, values, counts);
    }
}
