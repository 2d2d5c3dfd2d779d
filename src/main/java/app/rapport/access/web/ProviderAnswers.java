package app.rapport.access.web;

import app.rapport.access.LoginProviders;
import app.rapport.access.ProviderDoor;
import app.rapport.access.Sessions;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What a browser gets for each answer of the provider's door. */
@Component
class ProviderAnswers {
    static final String COOKIE = "rapport_firm";

    private final LoginProviders providers;
    private final Sessions sessions;
    private final SessionCookie cookie;

    ProviderAnswers(LoginProviders providers, Sessions sessions, SessionCookie cookie) {
        this.providers = providers;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Nullable Page follow(
            ProviderDoor.Answer answer,
            String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return switch (answer) {
            case ProviderDoor.Answer.Away(String address, String kept) -> {
                // lax: the way back from the provider is a link from another site
                SessionCookie.add(request, response, COOKIE, kept, ProviderDoor.HALF_LIFE, "Lax");
                response.sendRedirect(address);
                yield null;
            }
            case ProviderDoor.Answer.In(var member, String wanted) -> {
                cookie.secret(request).ifPresent(sessions::close);
                cookie.write(
                        request,
                        response,
                        sessions.openByProvider(member, SetupController.agent(request)));
                response.sendRedirect(wanted);
                yield null;
            }
            case ProviderDoor.Answer.NoSuchDoor _ ->
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case ProviderDoor.Answer.Wait(Duration time) -> tooOften(time, to);
            case ProviderDoor.Answer.Turned(String words) -> turned(words, to, 422);
        };
    }

    Page tooOften(Duration wait, String to) {
        return turned(
                "Too many attempts. Try again in %d minutes.".formatted(wait.toMinutes()), to, 429);
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
