package app.rapport.access;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which people and companies a member sees; whoever manages members sees all. */
public enum Visibility {
    ALL("all", "All records"),
    TEAM("team", "Their teams' records"),
    OWN("own", "Their own records");

    private final String key;
    private final String title;

    Visibility(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As it is stored and typed. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /**
     * @throws Refused when there is no such choice
     */
    public static Visibility of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new Refused(
                                "sees",
                                "Choose one of "
                                        + Arrays.stream(values())
                                                .map(Visibility::key)
                                                .collect(Collectors.joining(", "))));
    }
}
