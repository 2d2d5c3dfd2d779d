package app.rapport.people.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows on their way into one statement, as one parameter for {@code json_to_recordset}: a batch of
 * any size is one round trip, and no column needs an array of its own.
 */
final class JsonRows {
    private final List<Map<String, Object>> rows = new ArrayList<>();

    static final class Row {
        private final Map<String, Object> cells = new LinkedHashMap<>();

        Row put(String column, @Nullable Object value) {
            if (value != null)
                cells.put(column, value instanceof String text ? clean(text) : value);
            return this;
        }
    }

    Row add() {
        Row row = new Row();
        rows.add(row.cells);
        return row;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text() {
        return JsonMapper.shared().writeValueAsString(rows);
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
