package app.rapport.access.web;

import app.rapport.access.Sessions.Open;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/** Where the member is logged in. */
public record SessionsPage(List<Seen> sessions, List<Tab> tabs) implements Page {

    /**
     * @param name the browser and its system, as far as they tell
     */
    public record Seen(String name, Open session) {}

    public boolean elsewhere() {
        return sessions.stream().anyMatch(seen -> !seen.session().here());
    }
}
