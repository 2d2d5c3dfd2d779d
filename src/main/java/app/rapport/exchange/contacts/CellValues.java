package app.rapport.exchange.contacts;

import app.rapport.people.PointDraft;
import app.rapport.people.PointDraft.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several values in one cell: parted by signs, or as JSON. */
final class CellValues {
    // the blanks around a sign are taken off afterwards: looked for here, a long run of them would
    // be walked anew from each of its places
    private static final Pattern PARTS = Pattern.compile(":::|[;\\n\\r|]");
    private static final Pattern PHONES = Pattern.compile(":::|[;\\n\\r|,]| / ");
    private static final Pattern WORDS = Pattern.compile(":::|[;,\\n]");
    private static final Pattern AROUND = Pattern.compile("^[.*]+|[.*]+$");

    /** One value with its own label, which may be empty. */
    record Labelled(String label, String value) {}

    private CellValues() {}

    static List<PointDraft> points(Kind kind, String label, String cell, String region) {
        List<PointDraft> points = new ArrayList<>();
        List<Labelled> values = json(cell);
        if (values.isEmpty()) values = parted(kind, cell);
        for (Labelled value : values) {
            String own = value.label().isEmpty() ? label : value.label();
            String key = key(kind, value.value(), region);
            if (!key.isEmpty()) points.add(new PointDraft(kind, own, value.value(), key));
        }
        return points;
    }

    static String key(Kind kind, String value, String region) {
        return switch (kind) {
            case MAIL -> value.indexOf('@') < 0 ? "" : value.toLowerCase(Locale.ROOT);
            case PHONE -> Phones.key(value, region);
            case LINK, CHAT -> value.toLowerCase(Locale.ROOT);
        };
    }

    static PointDraft mail(String label, String value) {
        return new PointDraft(Kind.MAIL, label, value, value.toLowerCase(Locale.ROOT));
    }

    /** Addresses in a text, without the words around them. */
    static List<String> mails(String cell) {
        List<String> found = new ArrayList<>();
        Matcher mail = CellShape.MAIL.matcher(cell);
        while (mail.find()) found.add(AROUND.matcher(mail.group()).replaceAll(""));
        return found;
    }

    private static List<Labelled> parted(Kind kind, String cell) {
        if (kind == Kind.MAIL) {
            List<String> mails = mails(cell);
            if (mails.isEmpty()) mails = parts(PARTS, cell);
            return mails.stream().map(mail -> new Labelled("", mail)).toList();
        }
        Pattern signs = kind == Kind.PHONE ? PHONES : PARTS;
        List<Labelled> values =
                parts(signs, cell).stream().map(part -> new Labelled("", part)).toList();
        boolean whole =
                kind == Kind.PHONE
                        && values.stream()
                                .anyMatch(value ->
                                        value.value().chars().filter(Character::isDigit).count()
                                                < 5);
        return whole ? List.of(new Labelled("", cell.strip())) : values;
    }

    /** [{"label": "work", "value": "…"}], ["…"] or {"work": "…"}; empty when it is no JSON. */
    static List<Labelled> json(String cell) {
        if (!cell.startsWith("[") && !cell.startsWith("{")) return List.of();
        List<Labelled> values = new ArrayList<>();
        try {
            collect(JsonMapper.shared().readTree(cell), "", values);
        } catch (JacksonException e) {
            return List.of();
        }
        return values;
    }

    private static void collect(JsonNode node, String label, List<Labelled> into) {
        if (node.isArray()) {
            node.values().forEach(child -> collect(child, label, into));
        } else if (node.isObject()) {
            String own = text(node, "label", "type", "name");
            String value = text(node, "value", "email", "address", "number", "phone", "url");
            if (!value.isEmpty()) into.add(new Labelled(own, value));
            else
                node.properties().forEach(entry -> collect(entry.getValue(), entry.getKey(), into));
        } else if (!node.asString("").isBlank()) {
            into.add(new Labelled(label, node.asString("").strip()));
        }
    }

    private static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode child = node.path(name);
            if (child.isValueNode() && !child.isNull()) return child.asString("").strip();
        }
        return "";
    }

    static List<String> words(String cell) {
        return parts(WORDS, cell).stream()
                .map(word -> word.replaceAll("^\\*\\s*", ""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> parts(Pattern signs, String cell) {
        return signs.splitAsStream(cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
