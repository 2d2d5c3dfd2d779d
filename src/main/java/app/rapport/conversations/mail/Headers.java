package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;

/** A header's fields by name, unfolded and decoded; a field that is broken is kept as it stands. */
final class Headers {
    private static final int MOST_PER_NAME = 200;
    private static final int LONGEST_FIELD = 200_000;
    private static final Pattern FOLDS = Pattern.compile("\\r?\\n(?=[ \\t])");
    private static final Pattern ENDS = Pattern.compile("[\\r\\n]+");

    private final Map<String, List<String>> fields = new HashMap<>();

    static Headers of(Iterable<Field> fields) {
        Headers headers = new Headers();
        for (Field field : fields) headers.add(field);
        return headers;
    }

    private void add(Field field) {
        List<String> values =
                fields.computeIfAbsent(
                        field.getName().strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
        if (values.size() < MOST_PER_NAME) values.add(raw(field));
    }

    private static String raw(Field field) {
        byte[] raw = field.getRaw() == null ? null : field.getRaw().toByteArray();
        if (raw == null) return field.getBody() == null ? "" : field.getBody();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') colon++;
        int from = Math.min(raw.length, colon + 1);
        int length = Math.min(raw.length - from, LONGEST_FIELD);
        byte[] body = java.util.Arrays.copyOfRange(raw, from, from + length);
        // no name or address has a zero character, and PostgreSQL holds none
        return unfolded(Charsets.guess(body).replace("\u0000", "")).strip();
    }

    private static String unfolded(String body) {
        if (body.indexOf('\n') < 0 && body.indexOf('\r') < 0) return body;
        return ENDS.matcher(FOLDS.matcher(body).replaceAll("")).replaceAll(" ");
    }

    /** The first field of that name as it stands, not decoded. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first field of that name in lower case, {@code ""} when there is none. */
    String lower(String name) {
        return first(name).orElse("").toLowerCase(Locale.ROOT);
    }

    /** The first field of that name with its encoded words (RFC 2047) decoded. */
    String decoded(String name) {
        return first(name).map(EncodedWords::decode).orElse("");
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }
}
