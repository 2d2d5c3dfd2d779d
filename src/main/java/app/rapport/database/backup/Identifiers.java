package app.rapport.database.backup;

import java.util.List;
import java.util.stream.Collectors;

/** Names of tables and columns as SQL wants them. */
final class Identifiers {
    private Identifiers() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Identifiers::quoted).collect(Collectors.joining(", "));
    }
}
