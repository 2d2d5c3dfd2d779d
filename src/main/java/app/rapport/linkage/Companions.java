package app.rapport.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Columns that agree together though the rows are two: a town and its postcode, a name and the mail
 * address made of it. Counting both in full would find pairs that are none, so each column may have
 * one companion, and its agreement weighs less where the companion agrees: a tree of dependence
 * (Chow and Liu 1968, IEEE Transactions on Information Theory 14:462-467) for pairs of two, learned
 * from random pairs.
 */
final class Companions {
    static final int NONE = -1;

    /** Pairs for which the general shares stand in before those of the companion are believed. */
    private static final double BELIEF = 15;

    /** Where more of the agreeing pairs may be one, they would be taken for dependence. */
    private static final double MOST_ONES = 0.2;

    private static final double LEAST_DIVERGENCE = 0.03;

    private final Sample random;
    private final int[] different;
    private final int[] of;
    private final double[] agreeing;
    private double[][][] shares = {};

    private record Edge(int from, int to, double information) {}

    Companions(List<Column> columns, Sample random) {
        this.random = random;
        this.different =
                columns.stream()
                        .mapToInt(column -> Agreement.levels(column.kind()).size() - 1)
                        .toArray();
        this.of = new int[different.length];
        this.agreeing = new double[different.length];
        Arrays.fill(of, NONE);
    }

    int of(int column) {
        return of[column];
    }

    boolean agrees(int column, byte[] levels, int at) {
        byte level = levels[at + column];
        return level != Comparison.MISSING && level != different[column];
    }

    /** Shares of the column's levels in pairs of two whose companion agrees. */
    double[] shares(int column) {
        return shares[of[column]][column];
    }

    interface Chance {
        /** That the random pair is one. */
        double of(int pair);
    }

    /**
     * @param ones equal pairs that are not counted, because they may be one and nothing is known
     *     yet
     */
    void learn(double[][] other, double ones, Chance chance) {
        Arrays.fill(agreeing, 0);
        shares = new double[of.length][of.length][];
        for (double[][] from : shares)
            for (int c = 0; c < of.length; c++) from[c] = believed(other[c]);
        for (int pair = 0; pair < random.size(); pair++) count(pair, 1 - chance.of(pair));
        for (double[][] from : shares) {
            for (int c = 0; c < of.length; c++) {
                from[c][0] = Math.max(BELIEF * other[c][0], from[c][0] - ones);
                toShares(from[c]);
            }
        }
    }

    private static double[] believed(double[] shares) {
        return Arrays.stream(shares).map(share -> share * BELIEF).toArray();
    }

    private void count(int pair, double two) {
        int at = random.at(pair);
        for (int from = 0; from < of.length; from++) {
            if (!agrees(from, random.levels(), at)) continue;
            agreeing[from] += two;
            for (int c = 0; c < of.length; c++) {
                int level = random.levels()[at + c];
                if (level != Comparison.MISSING) shares[from][c][level] += two;
            }
        }
    }

    private static void toShares(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        for (int level = 0; level < counts.length; level++) counts[level] /= sum;
    }

    /**
     * The strongest dependences that make no circle.
     *
     * @param ones how many of the random pairs may be one
     */
    void choose(double[][] other, double ones) {
        List<Edge> edges = new ArrayList<>();
        for (int from = 0; from < of.length; from++) {
            if (agreeing[from] * MOST_ONES < ones) continue;
            for (int to = 0; to < of.length; to++) {
                double moved = from == to ? 0 : divergence(shares[from][to], other[to]);
                if (moved > LEAST_DIVERGENCE) edges.add(new Edge(from, to, moved * agreeing[from]));
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::information).reversed());
        Arrays.fill(of, NONE);
        for (Edge edge : edges)
            if (of[edge.to()] == NONE && !leadsTo(edge.from(), edge.to()))
                of[edge.to()] = edge.from();
    }

    private boolean leadsTo(int column, int wanted) {
        for (int c = column; c != NONE; c = of[c]) if (c == wanted) return true;
        return false;
    }

    /** Kullback and Leibler's, in nats. */
    private static double divergence(double[] shares, double[] from) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) sum += shares[i] * Math.log(shares[i] / from[i]);
        return sum;
    }
}
