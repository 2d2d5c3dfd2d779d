package app.rapport.people.web;

import app.rapport.kernel.PersonColumn.Heading;
import app.rapport.people.PersonRow;
import app.rapport.people.model.PeopleQuery;
import app.rapport.ui.Page;
import app.rapport.ui.Times;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of the list, as the page includes them and as "more" fetches them.
 *
 * @param next where the next rows begin
 */
public record PersonRows(
        PeopleQuery query,
        List<Heading> headings,
        List<Row> rows,
        Optional<String> next,
        Times times)
        implements Page {

    /**
     * @param owner their name; empty when nobody owns them
     * @param cells what other rooms say, by the heading's key
     */
    public record Row(PersonRow person, String owner, Map<String, Content> cells) {
        public boolean has(String key) {
            return cells.containsKey(key);
        }
    }

    public String more() {
        String query = this.query.text();
        return "/people?" + (query.isEmpty() ? "" : query + "&") + "after=" + next.orElse("");
    }
}
