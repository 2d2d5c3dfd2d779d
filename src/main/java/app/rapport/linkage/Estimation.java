package app.rapport.linkage;

import java.util.Arrays;

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
    private static final double LEAST_EQUAL = 0.35;
    private static final double MOST_DIFFERENT = 0.35;
    private static final double MOST_BY_ROW = 0.5;
    private static final double FIRST_GUESS_BY_ROW = 0.1;
    private static final double LEAST_BY_ROW = 0.02;
    private static final double LEAST_PAIRS = 0.02;
    private static final double LEAST_CHANCE = 0.01;

    private final Rarity rarity;
    private final Companions companions;
    private final Sample blocks;
    private final Sample random;
    private final int oneOf;
    private final int rows;
    private final double[] pairs;
    private final double[][] belief;
    private double[][] same;
    private double[][] other;
    private final double[] matches = new double[2];
    private final double[] kin = new double[2];
    private boolean[] own = {};

    /**
     * @param oneOf the sample of the blocks holds one of so many pairs
     * @param pairs how many pairs there are at all, within a file and across files
     */
    Estimation(Population population, Sample blocks, int oneOf, Sample random, long[] pairs) {
        this.rarity = new Rarity(population.columns());
        this.blocks = blocks;
        this.random = random;
        this.oneOf = oneOf;
        this.rows = population.rows();
        this.pairs = Arrays.stream(pairs).asDoubleStream().toArray();
        this.belief =
                population.columns().stream().map(Estimation::belief).toArray(double[][]::new);
        this.same = belief;
        this.other = shares(counts(random, _ -> 1), 1);
        double all = this.pairs[0] + this.pairs[1];
        for (int i = 0; i < 2; i++)
            matches[i] = FIRST_GUESS_BY_ROW * population.rows() * this.pairs[i] / Math.max(1, all);
        this.companions = new Companions(population.columns(), random);
        double ones = MOST_BY_ROW * population.rows() * shown();
        companions.learn(other, ones, _ -> 0);
        companions.choose(other, ones);
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
        settle();
        companions.choose(other, (matches[0] + matches[1]) * shown());
        settle();
        own = ownColumns();
        if (own.length > 0) settleBesideKin();
        return current();
    }

    private boolean[] ownColumns() {
        Weights weights = current();
        OwnColumns columns =
                new OwnColumns(Arrays.stream(belief).mapToInt(share -> share.length - 2).toArray());
        for (int pair = 0; pair < blocks.size(); pair++) {
            double one = probability(weights, blocks, pair);
            if (one > LEAST_CHANCE) columns.add(blocks.levels(), blocks.at(pair), one);
        }
        return columns.found();
    }

    /** Half of what was taken for pairs of one, to begin with. */
    private void settleBesideKin() {
        for (int i = 0; i < 2; i++) {
            kin[i] = matches[i] / 2;
            matches[i] /= 2;
        }
        for (int c = 0; c < own.length; c++) if (own[c]) same[c] = belief[c];
        settle();
    }

    /** The random pairs' share of all. */
    private double shown() {
        return random.size() / Math.max(1, pairs[0] + pairs[1]);
    }

    private void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            double before = matches[0] + matches[1];
            round();
            double after = matches[0] + matches[1];
            if (round > 5 && Math.abs(after - before) < SETTLED * (after + 1)) break;
        }
    }

    private Weights current() {
        return new Weights(
                rarity,
                same,
                other,
                companions,
                logOdds(matches),
                own.length == 0 ? Kin.NONE : new Kin(own, logOdds(kin)));
    }

    private double[] logOdds(double[] of) {
        double[] prior = new double[2];
        for (int i = 0; i < 2; i++) {
            double share = Math.max(of[i], least(i)) / Math.max(1, pairs[i]);
            prior[i] = Math.log(Math.min(share, 0.9) / (1 - Math.min(share, 0.9)));
        }
        return prior;
    }

    /**
     * Where nothing is found: one row in fifty is met twice, and in a large population one at all.
     */
    private double least(int i) {
        double all = Math.max(1, pairs[0] + pairs[1]);
        return Math.max(LEAST_PAIRS, Math.min(1, LEAST_BY_ROW * rows) * pairs[i] / all);
    }

    private void round() {
        Weights weights = current();
        Arrays.fill(matches, 0);
        if (own.length > 0) countKin(weights);
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
        for (double[] column : same) bound(column);
        other = shares(counts(random, pair -> 1 - probability(weights, random, pair)), 1);
        companions.learn(other, 0, pair -> probability(weights, random, pair));
    }

    private void countKin(Weights weights) {
        Arrays.fill(kin, 0);
        for (int pair = 0; pair < blocks.size(); pair++) {
            boolean across = blocks.across(pair);
            kin[across ? 1 : 0] +=
                    oneOf
                            * weights.kinship(
                                    blocks.levels(), blocks.at(pair), blocks.row(pair), across);
        }
    }

    /**
     * Whoever is one agrees somewhat in every column: without this, EM may settle on another kind
     * of pair, such as neighbours, where it finds no duplicates.
     */
    private static void bound(double[] share) {
        int different = share.length - 2;
        double equal = Math.max(share[0], LEAST_EQUAL);
        double unlike = Math.min(share[different], MOST_DIFFERENT);
        double rest = 1 - share[0] - share[different];
        double scale = Math.max(1e-6, 1 - equal - unlike) / Math.max(1e-9, rest);
        for (int level = 0; level < share.length; level++) share[level] *= scale;
        share[0] = equal;
        share[different] = unlike;
        double sum = Arrays.stream(share).sum();
        for (int level = 0; level < share.length; level++) share[level] /= sum;
    }

    private static double probability(Weights weights, Sample sample, int pair) {
        return Weights.probability(
                weights.score(
                        sample.levels(), sample.at(pair), sample.row(pair), sample.across(pair)));
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
