package app.rapport.access.web;

import app.rapport.access.PasswordResets;
import app.rapport.access.Refused;
import app.rapport.kernel.OpenDoor;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for who forgot theirs. */
@Controller
@OpenDoor
class ForgottenController {
    private final PasswordResets resets;

    ForgottenController(PasswordResets resets) {
        this.resets = resets;
    }

    @GetMapping("/login/forgotten")
    Page form(@RequestParam(defaultValue = "") String email) {
        return new ForgottenPage(email, false, Wrong.NOTHING);
    }

    @PostMapping("/login/forgotten")
    Page ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        if (resets.ask(email, request.getRemoteAddr()))
            return new ForgottenPage(email.strip(), true, Wrong.NOTHING);
        return new ForgottenPage(
                email, false, new Wrong("email", "Asked too often. Try again in 15 minutes."));
    }

    @GetMapping("/reset/{token}")
    Page link(@PathVariable String token, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new ResetPage(token, resets.opens(token), Wrong.NOTHING);
    }

    @PostMapping("/reset/{token}")
    @Nullable Page replace(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response)
            throws IOException {
        try {
            resets.use(token, password);
        } catch (Refused e) {
            return new ResetPage(token, resets.opens(token), new Wrong(e.field(), e.getMessage()));
        }
        Notices.say(response, Notice.of("Your new password counts from now on."));
        response.sendRedirect("/login");
        return null;
    }
}
