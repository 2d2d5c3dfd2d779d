package app.rapport.mailboxes.web;

import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/** Before a mailbox is removed: keep what was read, or undo it. */
public record RemovePage(View view, List<Tab> tabs) implements Page {
    public String path() {
        return MailboxController.HERE + "/" + view.mailbox().id();
    }
}
