package app.rapport.access.web;

import app.rapport.access.Invitations;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Members.Listed;
import app.rapport.access.Refused;
import app.rapport.access.Role;
import app.rapport.access.Visibility;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.post.Post;
import app.rapport.ui.Choice;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who works in the workspace: invite, change what they may, part. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.MANAGE_MEMBERS)
class MembersController {
    private static final String HERE = "/settings/members";

    private final Members members;
    private final Invitations invitations;
    private final Post post;
    private final SettingsNav nav;

    MembersController(Members members, Invitations invitations, Post post, SettingsNav nav) {
        this.post = post;
        this.members = members;
        this.invitations = invitations;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page list(Member member) {
        return page(member, "", Wrong.NOTHING);
    }

    private Page page(Member member, String link, Wrong wrong) {
        return new MembersPage(
                member,
                members.list(member.workspace()),
                member.role().may(Right.MANAGE_MEMBERS)
                        ? invitations.list(member.viewer())
                        : List.of(),
                link,
                !link.isEmpty() && post.sendsForProgram(member.viewer()),
                nav.tabs(HERE),
                wrong);
    }

    /** Answers with the page itself: a redirect would have to carry the link along. */
    @PostMapping(HERE + "/invite")
    Page invite(
            Member member,
            @RequestParam String email,
            @RequestParam String role,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        try {
            String path = invitations.invite(member, email, Role.of(role));
            String link = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path;
            return page(member, link, Wrong.NOTHING);
        } catch (Refused e) {
            return page(member, "", new Wrong(e.field(), e.getMessage()));
        }
    }

    @PostMapping(HERE + "/invitations/{id}/withdraw")
    void withdraw(Member member, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        if (!invitations.withdraw(member.viewer(), id)) throw missing();
        done(response, Notice.of("The invitation is withdrawn. Its link opens nothing any more."));
    }

    @PostMapping(HERE + "/{id}/role")
    @Nullable Page changeRole(
            Member member,
            @PathVariable UUID id,
            @RequestParam String role,
            HttpServletResponse response)
            throws IOException {
        Listed listed = listed(member, id);
        try {
            members.changeRole(member, listed.id(), Role.of(role));
        } catch (Refused e) {
            return page(member, "", new Wrong("role", listed.name() + ": " + e.getMessage() + "."));
        }
        return done(
                response,
                Notice.undoable(
                        listed.name() + ": " + Role.of(role).title() + ".",
                        HERE + "/" + id + "/role?role=" + listed.role().key()));
    }

    @PostMapping(HERE + "/{id}/sees")
    @Nullable Page changeVisibility(
            Member member,
            @PathVariable UUID id,
            @RequestParam String sees,
            HttpServletResponse response)
            throws IOException {
        Listed listed = listed(member, id);
        try {
            members.changeVisibility(member, listed.id(), Visibility.of(sees));
        } catch (Refused e) {
            return page(member, "", new Wrong("role", listed.name() + ": " + e.getMessage() + "."));
        }
        return done(
                response,
                Notice.undoable(
                        listed.name()
                                + " sees: "
                                + Visibility.of(sees).title().toLowerCase(Locale.ROOT)
                                + ".",
                        HERE + "/" + id + "/sees?sees=" + listed.sees().key()));
    }

    @GetMapping(HERE + "/{id}/leave")
    @Needs(toRead = Right.MANAGE_MEMBERS)
    Page beforeLeaving(Member member, @PathVariable UUID id) {
        return leaving(member, listed(member, id), Wrong.NOTHING);
    }

    private Page leaving(Member member, Listed listed, Wrong wrong) {
        List<Choice> heirs =
                members.list(member.workspace()).stream()
                        .filter(other -> !other.id().equals(listed.id()))
                        .map(other -> new Choice(other.id().toString(), other.name()))
                        .toList();
        return new LeavePage(listed, heirs, nav.tabs(HERE), wrong);
    }

    @PostMapping(HERE + "/{id}/leave")
    @Nullable Page leave(
            Member member,
            @PathVariable UUID id,
            @RequestParam UUID heir,
            HttpServletResponse response)
            throws IOException {
        Listed listed = listed(member, id);
        Listed to = listed(member, heir);
        UUID handover;
        try {
            handover = members.remove(member, listed.id(), to.id());
        } catch (Refused e) {
            return leaving(member, listed, new Wrong("heir", e.getMessage()));
        }
        return done(
                response,
                Notice.undoable(
                        listed.name() + " has left. " + to.name() + " takes over.",
                        HERE + "/handovers/" + handover + "/undo"));
    }

    @PostMapping(HERE + "/handovers/{id}/undo")
    @Nullable Page undo(Member member, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        try {
            if (!members.bringBack(member, id)) throw missing();
        } catch (Refused e) {
            return page(member, "", new Wrong("role", e.getMessage() + "."));
        }
        return done(response, Notice.of("Everything is as it was. They can log in again."));
    }

    private Listed listed(Member member, UUID id) {
        return members.list(member.workspace()).stream()
                .filter(listed -> listed.id().equals(new MemberId(id)))
                .findFirst()
                .orElseThrow(MembersController::missing);
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
