package app.rapport.access.web;

import app.rapport.access.LoginProviders;
import app.rapport.access.LoginProviders.Settings;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.access.web.LoginSettingsPage.Typed;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The firm's own way to log in: which provider, and whether it is the only way. */
@Controller
@Needs(toRead = Right.CHANGE_WORKSPACE, toChange = Right.CHANGE_WORKSPACE)
class LoginSettingsController {
    static final String HERE = "/settings/login";

    private final LoginProviders providers;
    private final SettingsNav nav;

    LoginSettingsController(LoginProviders providers, SettingsNav nav) {
        this.providers = providers;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page settings(Member member) {
        return page(member, Optional.empty(), Wrong.NOTHING);
    }

    private Page page(Member member, Optional<Typed> typed, Wrong wrong) {
        Optional<Settings> settings = providers.settings(member.viewer());
        return new LoginSettingsPage(
                settings,
                typed.or(() -> settings.map(s -> new Typed(s.issuer(), s.clientId())))
                        .orElse(new Typed("", "")),
                providers.redirect(member.workspace()),
                providers.entrance(member.workspace()),
                providers.known(member.viewer()),
                nav.tabs(HERE),
                wrong);
    }

    @PostMapping(HERE)
    @Nullable Page save(
            Member member,
            @RequestParam String issuer,
            @RequestParam String clientId,
            @RequestParam(defaultValue = "") String clientSecret,
            HttpServletResponse response)
            throws IOException {
        try {
            providers.save(member, issuer, clientId, clientSecret);
        } catch (Refused e) {
            return page(
                    member,
                    Optional.of(new Typed(issuer, clientId)),
                    new Wrong(e.field(), e.getMessage()));
        }
        return done(response, "Saved: the provider answers. Now log in this way once.");
    }

    @PostMapping(HERE + "/test")
    @Nullable Page look(Member member, HttpServletResponse response) throws IOException {
        try {
            providers.look(member.viewer());
        } catch (Refused e) {
            return page(member, Optional.empty(), new Wrong(e.field(), e.getMessage()));
        }
        return done(response, "The provider answers, and describes itself as it should.");
    }

    @PostMapping(HERE + "/only-way")
    @Nullable Page onlyWay(
            Member member,
            @RequestParam(defaultValue = "false") boolean only,
            HttpServletResponse response)
            throws IOException {
        try {
            providers.onlyWay(member, only);
        } catch (Refused e) {
            return page(member, Optional.empty(), new Wrong(e.field(), e.getMessage()));
        }
        return done(
                response,
                only
                        ? "From now on only owners come in by password."
                        : "Passwords let everybody in again.");
    }

    @PostMapping(HERE + "/remove")
    @Nullable Page remove(Member member, HttpServletResponse response) throws IOException {
        providers.remove(member);
        return done(response, "The provider is removed. Everybody comes in by password.");
    }

    @PostMapping(HERE + "/known/{id}/forget")
    @Nullable Page forget(Member member, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (!providers.forget(member, new MemberId(id)))
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return done(response, "Untied. Their next log-in ties them anew, by their mail address.");
    }

    private static @Nullable Page done(HttpServletResponse response, String words)
            throws IOException {
        Notices.say(response, Notice.of(words));
        response.sendRedirect(HERE);
        return null;
    }
}
