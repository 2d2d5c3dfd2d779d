package app.rapport.risk.web;

import app.rapport.ui.Wrong;
import java.util.Map;

/**
 * What was typed into a form and could not be kept.
 *
 * @param form which of the page's forms; empty where nothing was wrong
 */
public record Typed(String form, Map<String, String> values, Wrong wrong) {
    public static final Typed NOTHING = new Typed("", Map.of(), Wrong.NOTHING);

    public Typed {
        values = Map.copyOf(values);
    }

    /** What stands in the field of that form. */
    public String value(String which, String field, String otherwise) {
        return form.equals(which) ? values.getOrDefault(field, "") : otherwise;
    }

    public Wrong at(String which) {
        return form.equals(which) ? wrong : Wrong.NOTHING;
    }
}
