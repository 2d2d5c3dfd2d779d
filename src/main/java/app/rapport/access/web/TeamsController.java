package app.rapport.access.web;

import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Refused;
import app.rapport.access.Teams;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
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

/** Teams: made, joined, parted from. */
@Controller
@Needs(toRead = Right.MANAGE_MEMBERS, toChange = Right.MANAGE_MEMBERS)
class TeamsController {
    private static final String HERE = "/settings/teams";

    private final Teams teams;
    private final Members members;
    private final SettingsNav nav;

    TeamsController(Teams teams, Members members, SettingsNav nav) {
        this.teams = teams;
        this.members = members;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page list(Member member) {
        return page(member, Wrong.NOTHING);
    }

    private Page page(Member member, Wrong wrong) {
        return new TeamsPage(
                teams.list(member.viewer()),
                members.list(member.workspace()),
                nav.tabs("/settings/members"),
                wrong);
    }

    @PostMapping(HERE)
    @Nullable Page add(Member member, @RequestParam String name, HttpServletResponse response)
            throws IOException {
        try {
            teams.add(member.viewer(), name);
        } catch (Refused e) {
            return page(member, new Wrong(e.field(), e.getMessage()));
        }
        return done(response, Notice.of(name.strip() + " is a team. Say who is in it."));
    }

    @PostMapping(HERE + "/{id}/members")
    @Nullable Page join(
            Member member,
            @PathVariable UUID id,
            @RequestParam UUID mate,
            HttpServletResponse response)
            throws IOException {
        if (!teams.join(member.viewer(), id, new MemberId(mate))) throw missing();
        return done(
                response,
                Notice.undoable(
                        "They are in the team now.",
                        HERE + "/" + id + "/members/" + mate + "/remove"));
    }

    @PostMapping(HERE + "/{id}/members/{mate}/remove")
    @Nullable Page part(
            Member member,
            @PathVariable UUID id,
            @PathVariable UUID mate,
            HttpServletResponse response)
            throws IOException {
        if (!teams.part(member.viewer(), id, new MemberId(mate))) throw missing();
        return done(
                response,
                Notice.undoable(
                        "They are no longer in the team.",
                        HERE + "/" + id + "/members?mate=" + mate));
    }

    @PostMapping(HERE + "/{id}/remove")
    @Nullable Page remove(Member member, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (!teams.remove(member.viewer(), id)) throw missing();
        return done(response, Notice.of("The team is gone. Nobody was in it."));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static @Nullable Page done(HttpServletResponse response, Notice notice)
            throws IOException {
        Notices.say(response, notice);
        response.sendRedirect(HERE);
        return null;
    }
}
