package app.rapport.access.web;

import app.rapport.access.LoginProviders;
import app.rapport.access.ProviderDoor;
import app.rapport.access.Sessions;
import app.rapport.kernel.OpenDoor;
import app.rapport.kernel.WorkspaceId;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** In by the firm's own provider. */
@Controller
@OpenDoor
class ProviderLoginController {
    private static final String COOKIE = "rapport_firm";

    private final ProviderDoor door;
    private final LoginProviders providers;
    private final Sessions sessions;
    private final SessionCookie cookie;

    ProviderLoginController(
            ProviderDoor door, LoginProviders providers, Sessions sessions, SessionCookie cookie) {
        this.door = door;
        this.providers = providers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /** Where a server holds several firms, the address's domain leads to one's own. */
    @GetMapping("/login/firm")
    Page form(@RequestParam(defaultValue = "/") String to) {
        return FirmPage.asking(LoginController.own(to));
    }

    @PostMapping("/login/firm")
    Page find(
            @RequestParam String email,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request) {
        String wanted = LoginController.own(to);
        return door.firmsOf(email, request)
                .<Page>map(firms -> FirmPage.answering(wanted, email.strip(), firms))
                .orElseGet(() -> turned(tooOften(ProviderDoor.WAIT), wanted, 429));
    }

    @GetMapping("/login/with/{workspace}")
    @Nullable Page begin(
            @PathVariable UUID workspace,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var answer = door.begin(new WorkspaceId(workspace), LoginController.own(to), request);
        return follow(answer, to, request, response);
    }

    @GetMapping("/login/with/{workspace}/back")
    @Nullable Page comeBack(
            @PathVariable UUID workspace,
            @RequestParam Map<String, String> answer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // the code in this page's address counts once, and stays out of every cache
        response.setHeader("Cache-Control", "no-store");
        String kept = SessionCookie.value(request, COOKIE).orElse("");
        SessionCookie.add(request, response, COOKIE, "", Duration.ZERO, "Lax");
        return follow(
                door.comeBack(new WorkspaceId(workspace), kept, answer, request),
                "/",
                request,
                response);
    }

    private @Nullable Page follow(
            ProviderDoor.Answer answer,
            String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        switch (answer) {
            case ProviderDoor.Answer.Away(String address, String kept) -> {
                // lax: the way back from the provider is a link from another site
                SessionCookie.add(request, response, COOKIE, kept, ProviderDoor.HALF_LIFE, "Lax");
                response.sendRedirect(address);
                return null;
            }
            case ProviderDoor.Answer.In(var member, String wanted) -> {
                cookie.secret(request).ifPresent(sessions::close);
                cookie.write(
                        request,
                        response,
                        sessions.openByProvider(member, SetupController.agent(request)));
                response.sendRedirect(wanted);
                return null;
            }
            case ProviderDoor.Answer.NoSuchDoor _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ProviderDoor.Answer.Wait(Duration time) -> {
                return turned(tooOften(time), to, 429);
            }
            case ProviderDoor.Answer.Turned(String words) -> {
                return turned(words, to, 422);
            }
        }
    }

    private static String tooOften(Duration wait) {
        return "Too many attempts. Try again in %d minutes.".formatted(wait.toMinutes());
    }

    private Page turned(String words, String to, int status) {
        String wanted = LoginController.own(to);
        return new LoginPage(
                "",
                wanted,
                new Wrong("provider", words),
                false,
                WayIn.on(providers, wanted),
                status);
    }
}
