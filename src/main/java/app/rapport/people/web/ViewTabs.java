package app.rapport.people.web;

import app.rapport.people.SavedView;
import app.rapport.people.model.PeopleQuery;
import java.util.List;
import java.util.Optional;

/**
 * The saved views above the list. A view is the current one while the list is exactly what it says;
 * so nothing has to be carried along in addresses.
 */
public record ViewTabs(List<SavedView> all, Optional<SavedView> current, boolean everybody) {
    static ViewTabs of(List<SavedView> all, PeopleQuery query, PersonRows rows) {
        String shown =
                query.columns().isEmpty()
                        ? ""
                        : String.join(",", rows.headings().stream().map(h -> h.key()).toList());
        PeopleQuery exact = query.with("columns", shown);
        Optional<SavedView> current =
                all.stream().filter(view -> view.query().equals(exact)).findFirst();
        return new ViewTabs(all, current, current.isEmpty() && !query.filters());
    }

    public boolean isCurrent(SavedView view) {
        return current.filter(view::equals).isPresent();
    }
}
