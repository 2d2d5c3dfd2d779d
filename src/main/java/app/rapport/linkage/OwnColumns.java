package app.rapport.linkage;

import java.util.Arrays;

/**
 * Which columns are everybody's own: those that are often different in what is taken for pairs of
 * one, and then together. What is merely often misspelt, or changes, is different by itself.
 */
final class OwnColumns {
    private static final double OFTEN = 0.2;
    private static final double TOGETHER = 0.3;

    private final int[] different;
    private final double[][] weight;
    private final double[][] first;
    private final double[][] both;

    /**
     * @param different the last level of each column
     */
    OwnColumns(int[] different) {
        int n = different.length;
        this.different = different.clone();
        this.weight = new double[n][n];
        this.first = new double[n][n];
        this.both = new double[n][n];
    }

    void add(byte[] levels, int at, double chance) {
        for (int c = 0; c < different.length; c++) {
            if (levels[at + c] == Comparison.MISSING) continue;
            boolean here = levels[at + c] == different[c];
            for (int d = 0; d < different.length; d++) {
                if (levels[at + d] == Comparison.MISSING) continue;
                weight[c][d] += chance;
                if (here) first[c][d] += chance;
                if (here && levels[at + d] == different[d]) both[c][d] += chance;
            }
        }
    }

    /** Empty where there are fewer than two, or nothing is left that could be shared. */
    boolean[] found() {
        boolean[] own = new boolean[different.length];
        int count = 0;
        for (int c = 0; c < own.length; c++) {
            for (int d = 0; d < own.length; d++) own[c] |= c != d && together(c, d);
            if (own[c]) count++;
        }
        return count < 2 || count == own.length ? new boolean[0] : Arrays.copyOf(own, own.length);
    }

    /** By Pearson's coefficient of two yes-or-no's. */
    private boolean together(int c, int d) {
        double all = weight[c][d];
        if (all < 1) return false;
        double p = first[c][d] / all;
        double q = first[d][c] / all;
        if (p < OFTEN || q < OFTEN || p > 1 - 1e-9 || q > 1 - 1e-9) return false;
        double phi = (both[c][d] / all - p * q) / Math.sqrt(p * (1 - p) * q * (1 - q));
        return phi >= TOGETHER;
    }
}
