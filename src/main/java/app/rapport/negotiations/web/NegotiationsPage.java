package app.rapport.negotiations.web;

import app.rapport.kernel.Slice;
import app.rapport.negotiations.NegotiationLine;
import app.rapport.ui.Page;

/** The viewer's negotiations. */
public record NegotiationsPage(Slice<NegotiationLine> lines) implements Page {
    /** Where the list goes on; empty on the last page. */
    public String earlier() {
        return lines.next().map(cursor -> "/negotiations?after=" + cursor).orElse("");
    }
}
