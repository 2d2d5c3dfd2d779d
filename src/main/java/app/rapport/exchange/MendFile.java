package app.rapport.exchange;

import app.rapport.exchange.model.AsideKind;
import app.rapport.exchange.out.MboxWriter;
import app.rapport.ui.SpreadsheetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Items that were set aside as one file, which can be mended and brought again. */
interface MendFile {
    void write(OutputStream out) throws IOException;

    /** Takes one original after the other. */
    interface Taker {
        void take(byte[] original) throws IOException;
    }

    /** Gives the originals in their order, the same each time. */
    interface Originals {
        void each(Taker taker) throws IOException;
    }

    static MendFile of(AsideKind kind, Originals originals) {
        return switch (kind) {
            case ROWS -> out -> rows(originals, out);
            case CARDS -> out -> blocks(originals, out, "", "");
            case EVENTS ->
                    out ->
                            blocks(
                                    originals,
                                    out,
                                    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rapport//set aside//EN\r\n",
                                    "END:VCALENDAR\r\n");
            case MAILS -> out -> mails(originals, out);
        };
    }

    /** Read twice: the first time tells which columns there are. */
    private static void rows(Originals originals, OutputStream out) throws IOException {
        Set<String> headers = new LinkedHashSet<>();
        originals.each(original -> headers.addAll(cells(text(original)).keySet()));
        // columns that only we have named: their table has no header
        boolean named = headers.stream().anyMatch(header -> !header.matches("Column \\d+"));
        SpreadsheetFile.write(
                out,
                csv -> {
                    if (named) csv.writeRecord(headers);
                    originals.each(original -> {
                        Map<String, String> cells = cells(text(original));
                        csv.writeRecord(
                                headers.stream()
                                        .map(header -> cells.getOrDefault(header, ""))
                                        .toList());
                    });
                });
    }

    private static void blocks(Originals originals, OutputStream out, String head, String tail)
            throws IOException {
        out.write(head.getBytes(StandardCharsets.UTF_8));
        originals.each(original -> {
            out.write(original);
            if (original.length > 0 && original[original.length - 1] != '\n')
                out.write(new byte[] {'\r', '\n'});
        });
        out.write(tail.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("resource") // the stream is the caller's
    private static void mails(Originals originals, OutputStream out) throws IOException {
        MboxWriter mbox = new MboxWriter(out);
        originals.each(
                original -> mbox.add("", Optional.empty(), new ByteArrayInputStream(original)));
    }

    private static String text(byte[] original) {
        return new String(original, StandardCharsets.UTF_8);
    }

    /** The cells of a row by their headers; a row that is no object has one. */
    static Map<String, String> cells(String json) {
        Map<String, String> cells = new LinkedHashMap<>();
        try {
            JsonMapper.shared()
                    .readTree(json)
                    .properties()
                    .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString("")));
            return cells;
        } catch (JacksonException e) {
            return new LinkedHashMap<>(Map.of("Row", json));
        }
    }
}
