package app.rapport.deals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which deals, in which order; what nobody understands is left out.
 *
 * @param state {@code open}, {@code won}, {@code lost} or {@code all}
 * @param stage an id; empty for those of the state
 * @param owner {@code me}, {@code none}, a member's id, or empty for all
 * @param closing {@code past}, a number of days ahead such as {@code 30}, {@code none}, or empty
 * @param account an id, or empty
 */
public record DealQuery(
        String words,
        String state,
        String stage,
        String owner,
        String closing,
        String account,
        Order order,
        boolean descending) {

    /** What a list is sorted by. */
    public enum Order {
        NAME("name"),
        CLOSES("expected close"),
        WORTH("value"),
        CHANGED("last change");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static DealQuery of(Map<String, String> given) {
        String sort = given.getOrDefault("sort", "");
        boolean descending = sort.startsWith("-");
        Order order =
                Arrays.stream(Order.values())
                        .filter(one -> one.key().equals(descending ? sort.substring(1) : sort))
                        .findFirst()
                        .orElse(Order.CLOSES);
        return new DealQuery(
                given.getOrDefault("q", "").strip(),
                known(given.getOrDefault("state", "open"), "open|won|lost|all", "open"),
                known(given.getOrDefault("stage", ""), ID, ""),
                known(given.getOrDefault("owner", ""), "me|none|" + ID, ""),
                known(given.getOrDefault("closing", ""), "past|none|\\d{1,3}", ""),
                known(given.getOrDefault("account", ""), ID, ""),
                order,
                descending);
    }

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static String known(String text, String pattern, String otherwise) {
        return text.matches(pattern) ? text : otherwise;
    }

    public static DealQuery all() {
        return of(Map.of("state", "all", "sort", "name"));
    }

    public boolean filters() {
        return !(words + stage + owner + closing + account).isEmpty();
    }

    public String sort() {
        return (descending ? "-" : "") + order.key();
    }

    /** As they stand in an address; what goes without saying is left out. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "q", words, "");
        put(all, "state", state, "open");
        put(all, "stage", stage, "");
        put(all, "owner", owner, "");
        put(all, "closing", closing, "");
        put(all, "account", account, "");
        put(all, "sort", sort(), "closes");
        return all;
    }

    private static void put(Map<String, String> all, String name, String value, String usual) {
        if (!value.equals(usual)) all.put(name, value);
    }

    /** The page's address with one parameter other than now; an empty value takes it off. */
    public String with(String path, String name, String value) {
        Map<String, String> all = parameters();
        if (value.isEmpty()) all.remove(name);
        else all.put(name, value);
        return href(path, all);
    }

    public String href(String path) {
        return href(path, parameters());
    }

    private static String href(String path, Map<String, String> all) {
        if (all.isEmpty()) return path;
        return all.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The id of the stage that is asked for. */
    public Optional<String> oneStage() {
        return Optional.of(stage).filter(id -> !id.isEmpty());
    }
}
