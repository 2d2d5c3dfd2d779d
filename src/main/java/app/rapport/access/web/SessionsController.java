package app.rapport.access.web;

import app.rapport.access.Member;
import app.rapport.access.Sessions;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the member is logged in, and the end of it. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class SessionsController {
    private static final String HERE = "/settings/sessions";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SettingsNav nav;

    SessionsController(Sessions sessions, SessionCookie cookie, SettingsNav nav) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page list(Member member, HttpServletRequest request) {
        return new SessionsPage(
                sessions.list(member, cookie.secret(request).orElseThrow()).stream()
                        .map(open -> new SessionsPage.Seen(Browsers.named(open.browser()), open))
                        .toList(),
                nav.tabs("/settings"));
    }

    @PostMapping(HERE + "/{id}/end")
    void end(
            Member member,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (sessions.end(member, id, cookie.secret(request).orElseThrow())) {
            Notices.say(response, Notice.of("That browser has to log in again."));
        }
        response.sendRedirect(HERE);
    }

    @PostMapping(HERE + "/end-others")
    void endOthers(Member member, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int ended = sessions.closeOthers(member, cookie.secret(request).orElseThrow());
        Notices.say(
                response,
                Notice.of(
                        ended == 1
                                ? "1 other browser has to log in again."
                                : ended + " other browsers have to log in again."));
        response.sendRedirect(HERE);
    }
}
