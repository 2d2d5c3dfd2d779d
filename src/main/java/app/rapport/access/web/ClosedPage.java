package app.rapport.access.web;

import app.rapport.ui.Page;

/** A set-up link that opens nothing. */
public record ClosedPage(boolean setUpAlready) implements Page {
    @Override
    public int status() {
        return 404;
    }
}
