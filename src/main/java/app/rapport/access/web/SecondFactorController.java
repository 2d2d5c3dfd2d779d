package app.rapport.access.web;

import app.rapport.access.Doorkeeper;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.access.SecondFactor;
import app.rapport.access.SecondFactor.Enrolment;
import app.rapport.access.Sessions;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A code besides the password: on, off. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class SecondFactorController {
    static final String HERE = "/settings/second-factor";

    private final SecondFactor factor;
    private final Doorkeeper doorkeeper;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SettingsNav nav;

    SecondFactorController(
            SecondFactor factor,
            Doorkeeper doorkeeper,
            Sessions sessions,
            SessionCookie cookie,
            SettingsNav nav) {
        this.factor = factor;
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.cookie = cookie;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page show(Member member, HttpServletRequest request) {
        return cameByProvider(request)
                ? SecondFactorPage.ofThePassword(nav.tabs("/settings"))
                : page(member, List.of(), Wrong.NOTHING);
    }

    /**
     * The second factor belongs to the login, which may work in other firms too: one firm's
     * provider decides nothing about it.
     */
    private boolean cameByProvider(HttpServletRequest request) {
        return sessions.isByProvider(cookie.secret(request).orElseThrow());
    }

    private Page page(Member member, List<String> codes, Wrong wrong) {
        Optional<Enrolment> begun = factor.begun(member);
        return new SecondFactorPage(
                true,
                factor.isOn(member),
                member.owesSecondFactor() && codes.isEmpty(),
                begun,
                begun.map(Enrolment::address).map(QrPicture::of),
                codes,
                nav.tabs("/settings"),
                wrong);
    }

    @PostMapping(HERE + "/begin")
    void begin(Member member, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!cameByProvider(request) && !factor.isOn(member)) factor.enrol(member);
        response.sendRedirect(HERE);
    }

    /** Answers with the page itself: a redirect would have to carry the codes along. */
    @PostMapping(HERE + "/confirm")
    Page confirm(
            Member member,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (cameByProvider(request)) return show(member, request);
        try {
            return page(member, factor.confirm(member, code), Wrong.NOTHING);
        } catch (Refused e) {
            return page(member, List.of(), new Wrong(e.field(), e.getMessage()));
        }
    }

    @PostMapping(HERE + "/off")
    @Nullable Page turnOff(
            Member member,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (cameByProvider(request)) return show(member, request);
        try {
            doorkeeper.turnOff(member, code);
        } catch (Refused e) {
            return page(member, List.of(), new Wrong(e.field(), e.getMessage()));
        }
        Notices.say(response, Notice.of("The password alone lets you in again."));
        response.sendRedirect(HERE);
        return null;
    }
}
