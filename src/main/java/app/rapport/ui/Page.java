package app.rapport.ui;

/**
 * What a controller hands out: a record that is rendered by the template of the same name. {@code
 * record PeoplePage(…) implements Page} in the room {@code people}, in whatever drawer, is drawn by
 * {@code src/main/jte/people/PeoplePage.jte}, which takes it as {@code page} and, where it draws a
 * whole page, the {@link Frame} as {@code frame}. Fragments for htmx are pages without the frame.
 */
public interface Page {
    /** HTTP status of the answer. */
    default int status() {
        return 200;
    }
}
