package app.rapport.experience.model;

/** How somebody experiences us, in a word. */
public enum State {
    UNHAPPY("Unhappy", "mood-sad"),
    SATISFIED("Satisfied", "mood-neutral"),
    DELIGHTED("Delighted", "mood-happy"),
    NOT_KNOWN("Not known yet", "circle-dashed");

    private final String words;
    private final String icon;

    State(String words, String icon) {
        this.words = words;
        this.icon = icon;
    }

    public String words() {
        return words;
    }

    public String icon() {
        return icon;
    }

    /** Of its class on pages. */
    public String style() {
        return this == NOT_KNOWN ? "unknown" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
