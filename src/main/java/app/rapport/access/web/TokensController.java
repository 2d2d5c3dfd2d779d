package app.rapport.access.web;

import app.rapport.access.Refused;
import app.rapport.access.Scope;
import app.rapport.access.Tokens;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The member's keys to the API. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class TokensController {
    private static final String HERE = "/settings/tokens";

    private final Tokens tokens;
    private final SettingsNav nav;

    TokensController(Tokens tokens, SettingsNav nav) {
        this.tokens = tokens;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page list(Viewer viewer) {
        return page(viewer, "", Wrong.NOTHING);
    }

    /** Answers with the page itself: a redirect would have to carry the secret along. */
    @PostMapping(HERE)
    Page create(
            Viewer viewer,
            @RequestParam String name,
            @RequestParam(defaultValue = "read") String scope,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        try {
            return page(viewer, tokens.create(viewer, name, Scope.of(scope)), Wrong.NOTHING);
        } catch (Refused e) {
            return page(viewer, "", new Wrong(e.field(), e.getMessage()));
        }
    }

    @PostMapping(HERE + "/{id}/revoke")
    void revoke(Viewer viewer, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (tokens.revoke(viewer, id)) {
            Notices.say(response, Notice.of("The token is revoked. It opens nothing any more."));
        }
        response.sendRedirect(HERE);
    }

    private Page page(Viewer viewer, String created, Wrong wrong) {
        return new TokensPage(tokens.list(viewer), created, nav.tabs(HERE), wrong);
    }
}
