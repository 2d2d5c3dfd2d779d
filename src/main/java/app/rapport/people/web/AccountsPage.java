package app.rapport.people.web;

import app.rapport.people.AccountLine;
import app.rapport.ui.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Companies by name.
 *
 * @param twins how many pairs may be one
 * @param next where the next page begins; empty on the last
 */
public record AccountsPage(String q, List<Line> lines, long twins, String next) implements Page {

    /**
     * @param last when they or we last spoke
     */
    public record Line(AccountLine account, Optional<Instant> last) {}
}
