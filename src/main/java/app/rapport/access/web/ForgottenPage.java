package app.rapport.access.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;

/**
 * Asking for a new password.
 *
 * @param asked the same for every address
 */
public record ForgottenPage(String email, boolean asked, Wrong wrong) implements Page {
    @Override
    public int status() {
        return wrong.any() ? 429 : 200;
    }
}
