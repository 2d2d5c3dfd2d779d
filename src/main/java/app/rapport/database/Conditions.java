package app.rapport.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of a list whose filters its reader chooses, joined by AND. The words are always
 * ours, a value is always a named parameter; so nothing that was typed becomes SQL, and a plain
 * text block can go on saying what is read.
 */
public final class Conditions {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Conditions and(String condition) {
        words.add(condition);
        return this;
    }

    /** A condition that speaks of one parameter. */
    public Conditions and(String condition, String name, Object value) {
        if (values.putIfAbsent(name, value) != null)
            throw new IllegalArgumentException("two conditions call their value " + name);
        return and(condition);
    }

    /** A value that the conditions or the statement around them name. */
    public Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public String sql() {
        return words.isEmpty() ? "true" : String.join("\n  AND ", words);
    }

    public Map<String, Object> values() {
        return values;
    }
}
