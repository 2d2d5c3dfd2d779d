package app.rapport.negotiations.web;

import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * A negotiation to be planned.
 *
 * @param deal its id
 * @param deals to choose from
 * @param earlier plans to begin with
 */
public record NewNegotiationPage(
        String title,
        String deal,
        String like,
        List<Choice> deals,
        List<Choice> earlier,
        Wrong wrong)
        implements Page {
    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
