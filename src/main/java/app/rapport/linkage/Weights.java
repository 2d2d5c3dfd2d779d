package app.rapport.linkage;

/**
 * The weights of Fellegi and Sunter (1969, Journal of the American Statistical Association
 * 64:1183-1210): for each column and level the logarithm of how much more often it is seen in pairs
 * of one than in pairs of two. Equal values weigh by their rarity instead of by how often any two
 * are equal.
 */
final class Weights {
    private final double[][] nats;
    private final double[] prior;

    /**
     * @param same for each column and level its share among pairs of one
     * @param other the same among pairs of two
     * @param prior log-odds that any two rows are one; within a file and across files
     */
    Weights(double[][] same, double[][] other, double[] prior) {
        this.prior = prior.clone();
        this.nats = new double[same.length][];
        for (int c = 0; c < same.length; c++) {
            nats[c] = new double[same[c].length];
            nats[c][0] = Math.log(same[c][0]);
            for (int level = 1; level < same[c].length; level++)
                nats[c][level] = Math.log(same[c][level] / other[c][level]);
        }
    }

    /** Log-odds that the pair is one. */
    double score(byte[] levels, int at, double rare, boolean across) {
        double score = prior[across ? 1 : 0] + rare;
        for (int c = 0; c < nats.length; c++) score += nats(c, levels[at + c]);
        return score;
    }

    /** A column's share in the log-odds, rarity apart. */
    double nats(int column, int level) {
        return level == Comparison.MISSING ? 0 : nats[column][level];
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
