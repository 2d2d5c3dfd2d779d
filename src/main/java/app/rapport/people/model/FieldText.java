package app.rapport.people.model;

import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text form of fields that hold several things: ASCII's own separators between rows and parts,
 * which nobody types and which the store writes and reads in SQL just as well.
 */
public final class FieldText {
    static final String ROW = "\u001e";
    static final String PART = "\u001f";

    private FieldText() {}

    /** Nobody types a separator; whoever sends one gets a space. */
    private static String clean(String part) {
        return part.replaceAll("[\\x00\\x1e\\x1f]", " ");
    }

    public static String ofList(List<String> items) {
        return items.stream().map(FieldText::clean).collect(Collectors.joining(ROW));
    }

    public static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(ROW, -1));
    }

    public static String ofPoints(List<PointDraft> points) {
        return points.stream()
                .map(point -> clean(point.value()) + PART + clean(point.label()))
                .collect(Collectors.joining(ROW));
    }

    public static List<PointDraft> points(Kind kind, String text) {
        return list(text).stream().map(row -> point(kind, row.split(PART, -1))).toList();
    }

    private static PointDraft point(Kind kind, String[] parts) {
        String label = parts.length > 1 ? parts[1] : "";
        return new PointDraft(kind, label, parts[0], Points.key(kind, parts[0]));
    }

    public static String ofPostals(List<PostalDraft> postals) {
        return postals.stream()
                .map(postal ->
                        String.join(
                                PART,
                                clean(postal.label()),
                                clean(postal.street()),
                                clean(postal.city()),
                                clean(postal.region()),
                                clean(postal.postalCode()),
                                clean(postal.country()),
                                clean(postal.formatted())))
                .collect(Collectors.joining(ROW));
    }

    public static List<PostalDraft> postals(String text) {
        return list(text).stream().map(row -> postal(row.split(PART, -1))).toList();
    }

    private static PostalDraft postal(String[] given) {
        String[] parts = Arrays.copyOf(given, 7);
        for (int i = given.length; i < parts.length; i++) parts[i] = "";
        return new PostalDraft(
                parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }

    /** As it stands on a page: one row after another, parts apart. */
    public static String shown(String text) {
        return list(text).stream()
                .map(row ->
                        Arrays.stream(row.split(PART, -1))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
