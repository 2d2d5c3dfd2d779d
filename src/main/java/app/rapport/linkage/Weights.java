package app.rapport.linkage;

/**
 * The weights of Fellegi and Sunter (1969, Journal of the American Statistical Association
 * 64:1183-1210): for each column and level the logarithm of how much more often it is seen in pairs
 * of one than in pairs of two. Equal values weigh by their rarity instead of by how often any two
 * are equal, and less where the column's companion agrees too.
 */
final class Weights {
    /** Beyond this the logarithm of 1 + e^x is x. */
    private static final double LARGE = 30;

    private final Rarity rarity;
    private final Companions companions;
    private final int[] companion;
    private final double[][][] nats;
    private final double[] damped;
    private final double[] prior;
    private final Kin kin;

    /**
     * @param same for each column and level its share among pairs of one
     * @param other the same among pairs of two
     * @param prior log-odds that any two rows are one; within a file and across files
     * @param kin pairs that are two and alike in part
     */
    Weights(
            Rarity rarity,
            double[][] same,
            double[][] other,
            Companions companions,
            double[] prior,
            Kin kin) {
        this.kin = kin;
        this.rarity = rarity;
        this.companions = companions;
        this.prior = prior.clone();
        this.companion = new int[same.length];
        this.damped = new double[same.length];
        this.nats = new double[2][same.length][];
        for (int c = 0; c < same.length; c++) {
            companion[c] = companions.of(c);
            nats[0][c] = ratios(same[c], other[c]);
            if (companion[c] == Companions.NONE) continue;
            double[] beside = companions.shares(c);
            nats[1][c] = ratios(same[c], beside);
            damped[c] = Math.min(1, Math.log(beside[0]) / Math.log(other[c][0]));
        }
    }

    private static double[] ratios(double[] same, double[] other) {
        double[] ratios = new double[same.length];
        ratios[0] = Math.log(same[0]);
        for (int level = 1; level < same.length; level++)
            ratios[level] = Math.log(same[level] / other[level]);
        return ratios;
    }

    /** Log-odds that the pair is one. */
    double score(byte[] levels, int at, int row, boolean across) {
        return prior[across ? 1 : 0] + evidence(levels, at, row, across);
    }

    /** What the columns say together, in nats, whatever the chance of any two. */
    double evidence(byte[] levels, int at, int row, boolean across) {
        double sum = 0;
        for (int c = 0; c < companion.length; c++) sum += nats(c, levels, at, row);
        if (!kin.isThere()) return sum;
        double other = kin.score(this, levels, at, row, across);
        return sum - (other > LARGE ? other : Math.log1p(Math.exp(other)));
    }

    /** The chance that the pair is two and alike in part. */
    double kinship(byte[] levels, int at, int row, boolean across) {
        if (!kin.isThere()) return 0;
        double other = kin.score(this, levels, at, row, across);
        return (1 - probability(score(levels, at, row, across))) * probability(other);
    }

    /** A column's share in the log-odds. */
    double nats(int column, byte[] levels, int at, int row) {
        int level = levels[at + column];
        if (level == Comparison.MISSING) return 0;
        boolean beside =
                companion[column] != Companions.NONE
                        && companions.agrees(companion[column], levels, at);
        double nats = this.nats[beside ? 1 : 0][column][level];
        if (level != 0) return nats;
        return nats + rarity.of(column, row) * (beside ? damped[column] : 1);
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
