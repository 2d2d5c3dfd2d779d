package app.rapport.cli;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One line of JSON Lines. */
final class JsonLine {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLine() {}

    /** Some readers part lines at more characters than JSON knows. */
    static String of(ObjectNode node) {
        return JSON.writeValueAsString(node)
                .replace("\u0085", "\\u0085")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    static double rounded(double value, double places) {
        return Math.round(value * places) / places;
    }
}
