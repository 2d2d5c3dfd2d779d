package app.rapport.exchange.contacts;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of separated text as they stand, whatever its letters and its separator, for who asks
 * nothing of persons in them.
 */
public final class SeparatedText implements Closeable {
    private final CsvRows rows;

    private SeparatedText(CsvRows rows) {
        this.rows = rows;
    }

    /**
     * @param number from 1; blank rows count
     * @param cells trimmed
     */
    public record Row(long number, List<String> cells) {}

    public static SeparatedText open(Path file) throws IOException {
        TextForm form = TextForm.of(file);
        char delimiter;
        try (Reader text = form.open(file)) {
            delimiter = Delimiters.of(text);
        }
        return new SeparatedText(new CsvRows(form.open(file), delimiter));
    }

    /** The next row that is not blank; empty at the end. */
    public Optional<Row> next() throws IOException {
        for (Optional<RawRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            RawRow read = row.get();
            if (read.blank() || (read.number() == 1 && read.saysSeparator())) continue;
            return Optional.of(
                    new Row(read.number(), read.cells().stream().map(String::strip).toList()));
        }
        return Optional.empty();
    }

    /**
     * What a header means, the same for "Vorname" and "first_name"; its words where it is not
     * known.
     */
    public static String meaning(String header) {
        Column column = Headers.read(0, header);
        return column.confidence() < 0.9
                ? HeaderWords.fold(header)
                : column.field() + " " + column.label() + " " + column.group();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
