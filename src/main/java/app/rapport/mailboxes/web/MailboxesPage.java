package app.rapport.mailboxes.web;

import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One's mailboxes, and a form for another.
 *
 * @param others of colleagues, for those who manage members
 * @param form what stood in the form that was refused
 */
public record MailboxesPage(
        List<MailboxCard> own, List<Other> others, ConnectForm form, Wrong wrong, List<Tab> tabs)
        implements Page {

    /** A colleague's mailbox: that it exists and how it is. */
    public record Other(String member, String state, boolean well, Optional<Instant> syncedAt) {}

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
