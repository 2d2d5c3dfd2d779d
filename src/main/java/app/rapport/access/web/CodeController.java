package app.rapport.access.web;

import app.rapport.access.Doorkeeper;
import app.rapport.access.Sessions;
import app.rapport.kernel.OpenDoor;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of a login: who gave the right password gives the code. */
@Controller
@OpenDoor
class CodeController {
    private static final String COOKIE = "rapport_half";

    private final Doorkeeper doorkeeper;
    private final Sessions sessions;
    private final SessionCookie cookie;

    CodeController(Doorkeeper doorkeeper, Sessions sessions, SessionCookie cookie) {
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String half) {
        Duration life = half.isEmpty() ? Duration.ZERO : Doorkeeper.HALF_LIFE;
        SessionCookie.add(request, response, COOKIE, half, life, "Strict");
    }

    @GetMapping("/login/code")
    Page form(@RequestParam(defaultValue = "/") String to) {
        return new CodePage(LoginController.own(to), Wrong.NOTHING, 200);
    }

    @PostMapping("/login/code")
    @Nullable Page give(
            @RequestParam String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> half = SessionCookie.value(request, COOKIE);
        if (half.isEmpty()) {
            response.sendRedirect("/login");
            return null;
        }
        return switch (doorkeeper.askCode(half.get(), code, request.getRemoteAddr())) {
            case Doorkeeper.Answer.In(var member) -> {
                remember(request, response, "");
                cookie.secret(request).ifPresent(sessions::close);
                cookie.write(
                        request, response, sessions.open(member, SetupController.agent(request)));
                response.sendRedirect(LoginController.own(to));
                yield null;
            }
            case Doorkeeper.Answer.OnlyByProvider(var member) ->
                    refused(to, LoginController.onlyBy(member).message());
            case Doorkeeper.Answer.Wait wait -> refused(to, LoginController.words(wait).message());
            case Doorkeeper.Answer.Wrong _, Doorkeeper.Answer.NeedsCode _ ->
                    refused(
                            to,
                            "This code does not fit, or the login took too long. Give the one that is shown now, or log in again.");
        };
    }

    private static Page refused(String to, String words) {
        return new CodePage(LoginController.own(to), new Wrong("code", words), 422);
    }
}
