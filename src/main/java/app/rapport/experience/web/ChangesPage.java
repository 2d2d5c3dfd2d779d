package app.rapport.experience.web;

import app.rapport.experience.model.Change;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/** What was changed because of what was heard, and who still waits to be told. */
public record ChangesPage(List<Change> changes, List<Tab> tabs) implements Page {
    public long untold() {
        return changes.stream().mapToLong(Change::untold).sum();
    }
}
