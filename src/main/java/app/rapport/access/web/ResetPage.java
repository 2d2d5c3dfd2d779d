package app.rapport.access.web;

import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.util.Optional;

/**
 * Behind the link for a new password.
 *
 * @param email empty when the link opens nothing
 */
public record ResetPage(String token, Optional<String> email, Wrong wrong) implements Page {
    @Override
    public int status() {
        if (email.isEmpty()) return 404;
        return wrong.any() ? 422 : 200;
    }
}
