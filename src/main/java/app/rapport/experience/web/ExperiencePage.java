package app.rapport.experience.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.time.LocalDate;

/**
 * One ledger with its curve and all its entries.
 *
 * @param asOf the day whose evening it stands for
 * @param past whether that is another day than today
 */
public record ExperiencePage(
        ExperienceView view, boolean ofPerson, LocalDate asOf, boolean past, Wrong wrong)
        implements Page {
    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
