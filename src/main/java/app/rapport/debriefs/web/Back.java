package app.rapport.debriefs.web;

import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Back to the debrief after a form, with a line that says what became of it. */
final class Back {
    private Back() {}

    static RedirectView to(UUID negotiation, Notice notice, HttpServletResponse response) {
        Notices.say(response, notice);
        RedirectView to = new RedirectView("/negotiations/" + negotiation + "/debrief");
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
