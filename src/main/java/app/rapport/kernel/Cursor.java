package app.rapport.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A place in an ordered list, as text that callers hand back without looking inside. */
public record Cursor(List<String> keys) {
    private static final String BETWEEN = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor at(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** What was given is no place of this list. */
    public static final class Foreign extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        public Foreign() {
            super("The cursor is not one that this list gave");
        }

        public Foreign(RuntimeException cause) {
            super("The cursor is not one that this list gave", cause);
        }
    }

    /** Reads what {@link #text} wrote; throws {@link Foreign} for anything else. */
    public static Cursor read(String text, int keys) {
        List<String> read = List.of(inside(text).split(BETWEEN, -1));
        if (read.size() != keys) throw new Foreign();
        return new Cursor(read);
    }

    private static String inside(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Foreign(e);
        }
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8));
    }
}
