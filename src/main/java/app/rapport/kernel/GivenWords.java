package app.rapport.kernel;

import org.jspecify.annotations.Nullable;

/** Words of a form or a request, which whoever sends it may leave out. */
public final class GivenWords {
    private GivenWords() {}

    /** As they were given; empty where they were left out. */
    public static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Without the blanks around them; empty where they were left out. */
    public static String stripped(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
