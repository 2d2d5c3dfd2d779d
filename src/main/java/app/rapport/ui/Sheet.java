package app.rapport.ui;

import app.rapport.kernel.Uuid7;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** What a sheet of fields sent: its columns as lists of the same length. */
public record Sheet(MultiValueMap<String, String> sent) {
    private static final int MOST = 200;

    /**
     * @param column one that every row has
     */
    public List<Row> rows(String column) {
        int rows = Math.min(MOST, sent.getOrDefault(column, List.of()).size());
        return IntStream.range(0, rows).mapToObj(at -> new Row(sent, at)).toList();
    }

    /** A field that the sheet has once; empty where it was not sent. */
    public String text(String field) {
        return sent.getOrDefault(field, List.of("")).getFirst();
    }

    /** One of its rows. */
    public record Row(MultiValueMap<String, String> sent, int at) {
        public String text(String column) {
            List<String> cells = sent.getOrDefault(column, List.of());
            return at < cells.size() ? cells.get(at) : "";
        }

        /** The row's id; a new one where it has none, or one that was copied. */
        public UUID id() {
            String text = text("id");
            boolean first = sent.getOrDefault("id", List.of()).indexOf(text) == at;
            try {
                return text.isEmpty() || !first ? Uuid7.next() : UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return Uuid7.next();
            }
        }
    }
}
