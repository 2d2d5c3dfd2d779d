package app.rapport.people.web;

import app.rapport.ui.Page;
import java.time.Instant;
import java.util.List;

/**
 * What became of each field.
 *
 * @param home path of the person or company
 */
public record HistoryPage(
        String name,
        String home,
        List<Entry> entries,
        List<Joined> joined,
        Instant since,
        String origin)
        implements Page {

    /** A record that was joined to this one and still is. */
    public record Joined(String merge, String name, Instant at) {}

    /**
     * @param change id of the change, where it can be put back; else empty
     * @param who a colleague, or "an import"
     * @param source opens the mail that says so, where one does; else empty
     */
    public record Entry(
            String change,
            String field,
            String before,
            String after,
            Instant at,
            String who,
            String source) {}
}
