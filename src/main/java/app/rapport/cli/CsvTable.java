package app.rapport.cli;

import app.rapport.exchange.contacts.SeparatedText;
import app.rapport.exchange.contacts.SeparatedText.Row;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/** A CSV file whose first row may be a header; cells are trimmed. */
final class CsvTable {
    private static final int LOOKED_AT = 500;

    private final Path file;
    private final List<String> columns;
    private final boolean header;

    private CsvTable(Path file, List<List<String>> beginning, boolean header) {
        this.file = file;
        this.header = header;
        int width = beginning.stream().mapToInt(List::size).max().orElse(0);
        this.columns =
                IntStream.range(0, width)
                        .mapToObj(i -> header ? name(beginning.getFirst(), i) : number(i))
                        .toList();
    }

    /**
     * @param wanted names of columns that somebody knows: a first row that has one is a header
     */
    static CsvTable opened(Path named, List<String> wanted) throws IOException {
        Path file = lasting(named);
        List<List<String>> beginning = new ArrayList<>();
        try (SeparatedText rows = rows(file)) {
            for (Optional<Row> row = rows.next();
                    row.isPresent() && beginning.size() < LOOKED_AT;
                    row = rows.next()) beginning.add(row.get().cells());
        }
        boolean known =
                !beginning.isEmpty()
                        && beginning.getFirst().stream()
                                .anyMatch(cell -> wanted.stream().anyMatch(cell::equalsIgnoreCase));
        return new CsvTable(file, beginning, known || CsvHeader.heads(beginning));
    }

    /** What comes through a pipe can be read once only, and is read several times here. */
    private static Path lasting(Path file) throws IOException {
        if (!Files.exists(file) || Files.isRegularFile(file) || Files.isDirectory(file))
            return file;
        Path copy = Files.createTempFile("rapport-", ".csv");
        copy.toFile().deleteOnExit();
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    /** Names of the header, or "column 2" where there is none. */
    List<String> columns() {
        return columns;
    }

    boolean header() {
        return header;
    }

    void eachRow(Consumer<List<String>> taker) throws IOException {
        boolean skip = header;
        try (SeparatedText rows = rows(file)) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!skip) taker.accept(row.get().cells());
                skip = false;
            }
        }
    }

    /** All rows with their numbers; what is a header is the taker's say. */
    static void eachRecord(Path file, ObjLongConsumer<List<String>> taker) throws IOException {
        try (SeparatedText rows = rows(lasting(file))) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next())
                taker.accept(row.get().cells(), row.get().number());
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

    private static SeparatedText rows(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new Failure(file + " is a folder, not a CSV file");
        try {
            return SeparatedText.open(file);
        } catch (NoSuchFileException e) {
            throw new Failure("there is no file " + file);
        } catch (AccessDeniedException e) {
            throw new Failure(file + " may not be read");
        }
    }
}
