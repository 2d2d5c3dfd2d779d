package app.rapport.deals.web;

import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * A deal's form.
 *
 * @param action where it goes
 * @param name empty for a new one
 */
public record EditDealPage(
        String action,
        String name,
        DealForm form,
        List<Choice> stages,
        List<Choice> members,
        Wrong wrong)
        implements Page {
    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
