package app.rapport.access.web;

import app.rapport.access.Access;
import app.rapport.access.Doorkeeper;
import app.rapport.access.LoginProviders;
import app.rapport.access.Member;
import app.rapport.access.Sessions;
import app.rapport.kernel.Needs;
import app.rapport.kernel.OpenDoor;
import app.rapport.kernel.Right;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In by password, and out again. */
@Controller
class LoginController {
    private final Doorkeeper doorkeeper;
    private final Access access;
    private final LoginProviders providers;
    private final Sessions sessions;
    private final SessionCookie cookie;

    LoginController(
            Doorkeeper doorkeeper,
            Access access,
            LoginProviders providers,
            Sessions sessions,
            SessionCookie cookie) {
        this.doorkeeper = doorkeeper;
        this.access = access;
        this.providers = providers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @OpenDoor
    @GetMapping("/login")
    @Nullable Page form(
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (cookie.session(request).isPresent()) {
            response.sendRedirect(own(to));
            return null;
        }
        return new LoginPage(
                "",
                own(to),
                Wrong.NOTHING,
                !access.anyWorkspace(),
                WayIn.on(providers, own(to)),
                200);
    }

    @OpenDoor
    @PostMapping("/login")
    @Nullable Page logIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return switch (doorkeeper.ask(email, password, request.getRemoteAddr())) {
            case Doorkeeper.Answer.In(var member) -> {
                cookie.secret(request).ifPresent(sessions::close);
                cookie.write(
                        request, response, sessions.open(member, SetupController.agent(request)));
                response.sendRedirect(own(to));
                yield null;
            }
            case Doorkeeper.Answer.NeedsCode(var half) -> {
                CodeController.remember(request, response, half);
                response.sendRedirect(
                        "/login/code?to=" + URLEncoder.encode(own(to), StandardCharsets.UTF_8));
                yield null;
            }
            case Doorkeeper.Answer.OnlyByProvider(var member) ->
                    refused(email, to, onlyBy(member), 422);
            case Doorkeeper.Answer.Wrong wrong -> refused(email, to, words(wrong), 422);
            case Doorkeeper.Answer.Wait wait -> refused(email, to, words(wait), 429);
        };
    }

    @Needs(toChange = Right.CHANGE_OWN)
    @PostMapping("/logout")
    void logOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        cookie.secret(request).ifPresent(sessions::close);
        cookie.write(request, response, "");
        // what was shown must not come back from the browser's cache
        response.setHeader("Clear-Site-Data", "\"cache\"");
        response.sendRedirect("/login");
    }

    private Page refused(String email, String to, Wrong wrong, int status) {
        return new LoginPage(email, own(to), wrong, false, WayIn.on(providers, own(to)), status);
    }

    static Wrong onlyBy(Member member) {
        return new Wrong(
                "provider",
                member.workspaceName()
                        + " lets people in through its own log-in only. Use that, above.");
    }

    static Wrong words(Doorkeeper.Answer answer) {
        return new Wrong(
                "password",
                answer instanceof Doorkeeper.Answer.Wait(var time)
                        ? "Too many attempts. Try again in %d minutes.".formatted(time.toMinutes())
                        : "This address and password do not fit together.");
    }

    /** A path of our own; anything else would let a link send people elsewhere after the login. */
    static String own(String to) {
        boolean path = to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0;
        return path && to.chars().noneMatch(Character::isISOControl) ? to : "/";
    }
}
