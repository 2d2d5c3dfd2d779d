package app.rapport.calls.web;

import app.rapport.calls.CaseLink;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.time.LocalDate;
import java.util.List;

/**
 * Links to a business case.
 *
 * @param made the address of a new one, shown this once; empty otherwise
 * @param ends the last day that is proposed
 */
public record CaseLinksPage(
        CaseHead head, List<CaseLink> links, String made, LocalDate ends, Wrong wrong)
        implements Page {

    @Override
    public int status() {
        return wrong.any() ? 422 : 200;
    }
}
