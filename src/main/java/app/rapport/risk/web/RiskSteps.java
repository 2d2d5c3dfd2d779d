package app.rapport.risk.web;

import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** After a form: the page that shows what became of it, and the way back. */
final class RiskSteps {
    private RiskSteps() {}

    static RedirectView done(
            String path, String words, UUID wording, HttpServletResponse response) {
        return to(path, Notice.undoable(words, "/risk/notes/" + wording + "/undo"), response);
    }

    static RedirectView to(String path, Notice notice, HttpServletResponse response) {
        Notices.say(response, notice);
        RedirectView to = new RedirectView(path);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw nothing();
        }
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
