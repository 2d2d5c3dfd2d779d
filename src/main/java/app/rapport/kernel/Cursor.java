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

    /**
     * Reads what {@link #text} wrote; throws {@link IllegalArgumentException} for anything else.
     */
    public static Cursor read(String text, int keys) {
        String inside = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        List<String> read = List.of(inside.split(BETWEEN, -1));
        if (read.size() != keys) throw new IllegalArgumentException("not a cursor of this list");
        return new Cursor(read);
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8));
    }
}
