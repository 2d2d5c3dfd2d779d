package app.rapport.experience.web;

import app.rapport.experience.model.TouchPoint;
import app.rapport.ui.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One ledger with its curve and all its entries.
 *
 * @param asOf the day whose evening it stands for
 * @param past whether that is another day than today
 * @param moments of a person, as of today
 * @param points where a mark may have been earned
 */
public record ExperiencePage(
        ExperienceView view,
        LocalDate asOf,
        boolean past,
        Optional<MomentsView> moments,
        List<TouchPoint> points)
        implements Page {
    public boolean ofPerson() {
        return view.home().startsWith("/people/");
    }
}
