package app.rapport.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Finds the rows of a population that speak of the same thing. Nothing is told about the data: what
 * a column holds is seen from its values, what agreement in it is worth is learned from all rows
 * together.
 *
 * <p>Cost: some {@value Blocks#BUDGET_OF_A_ROW} comparisons a row, and memory of about 100 bytes a
 * row besides the values themselves.
 */
public final class Linkage {
    private static final int SAMPLE = 1_500_000;
    private static final int RANDOM_PAIRS = 400_000;
    private static final double LEAST = 0.01;

    private final Population population;
    private final Blocks blocks;
    private final Weights weights;

    private Linkage(Population population) {
        this.population = population;
        this.blocks = Blocks.of(population);
        int oneOf = (int) Math.max(1, blocks.pairs() / SAMPLE);
        Sample sample = Sample.joined(blocks.visit(() -> new Sample(population, oneOf)).toList());
        Estimation estimation = new Estimation(population, sample, oneOf, random(), pairs());
        this.weights = estimation.weights();
    }

    /** Learns the weights. */
    public static Linkage of(Population population) {
        return new Linkage(population);
    }

    private Sample random() {
        Sample sample = new Sample(population, 1);
        int rows = population.rows();
        if ((long) rows * (rows - 1) / 2 <= RANDOM_PAIRS) {
            for (int a = 0; a < rows; a++) for (int b = a + 1; b < rows; b++) sample.pair(a, b);
            return sample;
        }
        SplittableRandom random = new SplittableRandom(1988);
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            int a = random.nextInt(rows);
            int b = random.nextInt(rows);
            if (a != b) sample.pair(Math.min(a, b), Math.max(a, b));
        }
        return sample;
    }

    private long[] pairs() {
        long[] rows = new long[population.files()];
        for (int row = 0; row < population.rows(); row++) rows[population.file(row)]++;
        long within = 0;
        for (long n : rows) within += n * (n - 1) / 2;
        long all = (long) population.rows() * (population.rows() - 1) / 2;
        return new long[] {within, all - within};
    }

    /** The pairs that may be one, each once, those with the highest probability not first. */
    public List<Link> links() {
        if (population.columns().isEmpty()) return List.of();
        Map<Long, Double> chances = new HashMap<>();
        blocks.visit(() -> new Scores(population, weights)).forEach(part -> add(part, chances));
        Scores scores = new Scores(population, weights);
        List<Link> links = new ArrayList<>();
        new TreeMap<>(Chains.closed(chances, scores::evidence))
                .forEach((pair, chance) -> links.add(link(pair, chance)));
        return links;
    }

    private static void add(Scores part, Map<Long, Double> chances) {
        for (int i = 0; i < part.size(); i++) {
            double probability = Weights.probability(part.score(i));
            if (probability >= LEAST) chances.put(Chains.pair(part.a(i), part.b(i)), probability);
        }
    }

    private Link link(long pair, double chance) {
        int a = population.given((int) (pair >> 32));
        int b = population.given((int) pair);
        return new Link(Math.min(a, b), Math.max(a, b), chance);
    }

    /** What each column says about two rows, numbered as they were given. */
    public List<Reason> reasons(int a, int b) {
        return new Reasons(population, weights).of(population.inner(a), population.inner(b));
    }
}
