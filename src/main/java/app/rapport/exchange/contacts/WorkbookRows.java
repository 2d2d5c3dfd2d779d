package app.rapport.exchange.contacts;

import app.rapport.exchange.model.Damaged;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of a workbook's first sheet, each cell as a person reads it. */
final class WorkbookRows implements TableRows {
    private final InputStream in;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private WorkbookRows(InputStream in, ReadableWorkbook workbook) throws IOException {
        this.in = in;
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static WorkbookRows open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return new WorkbookRows(in, new ReadableWorkbook(in, new ReadingOptions(true, false)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw unreadable(e);
        }
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        try {
            if (!rows.hasNext()) return Optional.empty();
            Row row = rows.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++)
                cells.add(row.getOptionalCell(i).map(WorkbookRows::text).orElse(""));
            return Optional.of(new RawRow(row.getRowNum(), cells, "", true));
        } catch (
                RuntimeException
                        e) { // the library lets a damaged part through as whatever it trips on
            throw unreadable(e);
        }
    }

    private static IOException unreadable(Exception e) {
        return new Damaged(
                "The workbook could not be read (%s). Open it in a spreadsheet, save it again, then bring that"
                        .formatted(e.getMessage()),
                e);
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA)
            return cell.getText() == null ? "" : cell.getText();
        return isDate(cell) ? date(cell) : number(cell);
    }

    /** A cell is a date only by how it is shown: its format has days or years. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && cell.getRawValue() != null
                && cell.getRawValue().matches("[0-9.]+")
                && format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "").matches("(?is).*[dy].*");
    }

    private static String date(Cell cell) {
        try {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        } catch (RuntimeException e) {
            return number(cell);
        }
    }

    /** A phone number is no 4.20777E11. */
    private static String number(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null) return "";
        try {
            return new BigDecimal(raw).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
        in.close();
    }
}
