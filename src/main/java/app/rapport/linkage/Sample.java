package app.rapport.linkage;

import java.util.Arrays;
import java.util.List;

/** Compared pairs, kept small: a level for each column, a row, and whether of one file. */
final class Sample implements Blocks.Visitor {
    private final Population population;
    private final Comparison comparison;
    private final int columns;
    private final int oneOf;
    private byte[] levels;
    private int[] rows;
    private boolean[] across;
    private int size;

    /**
     * @param oneOf keeps one of so many pairs, chosen evenly
     */
    Sample(Population population, int oneOf) {
        this.population = population;
        this.comparison = new Comparison(population.columns());
        this.columns = population.columns().size();
        this.oneOf = oneOf;
        this.levels = new byte[64 * columns];
        this.rows = new int[64];
        this.across = new boolean[64];
    }

    @Override
    public void pair(int a, int b) {
        if (oneOf > 1 && Math.floorMod(Hashes.mix((long) a << 32 | b), oneOf) != 0) return;
        grow(size + 1);
        int at = size * columns;
        comparison.compare(a, b, levels, at);
        rows[size] = a;
        across[size++] = !population.sameFile(a, b);
    }

    private void grow(int least) {
        if (least <= rows.length) return;
        int room = Math.max(least, rows.length * 2);
        levels = Arrays.copyOf(levels, room * columns);
        rows = Arrays.copyOf(rows, room);
        across = Arrays.copyOf(across, room);
    }

    static Sample joined(List<Sample> parts) {
        Sample first = parts.getFirst();
        first.grow(parts.stream().mapToInt(Sample::size).sum());
        for (Sample part : parts.subList(1, parts.size())) {
            System.arraycopy(
                    part.levels,
                    0,
                    first.levels,
                    first.size * first.columns,
                    part.size * first.columns);
            System.arraycopy(part.rows, 0, first.rows, first.size, part.size);
            System.arraycopy(part.across, 0, first.across, first.size, part.size);
            first.size += part.size;
        }
        return first;
    }

    int size() {
        return size;
    }

    byte[] levels() {
        return levels;
    }

    int at(int pair) {
        return pair * columns;
    }

    /** One of the pair's rows; where they are equal, their values are its values. */
    int row(int pair) {
        return rows[pair];
    }

    boolean across(int pair) {
        return across[pair];
    }
}
