package app.rapport.ui;

import app.rapport.kernel.Viewer;
import java.util.Optional;

/**
 * Socket: something about the house that a member should see on every page until it is mended.
 * Asked for each page, so an answer has to be at hand.
 */
public interface Alarm {
    /** What is wrong and what to do, one or two sentences; empty when all is well. */
    Optional<String> words(Viewer viewer);

    /** Where it is mended; empty when on no page. */
    default Optional<Link> mending() {
        return Optional.empty();
    }

    /**
     * @param words verb and thing
     */
    record Link(String words, String href) {}
}
