package app.rapport.people.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an edit really changes.
 *
 * @param texts what stands in the changed fields afterwards
 */
public record Changes<F extends Enum<F> & Field>(Map<F, String> texts, List<Change> history) {

    /**
     * Reads what was typed and leaves out what stands there already.
     *
     * @throws app.rapport.access.Refused when something cannot be used
     */
    public static <F extends Enum<F> & Field> Changes<F> between(
            Map<F, String> before, Map<F, String> typed) {
        Map<F, String> texts = new LinkedHashMap<>();
        List<Change> history = new ArrayList<>();
        typed.forEach((field, text) -> {
            String now = FieldRules.read(field, text);
            String old = before.getOrDefault(field, "");
            if (now.equals(old)) return;
            texts.put(field, now);
            history.add(new Change(field.key(), old, now));
        });
        return new Changes<>(texts, history);
    }

    public boolean none() {
        return texts.isEmpty();
    }

    /** Their names, without what stands in them. */
    public String[] fields() {
        return history.stream().map(Change::field).toArray(String[]::new);
    }

    public boolean touches(F field) {
        return texts.containsKey(field);
    }
}
