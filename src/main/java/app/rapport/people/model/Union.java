package app.rapport.people.model;

import app.rapport.people.PointDraft.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two records say together, and what is left of it when they are parted. A record is its
 * fields in text form, by key; what is not there is empty.
 *
 * <p>Parting is a merge of three texts: what stood there right after the two became one, what
 * stands there now, and what would have stood there without it. Where nobody changed anything the
 * result is the last of these to the letter.
 */
public final class Union {
    /** Besides the fields that people see. */
    public static final String UPDATED_AT = "updated_at";

    public static final String COLLEAGUE = "colleague";
    public static final String PROPOSED = "proposed";

    /** Cells that fit nowhere: key and JSON value. */
    public static final String EXTRA = "extra";

    public static final Union CONTACTS = new Union(ContactField.values(), COLLEAGUE);
    public static final Union ACCOUNTS = new Union(AccountField.values(), PROPOSED);

    private static final Set<String> SORTED = Set.of(AccountField.DOMAINS.key(), EXTRA);

    private enum Rule {
        ONE_OF_TWO,
        NAME,
        LIST,
        NOTES,
        EITHER,
        BOTH,
        MOMENT
    }

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private Union(Field[] fields, String flag) {
        for (Field field : fields) rules.put(field.key(), rule(field));
        rules.put(EXTRA, Rule.LIST);
        rules.put(flag, flag.equals(COLLEAGUE) ? Rule.EITHER : Rule.BOTH);
        rules.put(UPDATED_AT, Rule.MOMENT);
    }

    private static Rule rule(Field field) {
        if (field.json().equals("name")) return Rule.NAME;
        if (field.json().equals("notes")) return Rule.NOTES;
        return switch (field.shape()) {
            case TEXT, ACCOUNT, MEMBER -> Rule.ONE_OF_TWO;
            case TAGS, POINTS, POSTALS, DOMAINS -> Rule.LIST;
        };
    }

    public Set<String> keys() {
        return rules.keySet();
    }

    /** Whether one of two texts wins, so that somebody can choose. */
    public boolean isChosen(Field field) {
        Rule rule = rules.get(field.key());
        return rule == Rule.ONE_OF_TWO || rule == Rule.NAME;
    }

    /**
     * Both as one.
     *
     * @param choices by field key, where somebody chose
     * @param at when, as text
     */
    public Map<String, String> of(
            Map<String, String> winner,
            Map<String, String> loser,
            Map<String, Side> choices,
            String at) {
        Map<String, String> both = new LinkedHashMap<>();
        rules.forEach((key, rule) -> {
            String ours = winner.getOrDefault(key, "");
            String theirs = loser.getOrDefault(key, "");
            both.put(
                    key,
                    switch (rule) {
                        case ONE_OF_TWO, NAME ->
                                side(key, ours, theirs, choices) == Side.THIS ? ours : theirs;
                        case LIST -> together(key, ours, theirs);
                        case NOTES -> notes(ours, theirs);
                        case EITHER -> String.valueOf(is(ours) || is(theirs));
                        case BOTH -> String.valueOf(is(ours) && is(theirs));
                        case MOMENT -> at;
                    });
        });
        return both;
    }

    /** Which of the two wins: as chosen, else the one that says something. */
    public Side side(String key, String ours, String theirs, Map<String, Side> choices) {
        Side chosen = choices.get(key);
        if (chosen != null) return chosen;
        if (ours.isEmpty()) return Side.OTHER;
        boolean address = rules.get(key) == Rule.NAME && ours.contains("@");
        return address && !theirs.isEmpty() && !theirs.contains("@") ? Side.OTHER : Side.THIS;
    }

    private static boolean is(String text) {
        return text.equals("true");
    }

    private static String notes(String ours, String theirs) {
        if (theirs.isEmpty() || ours.contains(theirs)) return ours;
        return ours.isEmpty() ? theirs : ours + "\n\n" + theirs;
    }

    private static String together(String key, String ours, String theirs) {
        Map<String, String> rows = rows(key, theirs);
        rows.keySet().removeAll(rows(key, ours).keySet());
        List<String> all = new ArrayList<>(FieldText.list(ours));
        all.addAll(rows.values());
        return text(key, all);
    }

    /**
     * What stands there when the past is another.
     *
     * @param base what stood there when the two became one
     * @param instead what would have stood there then
     * @param now what stands there, edits included
     */
    public Map<String, String> rebased(
            Map<String, String> base, Map<String, String> instead, Map<String, String> now) {
        Map<String, String> result = new LinkedHashMap<>();
        rules.forEach((key, rule) -> {
            String before = base.getOrDefault(key, "");
            String other = instead.getOrDefault(key, "");
            String present = now.getOrDefault(key, "");
            if (present.equals(before)) result.put(key, other);
            else result.put(key, rule == Rule.LIST ? edited(key, before, other, present) : present);
        });
        return result;
    }

    private static String edited(String key, String base, String instead, String now) {
        Map<String, String> before = rows(key, base);
        Map<String, String> present = rows(key, now);
        List<String> rows = new ArrayList<>();
        Map<String, String> kept = rows(key, instead);
        kept.forEach((id, row) -> {
            boolean removed = before.containsKey(id) && !present.containsKey(id);
            boolean changed = present.containsKey(id) && !present.get(id).equals(before.get(id));
            if (!removed) rows.add(changed ? present.getOrDefault(id, row) : row);
        });
        present.forEach((id, row) -> {
            if (!before.containsKey(id) && !kept.containsKey(id)) rows.add(row);
        });
        return text(key, rows);
    }

    /**
     * The record that was joined, with what became of its own addresses and numbers since: their
     * labels and spellings go where they belong.
     */
    public Map<String, String> withOwnEdits(
            Map<String, String> loser, Map<String, String> after, Map<String, String> now) {
        Map<String, String> result = new LinkedHashMap<>(loser);
        for (Kind kind : Kind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT);
            Map<String, String> before = rows(key, after.getOrDefault(key, ""));
            Map<String, String> present = rows(key, now.getOrDefault(key, ""));
            Map<String, String> own = rows(key, loser.getOrDefault(key, ""));
            own.replaceAll((id, row) -> {
                String edited = present.getOrDefault(id, row);
                return edited.equals(before.get(id)) ? row : edited;
            });
            result.put(key, text(key, List.copyOf(own.values())));
        }
        return result;
    }

    /** The fields in which two states differ, as they stand in the second. */
    public Map<String, String> changed(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (String key : keys()) {
            String text = after.getOrDefault(key, "");
            if (!text.equals(before.getOrDefault(key, ""))) changed.put(key, text);
        }
        return changed;
    }

    /** Rows of a list by what makes two the same, in their order. */
    static Map<String, String> rows(String key, String text) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String row : FieldText.list(text)) rows.putIfAbsent(identity(key, row), row);
        return rows;
    }

    private static String identity(String key, String row) {
        String first = row.split(FieldText.PART, -1)[0];
        for (Kind kind : Kind.values())
            if (kind.name().equalsIgnoreCase(key)) return Points.key(kind, first);
        return key.equals(EXTRA) ? first : row;
    }

    private static String text(String key, List<String> rows) {
        if (!SORTED.contains(key)) return String.join(FieldText.ROW, rows);
        if (!key.equals(EXTRA)) return String.join(FieldText.ROW, new TreeSet<>(rows));
        Map<String, String> sorted = new TreeMap<>();
        rows.forEach(row -> sorted.put(identity(key, row), row));
        return String.join(FieldText.ROW, sorted.values());
    }
}
