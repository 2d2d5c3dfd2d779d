package app.rapport.people.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A row that came before.
 *
 * @param said what it said then
 */
public record Seen(UUID subject, Map<String, String> said) {

    /** As another row says it again: the same values, and its lists as nothing new. */
    public Map<String, String> again() {
        Map<String, String> again = new LinkedHashMap<>();
        said.forEach((key, value) -> again.put(key, key.startsWith("=") ? value : ""));
        return again;
    }
}
