package app.rapport.people.api;

import app.rapport.access.Refused;
import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.api.PartyBody.PointJson;
import app.rapport.people.api.PartyBody.PostalJson;
import app.rapport.people.api.PartyBody.Ref;
import app.rapport.people.model.Field;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a caller gave into the text form of fields: what is absent stays out, what is null is
 * cleared. A record alone cannot tell the two apart, so the tree says what is there.
 */
final class GivenFields {
    private final JsonNode tree;
    private final PartyBody body;
    private final List<PointDraft> standing;

    /**
     * @param body the same as the tree, read
     * @param standing the points that are there, whose labels stay where only values are given
     */
    GivenFields(JsonNode tree, PartyBody body, List<PointDraft> standing) {
        this.tree = tree;
        this.body = body;
        this.standing = standing;
    }

    <F extends Enum<F> & Field> Map<F, String> read(F[] fields) {
        tree.properties().forEach(field -> refuseGaps(field.getKey(), field.getValue()));
        boolean both = tree.has("points") && (tree.has("addresses") || tree.has("phones"));
        if (both) throw new Refused("points", "Give either points, or addresses and phones");
        Map<F, String> given = new LinkedHashMap<>();
        for (F field : fields) {
            if (field.shape() == Field.Shape.POINTS && tree.has("points"))
                given.put(field, points(kind(field)));
            else if (tree.has(field.json())) given.put(field, text(field));
        }
        return given;
    }

    /** A null among values says nothing: neither a value nor that there are none. */
    private static void refuseGaps(String name, JsonNode values) {
        if (!values.isArray()) return;
        for (int i = 0; i < values.size(); i++)
            if (values.get(i).isNull()) throw new Refused(name + "/" + i, "Give a value");
    }

    private String text(Field field) {
        return switch (field.shape()) {
            case TEXT -> tree.path(field.json()).asString("");
            case TAGS -> FieldText.ofList(list(body.tags()));
            case DOMAINS -> FieldText.ofList(list(body.domainNames()));
            case ACCOUNT -> id(field, body.company());
            case MEMBER -> id(field, body.owner());
            case POSTALS ->
                    FieldText.ofPostals(
                            list(body.postalAddresses()).stream().map(PostalJson::draft).toList());
            case POINTS -> values(field, kind(field));
        };
    }

    private static Kind kind(Field field) {
        return Kind.valueOf(field.key().toUpperCase(Locale.ROOT));
    }

    private static String id(Field field, @Nullable Ref ref) {
        if (ref == null) return "";
        if (ref.id() == null) throw new Refused(field.json() + "/id", "Give an id");
        return ref.id().toString();
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    /** Values alone; the label of one that is there already stays. */
    private String values(Field field, Kind kind) {
        List<String> values =
                list(
                        kind == Kind.MAIL
                                ? body.addresses()
                                : kind == Kind.PHONE ? body.phones() : null);
        List<PointDraft> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            points.add(Points.typed(field.json() + "/" + i, kind, label(kind, value), value));
        }
        return FieldText.ofPoints(points);
    }

    private String label(Kind kind, String value) {
        String key = Points.key(kind, value.strip());
        return standing.stream()
                .filter(point -> point.kind() == kind && point.key().equals(key))
                .findFirst()
                .map(PointDraft::label)
                .orElse("");
    }

    private String points(Kind kind) {
        List<PointJson> given = list(body.points());
        List<PointDraft> points = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            PointJson one = given.get(i);
            if (known("points/" + i, one) != kind) continue;
            if (one.value() == null) throw new Refused("points/" + i + "/value", "Give a value");
            String label = one.label() == null ? "" : one.label();
            points.add(Points.typed("points/" + i + "/value", kind, label, one.value()));
        }
        return FieldText.ofPoints(points);
    }

    private static Kind known(String at, PointJson one) {
        for (Kind kind : Kind.values()) if (PointJson.word(kind).equals(one.kind())) return kind;
        throw new Refused(at + "/kind", "Give mail, phone, link or chat");
    }
}
