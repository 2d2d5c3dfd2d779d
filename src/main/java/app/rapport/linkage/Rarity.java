package app.rapport.linkage;

import java.util.List;

/**
 * What two equal values say by being rare: two Zaharias are more likely one person than two Smiths
 * (Winkler 2000, "Frequency-based matching in Fellegi-Sunter model of record linkage", Statistical
 * Research Report RR2000/06, US Bureau of the Census). In nats, the logarithm of 1 by the share of
 * other rows that have the value.
 *
 * <p>A few rows do not show how rare a value is: beside them stand {@value #UNSEEN} of whom each
 * has another.
 */
final class Rarity {
    private static final int UNSEEN = 20;

    private final List<Column> columns;
    private final float[][] nats;

    Rarity(List<Column> columns) {
        this.columns = columns;
        this.nats = new float[columns.size()][];
        for (int c = 0; c < nats.length; c++) {
            Column column = columns.get(c);
            double filled = column.filled() + UNSEEN;
            nats[c] = new float[column.values().length];
            for (int i = 0; i < nats[c].length; i++)
                nats[c][i] = (float) Math.log(filled / Math.max(1, column.counts()[i] - 1));
        }
    }

    double of(int column, int row) {
        return nats[column][columns.get(column).codes()[row]];
    }
}
