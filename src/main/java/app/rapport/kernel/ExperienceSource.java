package app.rapport.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Socket: a room that knows of something by which a customer's experience with us became better or
 * worse.
 */
public interface ExperienceSource {
    /**
     * What happened to each of these people up to a moment, of what was known then and of what the
     * viewer may know; in no order, by a few statements for all.
     *
     * @param since signs before it may be left out, since they have faded; all else is always told
     */
    Map<PersonId, List<ExperienceEntry>> entries(
            Viewer viewer, Collection<PersonId> people, Instant since, Instant at);
}
