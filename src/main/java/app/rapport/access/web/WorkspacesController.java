package app.rapport.access.web;

import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.access.Sessions;
import app.rapport.access.Workspaces;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.WorkspaceId;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** From one workspace of a login into another, and one more. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class WorkspacesController {
    private static final String HERE = "/settings/workspaces";

    private final Workspaces workspaces;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SettingsNav nav;

    WorkspacesController(
            Workspaces workspaces, Sessions sessions, SessionCookie cookie, SettingsNav nav) {
        this.workspaces = workspaces;
        this.sessions = sessions;
        this.cookie = cookie;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page list(Member member, HttpServletRequest request) {
        return page(member, request, Wrong.NOTHING);
    }

    private Page page(Member member, HttpServletRequest request, Wrong wrong) {
        String secret = cookie.secret(request).orElseThrow();
        return new WorkspacesPage(
                workspaces.list(member, secret),
                sessions.isByProvider(secret),
                nav.tabs("/settings"),
                wrong);
    }

    @PostMapping(HERE + "/{id}/enter")
    void enter(
            Member member,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        enter(member, new WorkspaceId(id), request, response);
    }

    private void enter(
            Member member,
            WorkspaceId workspace,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Member there =
                workspaces
                        .enter(member, workspace, cookie.secret(request).orElseThrow())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Notices.say(response, Notice.of("You are in " + there.workspaceName() + "."));
        response.sendRedirect("/");
    }

    @PostMapping(HERE)
    @Nullable Page make(
            Member member,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (sessions.isByProvider(cookie.secret(request).orElseThrow()))
            return page(member, request, new Wrong("name", WorkspacesPage.HERE_ONLY));
        Member owner;
        try {
            owner = workspaces.make(member, name);
        } catch (Refused e) {
            return page(member, request, new Wrong(e.field(), e.getMessage()));
        }
        enter(member, owner.workspace(), request, response);
        return null;
    }
}
