package app.rapport.calls.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;

/**
 * A business case as it is written: what it comes to, and the sheets.
 *
 * @param action where it is sent
 */
public record CasePage(CaseHead head, String action, CaseForm form, CaseView view, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        if (!wrong.any()) return 200;
        return wrong.at("revision") ? 409 : 422;
    }
}
