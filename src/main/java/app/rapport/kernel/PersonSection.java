package app.rapport.kernel;

import java.time.Instant;
import java.util.Optional;

/** Socket: a part of the contact page that a room contributes. */
public interface PersonSection {
    /** The room's part for this person as of a moment, or nothing when it has nothing to say. */
    Optional<Section> section(Viewer viewer, PersonId person, Instant at);

    /** Main column or the narrow one at the right. */
    enum Place {
        BANNER,
        MAIN,
        ASIDE
    }

    /**
     * @param template path of the template, {@code conversations/Story.jte}
     * @param page its typed page record
     * @param order smaller comes first
     */
    record Section(Place place, int order, String template, Object page) {}
}
