package app.rapport.people.web;

import app.rapport.kernel.PersonColumn.Heading;
import app.rapport.people.PeopleList;
import app.rapport.people.model.PeopleQuery;
import app.rapport.people.model.PeopleQuery.Order;
import app.rapport.ui.Choice;
import app.rapport.ui.Numbers;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Optional;

/**
 * The list of people.
 *
 * @param chips the filters that are on, each with the way to take it off
 */
public record PeoplePage(
        PeopleQuery query,
        PersonRows rows,
        Counts counts,
        ViewTabs views,
        List<Choice> members,
        List<Chip> chips,
        List<Choice> owners,
        List<Choice> sources,
        List<Heading> offered)
        implements Page {

    /**
     * @param fit how many fit, counted no further than {@link PeopleList#COUNTED}, as are the
     *     others
     * @param twins how many pairs may be one person
     */
    public record Counts(long fit, long all, long companies, long twins) {}

    public record Chip(String label, String without) {}

    public String counted(long count) {
        return count >= PeopleList.COUNTED
                ? "More than " + Numbers.count(PeopleList.COUNTED - 1)
                : Numbers.count(count);
    }

    /** Whether there is nobody at all, so that nothing can be filtered, chosen or saved. */
    public boolean isNobody() {
        return counts.all() == 0 && !query.filters();
    }

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
