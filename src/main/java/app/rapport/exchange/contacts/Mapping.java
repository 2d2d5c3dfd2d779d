package app.rapport.exchange.contacts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person says of a file, against the guesses; see docs/guide/import.md.
 *
 * @param columns header, or number of the column from 1, to the word of a field
 * @param delimiter empty: guessed
 * @param header whether the first row is a header; empty: guessed
 * @param kind contacts, companies, deals, activities or events; empty: guessed
 */
public record Mapping(
        Map<String, Field> columns,
        Optional<Character> delimiter,
        Optional<Boolean> header,
        Optional<FileKind> kind) {

    public static final Mapping NONE =
            new Mapping(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A mapping that cannot be understood; the message says why and what is possible. */
    public static final class Unclear extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Unclear(String message) {
            super(message);
        }
    }

    /**
     * @throws Unclear when it is no JSON object of this form
     */
    public static Mapping parse(String json) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new Unclear("The mapping is no JSON: " + e.getOriginalMessage());
        }
        if (root == null || !root.isObject()) throw new Unclear("The mapping is no JSON object");
        Map<String, Field> columns = new LinkedHashMap<>();
        root.path("columns")
                .properties()
                .forEach(
                        entry -> columns.put(entry.getKey(), field(entry.getValue().asString(""))));
        return new Mapping(
                columns,
                root.path("delimiter").asStringOpt().map(Mapping::delimiter),
                root.path("header").asBooleanOpt(),
                root.path("kind").asStringOpt().map(Mapping::kind));
    }

    public Mapping with(Map<String, Field> others) {
        return new Mapping(Map.copyOf(others), delimiter, header, kind);
    }

    public Mapping separated(char by) {
        return new Mapping(columns, Optional.of(by), header, kind);
    }

    public Mapping headed(boolean there) {
        return new Mapping(columns, delimiter, Optional.of(there), kind);
    }

    public Mapping of(FileKind rows) {
        return new Mapping(columns, delimiter, header, Optional.of(rows));
    }

    /** As {@link #parse} reads it. */
    public String json() {
        Map<String, Object> said = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        columns.forEach((column, field) -> words.put(column, field.word()));
        said.put("columns", words);
        delimiter.ifPresent(sign -> said.put("delimiter", sign == '\t' ? "tab" : sign.toString()));
        header.ifPresent(there -> said.put("header", there));
        kind.ifPresent(rows -> said.put("kind", rows.name().toLowerCase(Locale.ROOT)));
        return JsonMapper.shared().writeValueAsString(said);
    }

    private static Field field(String word) {
        return Field.of(word)
                .orElseThrow(() ->
                        new Unclear(
                                "There is no field \""
                                        + word
                                        + "\"; there are "
                                        + String.join(
                                                ", ",
                                                java.util.Arrays.stream(Field.values())
                                                        .map(Field::word)
                                                        .toList())));
    }

    private static char delimiter(String word) {
        if (word.equalsIgnoreCase("tab")) return '\t';
        if (word.length() != 1) throw new Unclear("The delimiter is one character, or \"tab\"");
        return word.charAt(0);
    }

    private static FileKind kind(String word) {
        try {
            return FileKind.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unclear(
                    "The kind is contacts, companies, deals, activities or events, not " + word);
        }
    }

    List<Column> over(List<Column> guesses) {
        return guesses.stream().map(this::over).toList();
    }

    private Column over(Column guess) {
        Field said = columns.get(guess.header());
        if (said == null) said = columns.get(Integer.toString(guess.index() + 1));
        return said == null ? guess : guess.as(said, 1);
    }
}
