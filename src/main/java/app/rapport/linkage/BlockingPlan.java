package app.rapport.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which keys to sort by, so that nearly every pair of one person meets in some pass and few others
 * do. Each pass joins the fewest keys that keep it within its cost; passes are chosen one by one by
 * how many imagined duplicates, misspelt at random, they add for their cost (greedy set cover, as
 * Bilenko, Kamath and Mooney 2006, ICDM, and Michelson and Knoblock 2006, AAAI, but with no labels:
 * the misspelling is assumed, the costs and the missing values are the data's own).
 */
final class BlockingPlan {
    private static final int SAMPLE = 40_000;
    private static final int IMAGINED = 4_000;
    private static final int MOST_PASSES = 20;
    private static final int MOST_KEYS = 3;
    private static final int MANY_KEYS = 60;
    private static final double MISSPELT = 0.25;
    private static final double SHARE_OF_ONE_PASS = 0.12;

    private final Population population;
    private final double budget;
    private final List<Key> keys = new ArrayList<>();
    private final List<int[]> hashes = new ArrayList<>();
    private final List<boolean[]> survives = new ArrayList<>();
    private final int sample;

    private record Pass(List<Integer> keys, double cost, boolean[] covers) {}

    private BlockingPlan(Population population, double budget) {
        this.population = population;
        this.budget = budget;
        this.sample = Math.min(population.rows(), SAMPLE);
        imagine();
    }

    /**
     * @param budget pairs that all passes together may compare
     */
    static List<List<Key>> of(Population population, double budget) {
        BlockingPlan plan = new BlockingPlan(population, budget);
        return plan.cover(plan.affordable());
    }

    private void imagine() {
        SplittableRandom random = new SplittableRandom(1969);
        for (int c = 0; c < population.columns().size(); c++) {
            Column column = population.columns().get(c);
            double filled = (double) column.filled() / population.rows();
            boolean[] whole = new boolean[IMAGINED];
            boolean[] there = new boolean[IMAGINED];
            for (int i = 0; i < IMAGINED; i++) {
                there[i] =
                        column.codes()[i % population.rows()] != Column.NONE
                                && random.nextDouble() < Math.sqrt(filled);
                whole[i] = random.nextDouble() >= MISSPELT;
            }
            for (Key key : Key.of(c, column.kind())) {
                boolean[] kept = new boolean[IMAGINED];
                for (int i = 0; i < IMAGINED; i++)
                    kept[i] = there[i] && (whole[i] || random.nextDouble() < key.resilience());
                keys.add(key);
                survives.add(kept);
                hashes.add(ofSample(key.hashes(column), column.codes()));
            }
        }
    }

    private int[] ofSample(int[] hashes, int[] codes) {
        int[] rows = new int[sample];
        for (int row = 0; row < sample; row++)
            rows[row] = codes[row] == Column.NONE ? 0 : hashes[codes[row]];
        return rows;
    }

    /** Smallest sets of keys that each cost no more than one pass may. */
    private List<Pass> affordable() {
        List<Pass> affordable = new ArrayList<>();
        List<Pass> dear = new ArrayList<>();
        for (int key = 0; key < keys.size(); key++) sort(pass(List.of(key)), affordable, dear);
        for (int size = 2; size <= MOST_KEYS && !dear.isEmpty(); size++) {
            List<Pass> longer = new ArrayList<>();
            for (Pass shorter : extended(dear)) {
                for (int key = shorter.keys().getLast() + 1; key < keys.size(); key++) {
                    List<Integer> joined = joined(shorter.keys(), key);
                    if (!joined.isEmpty() && minimal(joined, affordable))
                        sort(pass(joined), affordable, longer);
                }
            }
            if (affordable.size() > 60) break;
            dear = longer;
        }
        return affordable;
    }

    /** A table of very many columns has more joints than can be tried: its cheapest are. */
    private List<Pass> extended(List<Pass> dear) {
        if (keys.size() <= MANY_KEYS) return dear;
        return dear.stream()
                .sorted(Comparator.comparingDouble(Pass::cost))
                .limit(MANY_KEYS)
                .toList();
    }

    private void sort(Pass pass, List<Pass> affordable, List<Pass> dear) {
        (pass.cost() <= budget * SHARE_OF_ONE_PASS ? affordable : dear).add(pass);
    }

    private List<Integer> joined(List<Integer> some, int key) {
        for (int other : some)
            if (keys.get(other).column() == keys.get(key).column()) return List.of();
        List<Integer> all = new ArrayList<>(some);
        all.add(key);
        return all;
    }

    private static boolean minimal(List<Integer> joined, List<Pass> affordable) {
        return affordable.stream().noneMatch(pass -> joined.containsAll(pass.keys()));
    }

    private Pass pass(List<Integer> chosen) {
        boolean[] covers = new boolean[IMAGINED];
        for (int i = 0; i < IMAGINED; i++) {
            covers[i] = true;
            for (int key : chosen) covers[i] &= survives.get(key)[i];
        }
        return new Pass(chosen, cost(chosen), covers);
    }

    private double cost(List<Integer> chosen) {
        int[] joint = new int[sample];
        int n = 0;
        for (int row = 0; row < sample; row++) {
            int hash = 1;
            for (int key : chosen) {
                int part = hashes.get(key)[row];
                hash = part == 0 || hash == 0 ? 0 : Hashes.mix(hash * 31 + part) | 1;
            }
            if (hash != 0) joint[n++] = hash;
        }
        Arrays.sort(joint, 0, n);
        long pairs = 0;
        for (int from = 0, to = 0; from < n; from = to) {
            while (to < n && joint[to] == joint[from]) to++;
            pairs += (long) (to - from) * (to - from - 1) / 2;
        }
        double scale = (double) population.rows() / sample;
        return pairs * scale * scale;
    }

    private List<List<Key>> cover(List<Pass> affordable) {
        List<List<Key>> plan = new ArrayList<>();
        int[] covered = new int[IMAGINED];
        double left = budget;
        List<Pass> open = new ArrayList<>(affordable);
        while (plan.size() < MOST_PASSES && !open.isEmpty()) {
            Pass best = open.stream().max(Comparator.comparingDouble(p -> gain(p, covered))).get();
            open.remove(best);
            if (best.cost() > left || gain(best, covered) <= 0) continue;
            left -= best.cost();
            for (int i = 0; i < IMAGINED; i++) if (best.covers()[i]) covered[i]++;
            plan.add(best.keys().stream().map(keys::get).toList());
        }
        return plan;
    }

    /** What is met once already is worth little more when it is met again. */
    private double gain(Pass pass, int[] covered) {
        double fresh = 0;
        for (int i = 0; i < IMAGINED; i++) if (pass.covers()[i]) fresh += Math.pow(0.1, covered[i]);
        return fresh / (pass.cost() + 0.02 * budget);
    }
}
