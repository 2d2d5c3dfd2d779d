package app.rapport.reports;

import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Hours;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Nothing;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.ui.SpreadsheetCells;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A report as a spreadsheet reads it: numbers bare, moments as ISO 8601 in the reader's zone. */
final class ReportCsv {
    private ReportCsv() {}

    static void write(ReportTable table, ZoneId zone, CsvWriter csv) {
        csv.writeRecord(table.columns().stream().map(ReportTable.Column::title).toList());
        for (List<Cell> row : table.rows())
            csv.writeRecord(row.stream().map(cell -> text(cell, zone)).toList());
    }

    private static String text(Cell cell, ZoneId zone) {
        return switch (cell) {
            case Words words -> SpreadsheetCells.guarded(words.text());
            case Count count -> String.valueOf(count.number());
            case Hours hours -> String.format(Locale.ROOT, "%.2f", hours.hours());
            case Moment moment ->
                    moment.at()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .atZone(zone)
                            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            case Nothing _ -> "";
        };
    }
}
