package app.rapport.negotiations;

import app.rapport.kernel.PersonSection.Section;
import app.rapport.kernel.Viewer;
import java.util.Optional;

/** Socket: a part beside the pages of a plan that another room contributes, for its team. */
public interface PlanSection {
    Optional<Section> section(Viewer viewer, Negotiation negotiation);
}
