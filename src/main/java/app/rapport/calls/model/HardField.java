package app.rapport.calls.model;

import java.util.Locale;

/** What to think through before a talk one would rather avoid. */
public enum HardField {
    OPPORTUNITY("This is an opportunity to …", "What becomes possible once it is said"),
    TENSION(
            "What tension is useful here",
            "What has to stay uncomfortable for a while, and what it is good for"),
    FEAR("What I fear", ""),
    HARMED("Whom my silence would harm", "Where there is somebody, speaking is a duty"),
    STANCE("Approach or avoid", "Which of both, and what speaks for it"),
    FACE("How they may save face", "A way to change their position and stay who they are"),
    RESCUE("What I will not rescue them from", "Their silence, their answer, their part of it"),
    OPENING("My first sentence", "Word for word, as I will say it"),
    REHEARSAL(
            "Rehearse it", "What they may say, going by what they said before, and what I answer");

    private final String label;
    private final String hint;

    HardField(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
