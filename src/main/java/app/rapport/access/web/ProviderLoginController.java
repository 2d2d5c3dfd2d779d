package app.rapport.access.web;

import app.rapport.access.ProviderDoor;
import app.rapport.kernel.OpenDoor;
import app.rapport.kernel.WorkspaceId;
import app.rapport.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In by the firm's own provider. */
@Controller
@OpenDoor
class ProviderLoginController {
    private final ProviderDoor door;
    private final ProviderAnswers answers;

    ProviderLoginController(ProviderDoor door, ProviderAnswers answers) {
        this.door = door;
        this.answers = answers;
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
                .orElseGet(() -> answers.tooOften(ProviderDoor.WAIT, wanted));
    }

    @GetMapping("/login/with/{workspace}")
    @Nullable Page begin(
            @PathVariable UUID workspace,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var answer = door.begin(new WorkspaceId(workspace), LoginController.own(to), request);
        return answers.follow(answer, to, request, response);
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
        String kept = SessionCookie.value(request, ProviderAnswers.COOKIE).orElse("");
        SessionCookie.add(request, response, ProviderAnswers.COOKIE, "", Duration.ZERO, "Lax");
        return answers.follow(
                door.comeBack(new WorkspaceId(workspace), kept, answer, request),
                "/",
                request,
                response);
    }
}
