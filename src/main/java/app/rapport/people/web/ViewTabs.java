package app.rapport.people.web;

import app.rapport.people.SavedView;
import app.rapport.people.model.PeopleQuery;
import java.util.List;
import java.util.Optional;

/**
 * The saved views above the list. A view is the current one while the list is exactly what it says;
 * so nothing has to be carried along in addresses.
 */
public record ViewTabs(
        List<SavedView> all, Optional<SavedView> current, PeopleQuery query, boolean everybody) {

    /** A view that everybody has from the first day. */
    public record Standing(String name, PeopleQuery query) {}

    private static final List<Standing> STANDING =
            List.of(
                    new Standing("Yours", PeopleQuery.read("owner=me")),
                    new Standing("Wait for you", PeopleQuery.read("open=yes")),
                    new Standing("Quiet for 90 days", PeopleQuery.read("untouched=90d")));

    static ViewTabs of(List<SavedView> all, PeopleQuery query, PersonRows rows) {
        String shown =
                query.columns().isEmpty()
                        ? ""
                        : String.join(",", rows.headings().stream().map(h -> h.key()).toList());
        PeopleQuery exact = query.with("columns", shown);
        Optional<SavedView> current =
                all.stream().filter(view -> view.query().equals(exact)).findFirst();
        return new ViewTabs(all, current, query, current.isEmpty() && !query.filters());
    }

    public List<Standing> standing() {
        return STANDING;
    }

    /** Whatever its order and columns: those are nobody's filter. */
    public boolean isCurrent(Standing view) {
        return current.isEmpty() && query.with("sort", "").with("columns", "").equals(view.query());
    }

    public boolean isCurrent(SavedView view) {
        return current.filter(view::equals).isPresent();
    }
}
