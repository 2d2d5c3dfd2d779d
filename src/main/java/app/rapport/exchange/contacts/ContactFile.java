package app.rapport.exchange.contacts;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A table of persons, companies or other rows: recognised when opened, then read row by row. The
 * rows before the header, the header itself and blank rows give no item; any other row gives one.
 */
public final class ContactFile implements Closeable {
    private static final int SAMPLE = 300;
    private static final int PREVIEW = 10;

    /** A sample of wide or long rows is a smaller one. */
    private static final long SAMPLE_BYTES = 8L << 20;

    private final TableRows rows;
    private final TableShape shape;
    private final RowReader reader;
    private final List<RawRow> sample;
    private final char delimiter;

    private ContactFile(TableRows rows, TableShape shape, List<RawRow> sample, char delimiter) {
        this.rows = rows;
        this.shape = shape;
        this.sample = sample;
        this.delimiter = delimiter;
        this.reader = new RowReader(shape, sample);
    }

    /**
     * Opens a table of separated text or a workbook's first sheet.
     *
     * @param name the file's name as the user knows it
     * @throws IOException when the file cannot be read at all
     */
    public static ContactFile open(Path file, String name, Mapping mapping) throws IOException {
        Opened opened = opened(file, mapping);
        List<RawRow> sample;
        try (TableRows rows = opened.rows().get()) {
            sample = sample(rows);
        }
        TableShape shape = TableShape.of(sample, mapping);
        return new ContactFile(opened.rows().get(), shape, sample, opened.delimiter());
    }

    private static List<RawRow> sample(TableRows rows) throws IOException {
        List<RawRow> sample = new ArrayList<>();
        long bytes = 0;
        for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            sample.add(row.get());
            bytes += row.get().size();
            if (sample.size() == SAMPLE || bytes > SAMPLE_BYTES) break;
        }
        return sample;
    }

    private interface Source {
        TableRows get() throws IOException;
    }

    private record Opened(Source rows, char delimiter) {}

    private static Opened opened(Path file, Mapping mapping) throws IOException {
        if (isWorkbook(file)) return new Opened(() -> WorkbookRows.open(file), ',');
        TextForm form = TextForm.of(file);
        char delimiter;
        if (mapping.delimiter().isPresent()) {
            delimiter = mapping.delimiter().get();
        } else {
            try (Reader text = form.open(file)) {
                delimiter = Delimiters.of(text);
            }
        }
        return new Opened(() -> new CsvRows(form.open(file), delimiter), delimiter);
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3;
        }
    }

    public FileKind kind() {
        return shape.kind();
    }

    /** The program whose layout this is, as far as its headers tell; empty when not known. */
    public Optional<String> layout() {
        return Layouts.of(headers());
    }

    /** The program alone, the same for its persons, companies and deals; empty when not known. */
    public String program() {
        return program(headers());
    }

    /** The program that writes these headers; empty when not known. */
    public static String program(List<String> headers) {
        return Layouts.of(headers)
                .map(layout ->
                        layout.replaceFirst(
                                " (?:contacts|companies|deals|accounts|opportunities|leads)$", ""))
                .orElse("");
    }

    private List<String> headers() {
        return shape.columns().stream().map(Column::header).toList();
    }

    /** The same for all files with these columns. */
    public String fingerprint() {
        return fingerprint(headers());
    }

    public static String fingerprint(List<String> names) {
        String headers = names.stream().map(HeaderWords::fold).collect(Collectors.joining("|"));
        return "columns " + UUID.nameUUIDFromBytes(headers.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether it reads like a table: headers that are known, or an address in most rows. A letter
     * has commas too.
     */
    public boolean isTable() {
        long known =
                shape.columns().stream()
                        .filter(column -> column.field() != Field.EXTRA)
                        .filter(column ->
                                Headers.read(column.index(), column.header()).confidence() >= KNOWN)
                        .count();
        if (header() && known >= 2) return true;
        List<RawRow> filled = sample.stream().filter(row -> !row.blank()).toList();
        long reached =
                filled.stream()
                        .filter(row -> !CellValues.mails(String.join(" ", row.cells())).isEmpty())
                        .count();
        return reached * 2 > filled.size();
    }

    private static final double KNOWN = 0.6;

    public List<Column> columns() {
        return shape.columns();
    }

    public char delimiter() {
        return delimiter;
    }

    /** Whether its first row that counts is a header. */
    public boolean header() {
        return shape.headerRow() > 0;
    }

    /** Up to ten real rows, each with a cell for each column. */
    public List<List<String>> preview() {
        return sample.stream()
                .filter(row -> row.number() >= shape.firstRow() && !row.blank())
                .limit(PREVIEW)
                .map(row ->
                        shape.columns().stream().map(column -> row.cell(column.index())).toList())
                .toList();
    }

    /** The next row's item; empty at the end. */
    public Optional<Item> next() throws IOException {
        for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            RawRow read = row.get();
            if (read.number() < shape.firstRow() || read.blank() || repeatsHeader(read)) continue;
            return Optional.of(item(read));
        }
        return Optional.empty();
    }

    /** "sep=;" before the header is none of the rows. */
    private static boolean repeatsHeader(RawRow row) {
        return row.number() == 1 && row.saysSeparator();
    }

    private Item item(RawRow row) {
        if (!row.whole())
            return new Item.SetAside(
                    row.place(),
                    "The row has more than four million characters, so only its beginning is kept. Look for a quote or a line end that is missing, then bring the file again.",
                    reader.raw(row));
        try {
            return reader.read(row);
        } catch (RuntimeException e) {
            // a row that no rule foresaw must not stop the others
            return new Item.SetAside(
                    row.place(),
                    "The row could not be understood ("
                            + e.getMessage()
                            + "). Check it, then put it in again.",
                    reader.raw(row));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
