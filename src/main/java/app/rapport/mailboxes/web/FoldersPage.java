package app.rapport.mailboxes.web;

import app.rapport.mailboxes.model.Mailbox;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * Which folders are read, and from when.
 *
 * @param choices as the server has them now
 * @param since ISO, empty for everything
 */
public record FoldersPage(
        Mailbox box, List<Line> choices, String since, Wrong wrong, List<Tab> tabs)
        implements Page {

    /** A folder to choose. */
    public record Line(String name, String role, long messages, boolean chosen) {}

    public String path() {
        return MailboxController.HERE + "/" + box.id();
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
