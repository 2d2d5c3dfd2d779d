package app.rapport.access.web;

import app.rapport.access.Members.Listed;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * Before somebody leaves: who takes over.
 *
 * @param heirs the others
 */
public record LeavePage(Listed member, List<Choice> heirs, List<Tab> tabs, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
