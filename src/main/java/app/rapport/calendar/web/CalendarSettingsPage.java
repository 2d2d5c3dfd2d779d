package app.rapport.calendar.web;

import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * @param made the new address of the feed, shown this once; empty otherwise
 */
public record CalendarSettingsPage(
        List<Line> addresses, Optional<Instant> feedMade, String made, Wrong wrong, List<Tab> tabs)
        implements Page {
    /**
     * @param host all of the address that is shown: the rest is a secret
     */
    public record Line(UUID id, String host, Optional<String> trouble, Optional<Instant> readAt) {}

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
