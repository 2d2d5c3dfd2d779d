package app.rapport.deals.web;

import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** After a form: the page that shows what became of it, with a line that says so. */
final class Done {
    private Done() {}

    static RedirectView to(String path, HttpServletResponse response, Notice notice) {
        Notices.say(response, notice);
        RedirectView to = new RedirectView(path);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }
}
