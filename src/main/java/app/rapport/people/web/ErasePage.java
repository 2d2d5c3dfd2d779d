package app.rapport.people.web;

import app.rapport.database.backup.ScheduledBackups;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;
import java.util.Map;

/**
 * What goes when a person is erased, before it goes.
 *
 * @param goes how many of each, in words
 * @param addresses and {@code named}: what is taken out of every text
 * @param backups earlier ones, which still hold the person
 */
public record ErasePage(
        String home,
        String name,
        Map<String, Long> goes,
        List<String> addresses,
        List<String> named,
        List<ScheduledBackups.Earlier> backups,
        Wrong wrong)
        implements Page {
    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
