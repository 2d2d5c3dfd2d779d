package app.rapport.kernel;

import java.time.Instant;
import java.util.Optional;

/** Socket: what a room knows of the day, beside the items of Today. */
public interface DaySection {
    /** Nothing where the day holds nothing of that room. */
    Optional<Section> section(Viewer viewer, Instant at);

    /**
     * @param order smaller comes first
     * @param template path of the template, {@code calendar/TalksToday.jte}
     * @param page its typed page record
     */
    record Section(int order, String template, Object page) {}
}
