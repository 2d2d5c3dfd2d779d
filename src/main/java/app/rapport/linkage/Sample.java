package app.rapport.linkage;

import java.util.Arrays;
import java.util.List;

/** Compared pairs, kept small: a level for each column, rarity, and whether of one file. */
final class Sample implements Blocks.Visitor {
    private final Population population;
    private final Comparison comparison;
    private final Rarity rarity;
    private final int columns;
    private final int oneOf;
    private byte[] levels;
    private float[] rare;
    private boolean[] across;
    private int size;

    /**
     * @param oneOf keeps one of so many pairs, chosen evenly
     */
    Sample(Population population, Rarity rarity, int oneOf) {
        this.population = population;
        this.comparison = new Comparison(population.columns());
        this.rarity = rarity;
        this.columns = population.columns().size();
        this.oneOf = oneOf;
        this.levels = new byte[64 * columns];
        this.rare = new float[64];
        this.across = new boolean[64];
    }

    @Override
    public void pair(int a, int b) {
        if (oneOf > 1 && Math.floorMod(Hashes.mix((long) a << 32 | b), oneOf) != 0) return;
        grow(size + 1);
        int at = size * columns;
        comparison.compare(a, b, levels, at);
        rare[size] = (float) rarity.sum(a, levels, at);
        across[size++] = !population.sameFile(a, b);
    }

    private void grow(int least) {
        if (least <= rare.length) return;
        int room = Math.max(least, rare.length * 2);
        levels = Arrays.copyOf(levels, room * columns);
        rare = Arrays.copyOf(rare, room);
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
            System.arraycopy(part.rare, 0, first.rare, first.size, part.size);
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

    double rare(int pair) {
        return rare[pair];
    }

    boolean across(int pair) {
        return across[pair];
    }
}
