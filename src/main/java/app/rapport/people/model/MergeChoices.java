package app.rapport.people.model;

import app.rapport.access.Refused;
import app.rapport.kernel.RecordKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of which one text wins when two records become one, and what somebody chose. */
public final class MergeChoices {
    private MergeChoices() {}

    public static Union union(RecordKind kind) {
        return kind == RecordKind.CONTACT ? Union.CONTACTS : Union.ACCOUNTS;
    }

    public static Field[] fields(RecordKind kind) {
        return kind == RecordKind.CONTACT ? ContactField.values() : AccountField.values();
    }

    public static List<Field> chosen(RecordKind kind) {
        return Arrays.stream(fields(kind)).filter(union(kind)::isChosen).toList();
    }

    /**
     * @param words {@code this} or {@code other} by the field's name in JSON
     * @throws Refused when there is no such field or no such word
     */
    public static Map<String, Side> read(RecordKind kind, Map<String, String> words) {
        Map<String, Side> choices = new LinkedHashMap<>();
        words.forEach((name, word) -> choices.put(field(kind, name).key(), side(name, word)));
        return choices;
    }

    private static Field field(RecordKind kind, String name) {
        return chosen(kind).stream()
                .filter(field -> field.json().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refused("fields/" + name, "There is nothing to choose in " + name));
    }

    private static Side side(String name, String word) {
        return Side.of(word == null ? "" : word)
                .orElseThrow(() -> new Refused("fields/" + name, "Give this or other"));
    }
}
