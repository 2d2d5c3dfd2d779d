package app.rapport.people.web;

import app.rapport.kernel.PersonColumn.Heading;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.model.PeopleQuery.Order;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Optional;

/**
 * The list of people.
 *
 * @param fit how many fit, in words
 * @param chips the filters that are on, each with the way to take it off
 */
public record PeoplePage(
        PeopleQuery query,
        PersonRows rows,
        String fit,
        long all,
        long companies,
        List<Chip> chips,
        List<Choice> owners,
        List<Choice> sources,
        List<Heading> offered)
        implements Page {

    public record Chip(String label, String without) {}

    public String csv() {
        return "/people.csv?" + query.text();
    }

    public String sortHref(Order by) {
        return "/people?" + query.sortedBy(by).text();
    }

    /** For {@code aria-sort}; null where the list is not sorted by it. */
    public @org.jspecify.annotations.Nullable String sorted(Order by) {
        if (query.order() != by) return null;
        return query.descending() ? "descending" : "ascending";
    }

    /** The order that a column's heading sorts by. */
    public Optional<Order> order(String key) {
        return switch (key) {
            case "company" -> Optional.of(Order.COMPANY);
            case "last" -> Optional.of(Order.LAST);
            case "added" -> Optional.of(Order.ADDED);
            default -> Optional.empty();
        };
    }

    public boolean shows(String key) {
        return rows.headings().stream().anyMatch(heading -> heading.key().equals(key));
    }
}
