package app.rapport.access.web;

import app.rapport.access.Workspaces.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * The workspaces of one login.
 *
 * @param hereOnly the firm's provider let them in, which counts nowhere else
 */
public record WorkspacesPage(List<Choice> workspaces, boolean hereOnly, List<Tab> tabs, Wrong wrong)
        implements Page {
    static final String HERE_ONLY =
            "You came in through your firm's log-in, which counts in this workspace only. Log in by password to go further.";

    public String hereOnlyWords() {
        return HERE_ONLY;
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
