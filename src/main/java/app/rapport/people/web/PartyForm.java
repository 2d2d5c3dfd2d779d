package app.rapport.people.web;

import app.rapport.people.Account;
import app.rapport.people.Contact;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.PostalDraft;
import app.rapport.people.model.ContactField;
import app.rapport.people.model.Field;
import app.rapport.people.model.Field.Shape;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the form of a person or a company, saved or not: one value for each simple field,
 * and rows that can be added and removed.
 *
 * @param texts by the field's name in JSON, with {@code company} and {@code parent} by name
 */
public record PartyForm(
        Map<String, String> texts, List<PointRow> points, List<PostalDraft> postals) {
    public PartyForm {
        texts = Map.copyOf(texts);
        points = List.copyOf(points);
        postals = List.copyOf(postals);
    }

    /** A way to reach somebody, as it stands in the form. */
    public record PointRow(String kind, String label, String value) {}

    public static final PartyForm EMPTY = new PartyForm(Map.of(), List.of(), List.of());

    static PartyForm of(Contact contact) {
        Map<String, String> texts = new HashMap<>();
        contact.fields().forEach((field, text) -> texts.put(field.json(), shown(field, text)));
        texts.put("account", contact.account().isPresent() ? contact.accountName() : "");
        return new PartyForm(texts, rows(contact.points()), contact.postals());
    }

    static PartyForm of(Account account) {
        Map<String, String> texts = new HashMap<>();
        account.fields().forEach((field, text) -> texts.put(field.json(), shown(field, text)));
        texts.put("parent", account.parentName());
        return new PartyForm(texts, rows(account.points()), account.postals());
    }

    private static String shown(Field field, String text) {
        return switch (field.shape()) {
            case TAGS, DOMAINS -> String.join(", ", FieldText.list(text));
            default -> text;
        };
    }

    private static List<PointRow> rows(List<PointDraft> points) {
        return points.stream()
                .map(point -> new PointRow(word(point.kind()), point.label(), point.value()))
                .toList();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static PartyForm sent(MultiValueMap<String, String> sent) {
        Map<String, String> texts = new HashMap<>();
        sent.toSingleValueMap()
                .forEach((name, value) -> texts.put(name, value == null ? "" : value));
        List<PointRow> points = new ArrayList<>();
        List<String> values = column(sent, "pointValue");
        for (int i = 0; i < values.size(); i++)
            points.add(
                    new PointRow(
                            at(column(sent, "pointKind"), i),
                            at(column(sent, "pointLabel"), i),
                            values.get(i)));
        List<PostalDraft> postals = new ArrayList<>();
        for (int i = 0; i < column(sent, "street").size(); i++) postals.add(postal(sent, i));
        return new PartyForm(texts, points, postals);
    }

    private static PostalDraft postal(MultiValueMap<String, String> sent, int i) {
        return new PostalDraft(
                at(column(sent, "postalLabel"), i),
                at(column(sent, "street"), i),
                at(column(sent, "city"), i),
                at(column(sent, "region"), i),
                at(column(sent, "postalCode"), i),
                at(column(sent, "country"), i),
                at(column(sent, "formatted"), i));
    }

    private static List<String> column(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of());
    }

    private static String at(List<String> column, int i) {
        return i < column.size() ? column.get(i).strip() : "";
    }

    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    PartyForm with(String name, String text) {
        Map<String, String> all = new HashMap<>(texts);
        all.put(name, text);
        return new PartyForm(all, points, postals);
    }

    /** The form with this in one field; a way to reach somebody stands beside the others. */
    PartyForm put(ContactField field, String typed) {
        if (field.shape() != Shape.POINTS) return with(field.json(), typed);
        List<PointRow> more = new ArrayList<>(points);
        more.add(new PointRow(field.key(), "", typed));
        return new PartyForm(texts, more, postals);
    }

    /** The form with one more empty row. */
    PartyForm more(String rows) {
        List<PointRow> morePoints = new ArrayList<>(points);
        List<PostalDraft> morePostals = new ArrayList<>(postals);
        if (rows.equals("postals")) morePostals.add(new PostalDraft("", "", "", "", "", "", ""));
        else morePoints.add(new PointRow(rows, "", ""));
        return new PartyForm(texts, morePoints, morePostals);
    }

    /**
     * The form without one row.
     *
     * @param row {@code points/2} or {@code postals/0}
     */
    PartyForm without(String row) {
        List<PointRow> fewerPoints = new ArrayList<>(points);
        List<PostalDraft> fewerPostals = new ArrayList<>(postals);
        String digits = row.replaceAll("\\D", "");
        int at = digits.isEmpty() || digits.length() > 4 ? -1 : Integer.parseInt(digits);
        List<?> rows = row.startsWith("postals") ? fewerPostals : fewerPoints;
        if (at >= 0 && at < rows.size()) rows.remove(at);
        return new PartyForm(texts, fewerPoints, fewerPostals);
    }

    /**
     * The text form of each field that the form has.
     *
     * @throws app.rapport.access.Refused when a row cannot be used; it names {@code points/2}
     */
    <F extends Enum<F> & Field> Map<F, String> fields(F[] fields) {
        Map<F, String> given = new LinkedHashMap<>();
        for (F field : fields) {
            switch (field.shape()) {
                case POINTS -> given.put(field, points(field));
                case POSTALS -> given.put(field, FieldText.ofPostals(filled()));
                case TAGS, DOMAINS -> ifThere(given, field, list(text(field.json())));
                case TEXT, MEMBER ->
                        ifThere(given, field, text(field.json()).replace("\r\n", "\n"));
                case ACCOUNT -> {
                    // by name in the form: the controller finds it
                }
            }
        }
        return given;
    }

    private <F extends Field> void ifThere(Map<F, String> given, F field, String text) {
        if (texts.containsKey(field.json())) given.put(field, text);
    }

    private static String list(String typed) {
        return FieldText.ofList(
                Arrays.stream(typed.split("[,;\\n]"))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList());
    }

    private List<PostalDraft> filled() {
        return postals.stream().filter(postal -> !postal.lines().isBlank()).toList();
    }

    private String points(Field field) {
        List<PointDraft> of = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            PointRow row = points.get(i);
            if (!row.kind().equals(field.key()) || row.value().isBlank()) continue;
            Kind kind = Kind.valueOf(field.key().toUpperCase(Locale.ROOT));
            of.add(Points.typed("points/" + i, kind, row.label(), row.value()));
        }
        return FieldText.ofPoints(of);
    }
}
