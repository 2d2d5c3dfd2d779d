package app.rapport.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A table as a file that people open in a spreadsheet; its cells are {@link SpreadsheetCells}. */
public final class SpreadsheetFile {
    private SpreadsheetFile() {}

    /** Writes the head and the rows, one after another. */
    @FunctionalInterface
    public interface Rows {
        void write(CsvWriter csv) throws IOException;
    }

    /**
     * Answers with it.
     *
     * @param name under which a browser keeps it, without its ending
     */
    public static void send(HttpServletResponse response, String name, Rows rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        write(response.getOutputStream(), rows);
    }

    /** Into a stream that stays open. */
    public static void write(OutputStream out, Rows rows) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff'); // else Excel reads UTF-8 as the machine's old code page
        CsvWriter csv = CsvWriter.builder().build(writer);
        rows.write(csv);
        csv.flush();
        writer.flush();
    }
}
