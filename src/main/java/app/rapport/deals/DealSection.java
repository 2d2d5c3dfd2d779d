package app.rapport.deals;

import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Optional;

/** Socket: a part of a deal's page that another room contributes. */
public interface DealSection {
    Optional<Section> section(Viewer viewer, Deal deal, Instant at);
}
