package app.rapport.access.web;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Profiles;
import app.rapport.access.Refused;
import app.rapport.access.Sessions;
import app.rapport.access.SetupLinks;
import app.rapport.access.web.SetupPage.Typed;
import app.rapport.kernel.OpenDoor;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Claims a fresh server through its one-time link. */
@Controller
@OpenDoor
class SetupController {
    private final SetupLinks links;
    private final Access access;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SetupController(SetupLinks links, Access access, Sessions sessions, SessionCookie cookie) {
        this.links = links;
        this.access = access;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/setup/{token}")
    Page form(@PathVariable String token) {
        if (!links.isOpen(token)) return new ClosedPage(access.anyWorkspace());
        ZoneId zone = ZoneId.systemDefault();
        return new SetupPage(
                token, new Typed("", "", "", zone.getId()), Zones.around(zone), Wrong.NOTHING);
    }

    @PostMapping("/setup/{token}")
    @Nullable Page claim(
            @PathVariable String token,
            @RequestParam String workspace,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam String zone,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!links.isOpen(token)) return new ClosedPage(access.anyWorkspace());
        try {
            Member owner =
                    links.claim(token, workspace, email, name, password, Profiles.zone(zone));
            cookie.write(request, response, sessions.open(owner, agent(request)));
            response.sendRedirect("/");
            return null;
        } catch (Refused e) {
            Typed typed = new Typed(workspace, name, email, zone);
            return new SetupPage(
                    token,
                    typed,
                    Zones.around(ZoneId.systemDefault()),
                    new Wrong(e.field(), e.getMessage()));
        }
    }

    static String agent(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }
}
