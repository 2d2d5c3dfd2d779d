package app.rapport.reports;

import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Hours;
import app.rapport.kernel.ReportTable.Moment;
import app.rapport.kernel.ReportTable.Nothing;
import app.rapport.kernel.ReportTable.Words;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A report as a spreadsheet reads it: numbers bare, moments as ISO 8601 in the reader's zone. */
final class ReportCsv {
    private ReportCsv() {}

    static String of(ReportTable table, ZoneId zone) throws IOException {
        StringWriter text = new StringWriter();
        text.write('\ufeff'); // else Excel reads UTF-8 as the machine's old code page
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(table.columns().stream().map(ReportTable.Column::title).toList());
            for (List<Cell> row : table.rows())
                csv.writeRecord(row.stream().map(cell -> text(cell, zone)).toList());
        }
        return text.toString();
    }

    private static String text(Cell cell, ZoneId zone) {
        return switch (cell) {
            case Words words -> unarmed(words.text());
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

    /** A name that a spreadsheet would take for a formula stays a name. */
    private static String unarmed(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
