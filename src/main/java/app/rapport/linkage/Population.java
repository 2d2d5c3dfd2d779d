package app.rapport.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of one or several files among which duplicates are looked for. Inside, rows stand in an
 * order that their values give, so that what is found does not depend on the order they came in.
 */
public final class Population {
    private final List<Column> columns;
    private final int[] file;
    private final int[] given;

    private Population(List<Column> columns, int[] file, int[] given) {
        this.columns = columns;
        this.file = file;
        this.given = given;
    }

    /** Collects rows; each has as many cells as there are columns, an empty one says nothing. */
    public static Builder of(List<String> columns) {
        return new Builder(columns);
    }

    public static final class Builder {
        private final List<String> names;
        private final List<Interned> cells;
        private int[] files = new int[1024];
        private int file;
        private int rows;

        private Builder(List<String> names) {
            this.names = List.copyOf(names);
            this.cells = names.stream().map(_ -> new Interned()).toList();
        }

        /** The rows that follow are another file's. */
        public Builder nextFile() {
            file++;
            return this;
        }

        public Builder row(List<String> values) {
            if (rows == files.length) files = Arrays.copyOf(files, rows * 2);
            files[rows++] = file;
            for (int i = 0; i < cells.size(); i++) cells.get(i).add(values.get(i));
            return this;
        }

        public Population build() {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                Column column = cells.get(i).column(names.get(i));
                if (column.tells()) columns.add(column);
            }
            int[] order = order(columns);
            return new Population(
                    columns.stream().map(column -> column.ordered(order)).toList(),
                    IntStream.of(order).map(row -> files[row]).toArray(),
                    order);
        }

        private int[] order(List<Column> columns) {
            long[] keys = new long[rows];
            for (int row = 0; row < rows; row++) keys[row] = files[row];
            for (Column column : columns) {
                int[] codes = column.codes();
                for (int row = 0; row < rows; row++) {
                    int hash =
                            codes[row] == Column.NONE ? 0 : column.values()[codes[row]].hashCode();
                    keys[row] = Hashes.mix(keys[row] * 31 + hash);
                }
            }
            return IntStream.range(0, rows)
                    .boxed()
                    .sorted((a, b) -> Long.compare(keys[a], keys[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    int rows() {
        return given.length;
    }

    List<Column> columns() {
        return columns;
    }

    int files() {
        return Arrays.stream(file).max().orElse(0) + 1;
    }

    boolean sameFile(int a, int b) {
        return file[a] == file[b];
    }

    int file(int row) {
        return file[row];
    }

    /** The row's own number for one in the order it was given. */
    int inner(int row) {
        for (int i = 0; i < given.length; i++) if (given[i] == row) return i;
        throw new IllegalArgumentException("there is no row " + row);
    }

    /** The number of the row in the order it was given, from 0. */
    int given(int row) {
        return given[row];
    }
}
