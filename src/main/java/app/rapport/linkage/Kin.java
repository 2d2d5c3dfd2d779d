package app.rapport.linkage;

/**
 * A third kind of pair beside one and two: people of one household or one firm, who agree in all
 * that they share and are as different as any two in what is their own. Taken for pairs of one they
 * would teach the weights that a first name says little. A mixture of three in the manner of Larsen
 * and Rubin (2001, "Iterative automated record linkage using mixture models", Journal of the
 * American Statistical Association 96:32-41).
 *
 * @param own for each column whether it is everybody's own; none where there is no such kind
 * @param prior log-odds that any two rows are such a pair; within a file and across files
 */
record Kin(boolean[] own, double[] prior) {
    static final Kin NONE = new Kin(new boolean[0], new double[0]);

    boolean isThere() {
        return own.length > 0;
    }

    /** What is shared speaks for such a pair as it does for one; the rest is chance. */
    double score(Weights weights, byte[] levels, int at, int row, boolean across) {
        double score = prior[across ? 1 : 0];
        for (int c = 0; c < own.length; c++) if (!own[c]) score += weights.nats(c, levels, at, row);
        return score;
    }
}
