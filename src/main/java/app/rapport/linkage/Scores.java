package app.rapport.linkage;

import java.util.Arrays;

/** Scores pairs and keeps those that may be one. */
final class Scores implements Blocks.Visitor {
    /** Log-odds below which a pair is forgotten. */
    private static final double LEAST = -7;

    private final Population population;
    private final Comparison comparison;
    private final Weights weights;
    private final byte[] levels;
    private long[] pairs = new long[16];
    private float[] scores = new float[16];
    private int size;

    Scores(Population population, Weights weights) {
        this.population = population;
        this.comparison = new Comparison(population.columns());
        this.weights = weights;
        this.levels = new byte[population.columns().size()];
    }

    @Override
    public void pair(int a, int b) {
        double score = score(a, b);
        if (score < LEAST) return;
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            scores = Arrays.copyOf(scores, size * 2);
        }
        pairs[size] = (long) a << 32 | b;
        scores[size++] = (float) score;
    }

    /** Log-odds that the two rows are one. */
    double score(int a, int b) {
        comparison.compare(a, b, levels, 0);
        return weights.score(levels, 0, a, !population.sameFile(a, b));
    }

    /** What the two rows say themselves, whatever the chance of any two. */
    double evidence(int a, int b) {
        comparison.compare(a, b, levels, 0);
        return weights.evidence(levels, 0, a, !population.sameFile(a, b));
    }

    int size() {
        return size;
    }

    int a(int i) {
        return (int) (pairs[i] >> 32);
    }

    int b(int i) {
        return (int) pairs[i];
    }

    double score(int i) {
        return scores[i];
    }
}
