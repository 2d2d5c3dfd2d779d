package app.rapport.access.web;

import app.rapport.access.Doorkeeper;
import app.rapport.access.Invitations;
import app.rapport.access.Invitations.Welcome;
import app.rapport.access.LoginProviders;
import app.rapport.access.Member;
import app.rapport.access.ProviderDoor;
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
    private final ProviderDoor door;
    private final ProviderAnswers answers;
    private final Sessions sessions;
    private final SessionCookie cookie;

    JoinController(
            Invitations invitations,
            Doorkeeper doorkeeper,
            LoginProviders providers,
            ProviderDoor door,
            ProviderAnswers answers,
            Sessions sessions,
            SessionCookie cookie) {
        this.invitations = invitations;
        this.doorkeeper = doorkeeper;
        this.providers = providers;
        this.door = door;
        this.answers = answers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/join/{token}")
    Page form(@PathVariable String token) {
        Optional<Welcome> welcome = invitations.welcome(token);
        return page(token, welcome, "", Wrong.NOTHING, welcome.isPresent() ? 200 : 404);
    }

    private Page page(
            String token, Optional<Welcome> welcome, String name, Wrong wrong, int status) {
        boolean byProvider = welcome.filter(this::comesByProvider).isPresent();
        return new JoinPage(token, welcome, byProvider, name, wrong, status);
    }

    private boolean comesByProvider(Welcome welcome) {
        return providers.isOnlyWayFor(welcome.id(), welcome.role());
    }

    @PostMapping("/join/{token}")
    @Nullable Page join(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Welcome> welcome = invitations.welcome(token);
        if (welcome.isEmpty()) return form(token);
        if (comesByProvider(welcome.get())) {
            if (name.isBlank())
                return page(token, welcome, name, new Wrong("name", "Give a name"), 422);
            var joining = new ProviderDoor.Joining(token, name);
            return answers.follow(
                    door.join(welcome.get().id(), joining, request), "/", request, response);
        }
        Optional<Wrong> refused =
                welcome.get().known()
                        ? doorkeeper
                                .refusal(welcome.get().email(), password, request.getRemoteAddr())
                                .map(LoginController::words)
                        : Optional.empty();
        if (refused.isPresent()) {
            return page(token, welcome, name, refused.get(), 422);
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
            cookie.secret(request).ifPresent(sessions::close);
            cookie.write(request, response, sessions.open(member, SetupController.agent(request)));
        } catch (Refused e) {
            return page(token, welcome, name, new Wrong(e.field(), e.getMessage()), 422);
        }
        response.sendRedirect("/");
        return null;
    }
}
