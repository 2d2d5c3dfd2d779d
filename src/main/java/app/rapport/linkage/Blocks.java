package app.rapport.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pairs worth a comparison: rows that share a key in some pass. Keys of all passes stand side
 * by side for each row, so that a pair met before is known without remembering pairs: it is one
 * that shares a key of an earlier pass.
 */
final class Blocks {
    /** Up to so many pairs every row is compared with every other. */
    private static final long FEW = 4_000_000;

    private static final long LEAST_BUDGET = 6_000_000;
    static final int BUDGET_OF_A_ROW = 30;
    private static final int PARTS = 16;

    /** Takes pairs, the row with the smaller number first. */
    interface Visitor {
        void pair(int a, int b);
    }

    private final int rows;
    private final int slots;
    private final int[] keys;
    private final int[] passEnds;
    private long pairs;

    private Blocks(int rows, int[] passEnds) {
        this.rows = rows;
        this.passEnds = passEnds;
        this.slots = passEnds[passEnds.length - 1];
        this.keys = new int[rows * slots];
    }

    static Blocks of(Population population) {
        long rows = population.rows();
        if (rows * (rows - 1) / 2 <= FEW) return everything(population.rows());
        long budget = Math.max(LEAST_BUDGET, BUDGET_OF_A_ROW * rows);
        List<List<Key>> plan = BlockingPlan.of(population, (double) budget);
        int[] ends = IntStream.rangeClosed(1, plan.size() + 1).toArray();
        ends[plan.size()] += RareWords.SLOTS - 1;
        Blocks blocks = new Blocks(population.rows(), ends);
        for (int pass = 0; pass < plan.size(); pass++)
            for (Key key : plan.get(pass)) blocks.join(key, population, pass);
        RareWords words = new RareWords(population.columns());
        for (int row = 0; row < rows; row++)
            words.write(row, blocks.keys, row * blocks.slots + plan.size());
        int most = (int) Math.max(40, Math.sqrt((double) budget) / 20);
        for (int pass = 0; pass < ends.length; pass++) blocks.dropCrowds(pass, most);
        return blocks;
    }

    private static Blocks everything(int rows) {
        Blocks blocks = new Blocks(rows, new int[] {1});
        Arrays.fill(blocks.keys, 1);
        blocks.dropCrowds(0, rows);
        return blocks;
    }

    private void join(Key key, Population population, int slot) {
        Column column = population.columns().get(key.column());
        int[] hashes = key.hashes(column);
        for (int row = 0; row < rows; row++) {
            int at = row * slots + slot;
            int code = column.codes()[row];
            int part = code == Column.NONE ? 0 : hashes[code];
            keys[at] = part == 0 || keys[at] == -1 ? -1 : Hashes.mix(keys[at] * 31 + part) | 1;
        }
    }

    /** A block of very many rows says little about each; other passes cut it finer. */
    private void dropCrowds(int pass, int most) {
        long[] entries = entries(pass);
        for (int from = 0, to = 0; from < entries.length; from = to) {
            while (to < entries.length && entries[to] >> 32 == entries[from] >> 32) to++;
            if (to - from > most) drop(entries, from, to, pass);
            else pairs += (long) (to - from) * (to - from - 1) / 2;
        }
    }

    private void drop(long[] entries, int from, int to, int pass) {
        int key = (int) (entries[from] >> 32);
        for (int i = from; i < to; i++) {
            int base = (int) entries[i] * slots;
            for (int slot = start(pass); slot < passEnds[pass]; slot++)
                if (keys[base + slot] == key) keys[base + slot] = 0;
        }
    }

    private int start(int pass) {
        return pass == 0 ? 0 : passEnds[pass - 1];
    }

    /** Key and row of each row that has one, in the order of keys. */
    private long[] entries(int pass) {
        long[] entries = new long[rows * (passEnds[pass] - start(pass))];
        int n = 0;
        for (int row = 0; row < rows; row++) {
            for (int slot = start(pass); slot < passEnds[pass]; slot++) {
                int key = keys[row * slots + slot];
                if (key != 0 && key != -1) entries[n++] = (long) key << 32 | row;
            }
        }
        long[] used = Arrays.copyOf(entries, n);
        Arrays.parallelSort(used);
        return used;
    }

    /** No fewer than the pairs there are: one that several passes find is counted by each. */
    long pairs() {
        return pairs;
    }

    /** Shows each pair once to one of the visitors; they come back in the order of their pairs. */
    <V extends Visitor> Stream<V> visit(Supplier<V> visitors) {
        return IntStream.range(0, passEnds.length)
                .boxed()
                .flatMap(pass -> visit(pass, visitors).stream());
    }

    private <V extends Visitor> List<V> visit(int pass, Supplier<V> visitors) {
        long[] entries = entries(pass);
        return IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> visit(pass, entries, part, visitors.get()))
                .toList();
    }

    private <V extends Visitor> V visit(int pass, long[] entries, int part, V visitor) {
        int to = (int) ((long) entries.length * (part + 1) / PARTS);
        for (int i = (int) ((long) entries.length * part / PARTS); i < to; i++) {
            int a = (int) entries[i];
            for (int j = i + 1; j < entries.length; j++) {
                if (entries[j] >> 32 != entries[i] >> 32) break;
                int b = (int) entries[j];
                if (b != a && firstMeeting(a, b, pass, (int) (entries[i] >> 32)))
                    visitor.pair(a, b);
            }
        }
        return visitor;
    }

    private boolean firstMeeting(int a, int b, int pass, int key) {
        for (int earlier = 0; earlier < pass; earlier++)
            for (int slot = start(earlier); slot < passEnds[earlier]; slot++)
                if (shared(a, b, slot, earlier)) return false;
        for (int slot = start(pass); slot < passEnds[pass]; slot++) {
            if (keys[a * slots + slot] < key && shared(a, b, slot, pass)) return false;
        }
        return true;
    }

    private boolean shared(int a, int b, int slot, int pass) {
        int key = keys[a * slots + slot];
        if (key == 0 || key == -1) return false;
        for (int other = start(pass); other < passEnds[pass]; other++)
            if (keys[b * slots + other] == key) return true;
        return false;
    }
}
