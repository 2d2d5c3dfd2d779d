package app.rapport.calls.web;

import app.rapport.calls.OpenCase;
import app.rapport.ui.Page;
import java.util.Optional;

/** A business case as the customer meets it, or that a link opens nothing. */
public record OpenCasePage(Optional<OpenCase> open) implements Page {
    public CaseView view() {
        return CaseView.of(open.orElseThrow().content());
    }

    @Override
    public int status() {
        return open.isPresent() ? 200 : 404;
    }
}
