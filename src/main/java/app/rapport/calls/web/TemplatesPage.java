package app.rapport.calls.web;

import app.rapport.calls.model.TalkTemplate;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import app.rapport.ui.Wrong;
import java.util.List;

/**
 * The kinds of talk among the settings.
 *
 * @param open the one whose words are shown to be changed
 */
public record TemplatesPage(
        List<TalkTemplate> templates, TalkTemplate open, boolean isNew, List<Tab> tabs, Wrong wrong)
        implements Page {
    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
