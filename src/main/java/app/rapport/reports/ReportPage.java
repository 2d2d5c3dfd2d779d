package app.rapport.reports;

import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Hours;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One report.
 *
 * @param most the largest number of each column, by which bars are drawn; 0 where there is none
 */
public record ReportPage(
        List<Tab> tabs,
        String key,
        String title,
        String question,
        ReportTable table,
        List<Double> most)
        implements Page {

    static ReportPage of(List<ReportSource> all, ReportSource shown, ReportTable table) {
        List<Tab> tabs =
                all.stream()
                        .map(report ->
                                new Tab(
                                        report.title(),
                                        "/reports/" + report.key(),
                                        -1,
                                        report.key().equals(shown.key())))
                        .toList();
        return new ReportPage(
                tabs, shown.key(), shown.title(), shown.question(), table, most(table));
    }

    private static List<Double> most(ReportTable table) {
        List<Double> most = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int at = column;
            most.add(table.rows().stream().mapToDouble(row -> number(row.get(at))).max().orElse(0));
        }
        return most;
    }

    private static double number(Cell cell) {
        return switch (cell) {
            case Count count -> count.number();
            case Hours hours -> hours.hours();
            default -> 0;
        };
    }

    /** How much of its column's largest a cell is, in percent. */
    public int share(int column, Cell cell) {
        double largest = most.get(column);
        return largest <= 0 ? 0 : (int) Math.round(100 * number(cell) / largest);
    }

    /** Whether a column's cells are numbers, as its first row shows. */
    public boolean isNumber(Column column) {
        int at = table.columns().indexOf(column);
        return table.rows().stream()
                .map(row -> row.get(at))
                .anyMatch(cell -> cell instanceof Count || cell instanceof Hours);
    }

    /** "12 345", with a thin space that does not break. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** "40 min", "5 h", "3 days": one unit, as everywhere. */
    public static String span(double hours) {
        return Times.span(Duration.ofSeconds(Math.round(hours * 3600)));
    }
}
