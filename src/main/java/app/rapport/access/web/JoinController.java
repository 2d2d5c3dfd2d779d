package app.rapport.access.web;

import app.rapport.access.Doorkeeper;
import app.rapport.access.Invitations;
import app.rapport.access.Invitations.Welcome;
import app.rapport.access.LoginProviders;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.access.Sessions;
import app.rapport.kernel.OpenDoor;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In by an invitation's link. */
@Controller
@OpenDoor
class JoinController {
    private final Invitations invitations;
    private final Doorkeeper doorkeeper;
    private final LoginProviders providers;
    private final Sessions sessions;
    private final SessionCookie cookie;

    JoinController(
            Invitations invitations,
            Doorkeeper doorkeeper,
            LoginProviders providers,
            Sessions sessions,
            SessionCookie cookie) {
        this.invitations = invitations;
        this.doorkeeper = doorkeeper;
        this.providers = providers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/join/{token}")
    Page form(@PathVariable String token) {
        Optional<Welcome> welcome = invitations.welcome(token);
        return new JoinPage(token, welcome, "", Wrong.NOTHING, welcome.isPresent() ? 200 : 404);
    }

    @PostMapping("/join/{token}")
    @Nullable Page join(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Welcome> welcome = invitations.welcome(token);
        if (welcome.isEmpty()) return form(token);
        Optional<Wrong> refused =
                welcome.get().known()
                        ? doorkeeper
                                .refusal(welcome.get().email(), password, request.getRemoteAddr())
                                .map(LoginController::words)
                        : Optional.empty();
        if (refused.isPresent()) {
            return new JoinPage(token, welcome, name, refused.get(), 422);
        }
        try {
            Member member =
                    invitations.accept(
                            token,
                            name,
                            welcome.get().known() ? Optional.empty() : Optional.of(password));
            if (welcome.get().known()) {
                // by the usual way, which also asks for the code
                response.sendRedirect("/login");
                return null;
            }
            if (providers.isOnlyWayFor(member)) {
                response.sendRedirect("/login/with/" + member.workspace());
                return null;
            }
            cookie.secret(request).ifPresent(sessions::close);
            cookie.write(request, response, sessions.open(member, SetupController.agent(request)));
        } catch (Refused e) {
            return new JoinPage(token, welcome, name, new Wrong(e.field(), e.getMessage()), 422);
        }
        response.sendRedirect("/");
        return null;
    }
}
