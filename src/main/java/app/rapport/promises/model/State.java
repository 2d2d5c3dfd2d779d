package app.rapport.promises.model;

/** What became of a promise so far. */
public enum State {
    OPEN("open", "open", "clock"),
    RENEGOTIATED("moved in time", "moved", "calendar-due"),
    WAITING("waits for the other side", "wait", "hourglass"),
    KEPT("kept", "kept", "check"),
    KEPT_LATE("kept late", "late", "check"),
    BROKEN("broken", "broken", "x"),
    WITHDRAWN("withdrawn", "none", "ban");

    private final String words;
    private final String pill;
    private final String icon;

    State(String words, String pill, String icon) {
        this.words = words;
        this.pill = pill;
        this.icon = icon;
    }

    public boolean isSettled() {
        return compareTo(KEPT) >= 0;
    }

    public String words() {
        return words;
    }

    /** Kind of its pill on pages. */
    public String pill() {
        return pill;
    }

    public String icon() {
        return icon;
    }
}
