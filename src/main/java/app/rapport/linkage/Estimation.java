package app.rapport.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * Weights learned from the data alone by expectation and maximization (Dempster, Laird and Rubin
 * 1977, Journal of the Royal Statistical Society B 39:1-38; for record linkage Winkler 1988,
 * Proceedings of the Section on Survey Research Methods, 667-671, and Jaro 1989). Pairs of two are
 * learned from random pairs, pairs of one from the blocks; because blocks are cut by what the
 * comparison sees, the chance that a pair is one given its levels is the same inside and outside
 * them, and one prior over all pairs holds for both. A weak belief about misspelling keeps the
 * estimate in place where there are few duplicates or none.
 */
final class Estimation {
    private static final int ROUNDS = 40;
    private static final double SETTLED = 1e-4;
    private static final double BELIEF = 12;
    private static final double FIRST_GUESS_BY_ROW = 0.1;

    private final Sample blocks;
    private final Sample random;
    private final int oneOf;
    private final double[] pairs;
    private final double[][] belief;
    private double[][] same;
    private double[][] other;
    private final double[] matches = new double[2];

    /**
     * @param oneOf the sample of the blocks holds one of so many pairs
     * @param pairs how many pairs there are at all, within a file and across files
     */
    Estimation(
            List<Column> columns, Sample blocks, int oneOf, Sample random, long[] pairs, int rows) {
        this.blocks = blocks;
        this.random = random;
        this.oneOf = oneOf;
        this.pairs = Arrays.stream(pairs).asDoubleStream().toArray();
        this.belief = columns.stream().map(Estimation::belief).toArray(double[][]::new);
        this.same = belief;
        this.other = shares(counts(random, _ -> 1), 1);
        double all = this.pairs[0] + this.pairs[1];
        for (int i = 0; i < 2; i++)
            matches[i] = FIRST_GUESS_BY_ROW * rows * this.pairs[i] / Math.max(1, all);
    }

    /** How the values of one thing differ before anything was seen. */
    private static double[] belief(Column column) {
        int levels = Agreement.levels(column.kind()).size();
        double[] share = new double[levels + 1];
        Arrays.fill(share, 0.2 / (levels - 2));
        share[0] = 0.7;
        share[levels - 1] = 0.09;
        share[levels] = 0.01;
        return share;
    }

    Weights weights() {
        for (int round = 0; round < ROUNDS; round++) {
            double before = matches[0] + matches[1];
            round();
            double after = matches[0] + matches[1];
            if (round > 5 && Math.abs(after - before) < SETTLED * (after + 1)) break;
        }
        return current();
    }

    /** Pairs that are one, as estimated: within a file and across files. */
    double[] matches() {
        return matches.clone();
    }

    private Weights current() {
        double[] prior = new double[2];
        for (int i = 0; i < 2; i++) {
            double share = Math.max(matches[i], 0.02) / Math.max(1, pairs[i]);
            prior[i] = Math.log(Math.min(share, 0.9) / (1 - Math.min(share, 0.9)));
        }
        return new Weights(same, other, prior);
    }

    private void round() {
        Weights weights = current();
        Arrays.fill(matches, 0);
        double[][] ones =
                counts(
                        blocks,
                        pair -> {
                            double one = probability(weights, blocks, pair) * oneOf;
                            matches[blocks.across(pair) ? 1 : 0] += one;
                            return one;
                        });
        for (int c = 0; c < ones.length; c++)
            for (int level = 0; level < ones[c].length; level++)
                ones[c][level] += BELIEF * belief[c][level];
        same = shares(ones, 0);
        other = shares(counts(random, pair -> 1 - probability(weights, random, pair)), 1);
    }

    private static double probability(Weights weights, Sample sample, int pair) {
        return Weights.probability(
                weights.score(
                        sample.levels(), sample.at(pair), sample.rare(pair), sample.across(pair)));
    }

    private interface Weighing {
        double of(int pair);
    }

    private double[][] counts(Sample sample, Weighing weighing) {
        double[][] counts = new double[belief.length][];
        for (int c = 0; c < counts.length; c++) counts[c] = new double[belief[c].length];
        for (int pair = 0; pair < sample.size(); pair++) {
            double weight = weighing.of(pair);
            if (weight < 1e-9) continue;
            int at = sample.at(pair);
            for (int c = 0; c < counts.length; c++) {
                int level = sample.levels()[at + c];
                if (level != Comparison.MISSING) counts[c][level] += weight;
            }
        }
        return counts;
    }

    private static double[][] shares(double[][] counts, double spread) {
        double[][] shares = new double[counts.length][];
        for (int c = 0; c < counts.length; c++) {
            double sum = Arrays.stream(counts[c]).sum() + spread;
            double each = spread / counts[c].length;
            shares[c] = Arrays.stream(counts[c]).map(n -> (n + each) / sum).toArray();
        }
        return shares;
    }
}
