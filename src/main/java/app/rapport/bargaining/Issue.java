package app.rapport.bargaining;

import java.util.List;

/** One matter to be agreed upon, and what it may become. */
public record Issue(String name, Kind kind, List<String> options) {
    public Issue {
        options = List.copyOf(options);
    }

    /** Whether options lie on a line, so that one may speak of a step. */
    public enum Kind {
        CHOICE,
        ORDERED,
        NUMBER
    }
}
