package app.rapport.people.model;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody wants to see of the people: filters, an order and columns, as they stand in the
 * address of the page. The text of it is also what a saved view keeps.
 */
public record PeopleQuery(
        String words,
        String company,
        Optional<UUID> account,
        String owner,
        String tag,
        Optional<Since> touched,
        Optional<Since> untouched,
        String source,
        Optional<UUID> importId,
        Who who,
        boolean open,
        Order order,
        boolean descending,
        List<String> columns) {

    public PeopleQuery {
        columns = List.copyOf(columns);
    }

    /** Colleagues are no customers, so they are left out unless somebody asks for them. */
    public enum Who {
        PEOPLE,
        COLLEAGUES,
        EVERYBODY
    }

    public enum Order {
        NAME("name"),
        COMPANY("company"),
        LAST("last talk"),
        ADDED("day added");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** What one expects at first: names from A, talks and additions from the newest. */
        public boolean newestFirst() {
            return this == LAST || this == ADDED;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static PeopleQuery all() {
        return of(Map.of());
    }

    /** Reads the parameters of an address; what is not understood is as if it were not there. */
    public static PeopleQuery of(Map<String, String> given) {
        String sort = text(given, "sort");
        Optional<Order> asked =
                one(Order.values(), sort.startsWith("-") ? sort.substring(1) : sort);
        Order order = asked.orElse(Order.LAST);
        return new PeopleQuery(
                text(given, "q"),
                text(given, "company"),
                id(text(given, "account")),
                text(given, "owner"),
                text(given, "tag"),
                Since.of(text(given, "touched")),
                Since.of(text(given, "untouched")),
                text(given, "source"),
                id(text(given, "import")),
                one(Who.values(), text(given, "who")).orElse(Who.PEOPLE),
                text(given, "open").equals("yes"),
                order,
                asked.isEmpty() ? order.newestFirst() : sort.startsWith("-"),
                text(given, "columns").isEmpty()
                        ? List.of()
                        : List.of(text(given, "columns").split(",")));
    }

    private static String text(Map<String, String> given, String name) {
        return given.getOrDefault(name, "").strip();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String word) {
        for (E value : all) if (value.name().equalsIgnoreCase(word)) return Optional.of(value);
        return Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The parameters that say the same again; what is usual is left out. */
    public Map<String, String> parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("q", words);
        said.put("company", company);
        said.put("account", account.map(UUID::toString).orElse(""));
        said.put("owner", owner);
        said.put("tag", tag);
        said.put("touched", touched.map(Since::text).orElse(""));
        said.put("untouched", untouched.map(Since::text).orElse(""));
        said.put("source", source);
        said.put("import", importId.map(UUID::toString).orElse(""));
        said.put("who", who == Who.PEOPLE ? "" : who.name().toLowerCase(java.util.Locale.ROOT));
        said.put("open", open ? "yes" : "");
        said.put("sort", order == Order.LAST && descending ? "" : sort());
        said.put("columns", String.join(",", columns));
        said.values().removeIf(String::isEmpty);
        return said;
    }

    private String sort() {
        return (descending ? "-" : "") + order.word();
    }

    /** As it stands behind the question mark. */
    public String text() {
        return parameters().entrySet().stream()
                .map(one ->
                        one.getKey()
                                + "="
                                + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Reads what {@link #text} wrote. */
    public static PeopleQuery read(String text) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String one : text.split("&")) {
            int sign = one.indexOf('=');
            if (sign > 0)
                said.put(
                        one.substring(0, sign),
                        URLDecoder.decode(one.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return of(said);
    }

    /** Where the page shows it. */
    public String path() {
        String text = text();
        return text.isEmpty() ? "/people" : "/people?" + text;
    }

    /** The same with one parameter changed; an empty value takes it away. */
    public PeopleQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters());
        if (value.isEmpty()) changed.remove(name);
        else changed.put(name, value);
        return of(changed);
    }

    public PeopleQuery sortedBy(Order by) {
        boolean down = order == by ? !descending : by.newestFirst();
        return with("sort", (down ? "-" : "") + by.word());
    }

    /** Whether it leaves somebody out that the plain list shows. */
    public boolean filters() {
        return parameters().keySet().stream()
                .anyMatch(name -> !name.equals("sort") && !name.equals("columns"));
    }
}
