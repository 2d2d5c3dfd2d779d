package app.rapport.calls.model;

import java.util.Arrays;
import java.util.Optional;

/** What a line of notes is, said by two characters at its very beginning. */
public enum Mark {
    ASKED("??", "asked", true),
    PLAYED_BACK(">>", "played back", false),
    WE_PROMISE("!!", "we promise", true),
    THEY_PROMISE("!<", "they promise", true),
    NEED("**", "need", false),
    NEED_SENSED("*~", "need you suspect", false),
    HESITATION("~~", "hesitation", false),
    FELT_GOOD(":)", "felt good to them", false),
    FELT_BAD(":(", "felt bad to them", false);

    private final String sign;
    private final String words;
    private final boolean mayTouch;

    Mark(String sign, String words, boolean mayTouch) {
        this.sign = sign;
        this.words = words;
        this.mayTouch = mayTouch;
    }

    public String sign() {
        return sign;
    }

    public String words() {
        return words;
    }

    /**
     * The mark that a line begins with. White space follows it; where nothing else is written so, a
     * hasty word may follow at once ("!!Tom calls", but not "**bold**").
     */
    static Optional<Mark> of(String line) {
        return Arrays.stream(values()).filter(mark -> mark.begins(line)).findFirst();
    }

    private boolean begins(String line) {
        if (!line.startsWith(sign)) return false;
        if (line.length() == sign.length()) return true;
        int next = line.codePointAt(sign.length());
        return Character.isWhitespace(next) || (mayTouch && Character.isLetterOrDigit(next));
    }

    /** Set in its characters: "~~ struck ~~" is a way to write, no hesitation. */
    boolean encloses(String line) {
        return !mayTouch && line.length() > 2 * sign.length() && line.strip().endsWith(sign);
    }
}
