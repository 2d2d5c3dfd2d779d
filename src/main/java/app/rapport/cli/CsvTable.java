package app.rapport.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/** A CSV file whose first row may be a header; cells are trimmed. */
final class CsvTable {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LOOKED_AT = 500;
    private static final String SEPARATORS = ",;\t|";

    private final Path file;
    private final char separator;
    private final List<String> columns;
    private final boolean header;

    private CsvTable(Path file, char separator, List<List<String>> beginning) {
        this.file = file;
        this.separator = separator;
        this.header = CsvHeader.heads(beginning);
        int width = beginning.stream().mapToInt(List::size).max().orElse(0);
        this.columns =
                IntStream.range(0, width)
                        .mapToObj(i -> header ? name(beginning.getFirst(), i) : number(i))
                        .toList();
    }

    static CsvTable opened(Path file) throws IOException {
        char separator = separator(file);
        List<List<String>> beginning = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = rows(file, separator)) {
            for (CsvRecord row : rows) {
                if (beginning.size() == LOOKED_AT) break;
                beginning.add(stripped(row));
            }
        } catch (CsvParseException e) {
            throw new Failure(file + ": " + e.getMessage());
        }
        return new CsvTable(file, separator, beginning);
    }

    /** Names of the header, or "column 2" where there is none. */
    List<String> columns() {
        return columns;
    }

    void eachRow(Consumer<List<String>> taker) throws IOException {
        boolean skip = header;
        try (CsvReader<CsvRecord> rows = rows(file, separator)) {
            for (CsvRecord row : rows) {
                if (!skip) taker.accept(stripped(row));
                skip = false;
            }
        } catch (CsvParseException e) {
            throw new Failure(file + ": " + e.getMessage());
        }
    }

    /**
     * All rows with the line of the file where each begins; what is a header is the taker's say.
     */
    static void eachRecord(Path file, ObjLongConsumer<List<String>> taker) throws IOException {
        try (CsvReader<CsvRecord> rows = rows(file, separator(file))) {
            for (CsvRecord row : rows) taker.accept(stripped(row), row.getStartingLineNumber());
        } catch (CsvParseException e) {
            throw new Failure(file + ": " + e.getMessage());
        }
    }

    private static String name(List<String> header, int i) {
        boolean named = i < header.size() && !header.get(i).isEmpty();
        boolean again = named && header.indexOf(header.get(i)) < i;
        return named && !again ? header.get(i) : number(i);
    }

    private static String number(int i) {
        return "column " + (i + 1);
    }

    private static List<String> stripped(CsvRecord row) {
        return row.getFields().stream().map(String::strip).toList();
    }

    private static CsvReader<CsvRecord> rows(Path file, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text(file));
    }

    private static char separator(Path file) throws IOException {
        try (BufferedReader text = new BufferedReader(text(file))) {
            String line = text.readLine();
            char best = ',';
            if (line == null) return best;
            for (char one : SEPARATORS.toCharArray())
                if (count(line, one) > count(line, best)) best = one;
            return best;
        }
    }

    private static long count(String line, char one) {
        return line.chars().filter(c -> c == one).count();
    }

    private static Reader text(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new Failure(file + " is a folder, not a CSV file");
        try {
            BufferedReader text =
                    new BufferedReader(
                            new InputStreamReader(
                                    Files.newInputStream(file), StandardCharsets.UTF_8));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) text.reset();
            return text;
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new Failure("there is no file " + file);
        }
    }
}
