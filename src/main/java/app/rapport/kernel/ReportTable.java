package app.rapport.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report's answer.
 *
 * @param conclusion what the rows say, in one sentence
 * @param rows each as long as {@code columns}
 * @param empty what to say when there is no row
 */
public record ReportTable(
        String conclusion, List<Column> columns, List<List<Cell>> rows, String empty) {

    public ReportTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows)
            if (row.size() != columns.size())
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells below " + columns.size() + " columns");
    }

    /**
     * @param drawn numbers of this column are drawn as bars beside each other
     */
    public record Column(String title, boolean drawn) {
        public static Column plain(String title) {
            return new Column(title, false);
        }

        public static Column drawn(String title) {
            return new Column(title, true);
        }
    }

    public sealed interface Cell {}

    /**
     * @param link a page of ours
     */
    public record Words(String text, Optional<String> link) implements Cell {
        public static Words of(String text) {
            return new Words(text, Optional.empty());
        }

        public static Words linked(String text, String link) {
            return new Words(text, Optional.of(link));
        }
    }

    public record Count(long number) implements Cell {}

    /**
     * @param hours not negative
     */
    public record Hours(double hours) implements Cell {}

    public record Moment(Instant at) implements Cell {}

    /** There is nothing to say: never, or not known. */
    public record Nothing(String why) implements Cell {}
}
