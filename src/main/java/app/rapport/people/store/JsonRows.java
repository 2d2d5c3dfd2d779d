package app.rapport.people.store;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows on their way into one statement, as one parameter for {@code json_to_recordset}: a batch of
 * any size is one round trip, and no column needs an array of its own.
 */
final class JsonRows {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = JsonMapper.shared().createGenerator(text);
    private final Row row = new Row();
    private boolean empty = true;

    JsonRows() {
        json.writeStartArray();
    }

    /** The row that was added last; written out at once. */
    final class Row {
        Row put(String column, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case String words -> json.writeStringProperty(column, clean(words));
                case UUID id -> json.writeStringProperty(column, id.toString());
                default -> json.writePOJOProperty(column, value);
            }
            return this;
        }
    }

    /** Ends the row before it. */
    Row add() {
        if (!empty) json.writeEndObject();
        json.writeStartObject();
        empty = false;
        return row;
    }

    boolean isEmpty() {
        return empty;
    }

    /** All of them; nothing is added any more. */
    String text() {
        if (!empty) json.writeEndObject();
        json.writeEndArray();
        json.close();
        return text.toString();
    }

    /** PostgreSQL holds no zero characters, and no halves of characters. */
    static String clean(String text) {
        String whole = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        for (int i = 0; i < whole.length(); i++)
            if (Character.isSurrogate(whole.charAt(i)))
                return new String(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole;
    }

    static Map<String, String> clean(Map<String, String> cells) {
        Map<String, String> all = new LinkedHashMap<>();
        cells.forEach((key, value) -> all.put(clean(key), clean(value)));
        return all;
    }
}
