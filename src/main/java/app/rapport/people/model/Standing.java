package app.rapport.people.model;

import app.rapport.people.PointDraft;
import app.rapport.people.PostalDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A contact or account while a batch of rows is told to it: empty fields are filled, lists are
 * extended, a filled field gives way only where no person wrote it.
 */
public final class Standing {
    private final UUID id;
    private final boolean fresh;
    private final Map<String, String> fields;
    private final Set<String> byHand;
    private final Set<String> held;
    private final int pointsBefore;
    private final int postalsBefore;
    private final Map<String, String> patch = new LinkedHashMap<>();
    private final List<Change> history = new ArrayList<>();
    private final List<PointDraft> points = new ArrayList<>();
    private final List<PostalDraft> postals = new ArrayList<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final List<String> domains = new ArrayList<>();
    private final List<ExternalId> ids = new ArrayList<>();
    private boolean changed;

    /** What became of a field that had been there. */
    public record Change(String field, String before, String after) {}

    /** What a row brought: its values, and for lists {@code +} where it added them. */
    public record Taken(Map<String, String> said, boolean changed) {}

    private Standing(
            UUID id,
            boolean fresh,
            Map<String, String> fields,
            Set<String> byHand,
            Set<String> held,
            int pointsBefore,
            int postalsBefore) {
        this.id = id;
        this.fresh = fresh;
        this.fields = new LinkedHashMap<>(fields);
        this.byHand = byHand;
        this.held = new LinkedHashSet<>(held);
        this.pointsBefore = pointsBefore;
        this.postalsBefore = postalsBefore;
    }

    public static Standing fresh(UUID id) {
        return new Standing(id, true, Map.of(), Set.of(), Set.of(), 0, 0);
    }

    /**
     * @param byHand fields that a person wrote last
     * @param held keys of points, tags, postal addresses, domains and ids
     */
    public static Standing known(
            UUID id,
            Map<String, String> fields,
            Set<String> byHand,
            Set<String> held,
            int points,
            int postals) {
        return new Standing(id, false, fields, byHand, held, points, postals);
    }

    public Taken take(Said said) {
        boolean before = changed;
        changed = false;
        Map<String, String> brought = new LinkedHashMap<>();
        said.fields().forEach((field, value) -> field(field, value, brought));
        for (PointDraft point : said.points())
            item(Said.key(point), brought, () -> points.add(point));
        for (PostalDraft postal : said.postals())
            if (!postal.lines().isBlank())
                item(Said.key(postal), brought, () -> postals.add(postal));
        for (String tag : said.tags()) item(Said.tagKey(tag), brought, () -> tags.add(tag));
        for (String domain : said.domains())
            item("domain " + domain, brought, () -> domains.add(domain));
        said.id().ifPresent(external -> item(external.key(), brought, () -> ids.add(external)));
        boolean byThis = changed;
        changed |= before;
        return new Taken(brought, byThis);
    }

    private void item(String key, Map<String, String> brought, Runnable add) {
        boolean isNew = held.add(key);
        brought.put(key, isNew ? "+" : "");
        if (!isNew) return;
        add.run();
        changed = true;
    }

    private void field(String field, String value, Map<String, String> brought) {
        if (value.isEmpty()) return;
        brought.put("=" + field, value);
        String present = fields.getOrDefault(field, "");
        if (field.equals("proposed")) proposed(present, value);
        else if (field.equals("notes")) notes(present, value);
        else if (!present.equals(value) && (present.isEmpty() || mayGiveWay(field)))
            write(field, present, value);
    }

    /** One id is shown, the first; the others lead here as well. */
    private boolean mayGiveWay(String field) {
        return !byHand.contains(field) && !field.equals("external_id");
    }

    /** Notes are never lost: what is new is added below. */
    private void notes(String present, String value) {
        if (present.isEmpty()) write("notes", present, value);
        else if (!present.contains(value)) write("notes", present, present + "\n" + value);
    }

    /** What a file says is more than a proposal, and stays so. */
    private void proposed(String present, String value) {
        if (present.isEmpty() || (present.equals("true") && value.equals("false")))
            write("proposed", present, value);
    }

    private void write(String field, String present, String value) {
        fields.put(field, value);
        patch.put(field, value);
        changed = true;
        if (!fresh) history.add(new Change(field, present, value));
    }

    public UUID id() {
        return id;
    }

    public boolean isFresh() {
        return fresh;
    }

    public boolean isChanged() {
        return changed;
    }

    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean holds(String key) {
        return held.contains(key);
    }

    /** Columns to write. */
    public Map<String, String> patch() {
        return patch;
    }

    public List<Change> history() {
        return history;
    }

    public Set<String> newTags() {
        return tags;
    }

    public List<String> newDomains() {
        return domains;
    }

    public List<ExternalId> newIds() {
        return ids;
    }

    /** Each new point with its position. */
    public void eachPoint(Numbered<PointDraft> taker) {
        each(points, pointsBefore, taker);
    }

    public void eachPostal(Numbered<PostalDraft> taker) {
        each(postals, postalsBefore, taker);
    }

    /** Takes a thing with its position. */
    public interface Numbered<T> {
        void take(int position, T thing);
    }

    private static <T> void each(List<T> things, int before, Numbered<T> taker) {
        for (int i = 0; i < things.size(); i++) taker.take(before + i, things.get(i));
    }
}
