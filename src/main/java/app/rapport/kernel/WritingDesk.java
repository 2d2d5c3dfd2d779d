package app.rapport.kernel;

import java.util.Optional;

/** Socket: where the viewer writes to a person. Without an answer their own mail program opens. */
public interface WritingDesk {
    Optional<Desk> desk(Viewer viewer, PersonId person);

    /**
     * @param words what the button says: "Write", "Answer"
     * @param href a page, and as an answer to htmx the form alone
     */
    record Desk(String words, String href) {}
}
