package app.rapport.access.web;

import app.rapport.access.Audit;
import app.rapport.access.Audit.Line;
import app.rapport.access.Audit.Search;
import app.rapport.access.Members;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Choice;
import app.rapport.ui.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit log, for those who answer for the workspace. */
@Controller
@Needs(toRead = Right.READ_AUDIT)
class AuditController {
    private static final String HERE = "/settings/audit";
    private static final int PAGE = 50;

    /** What can be looked for; a room that writes other kinds adds its own here. */
    private static final List<Choice> KINDS =
            List.of(
                    new Choice("", "Everything"),
                    new Choice("session", "Logins"),
                    new Choice("member", "Members"),
                    new Choice("invitation", "Invitations"),
                    new Choice("token", "API tokens"),
                    new Choice("workspace", "Workspace settings"),
                    new Choice("contact", "People"),
                    new Choice("account", "Companies"),
                    new Choice("import", "Imports"));

    private final Audit audit;
    private final Members members;
    private final SettingsNav nav;

    AuditController(Audit audit, Members members, SettingsNav nav) {
        this.audit = audit;
        this.members = members;
        this.nav = nav;
    }

    @GetMapping(HERE)
    Page lines(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID before) {
        Search search =
                new Search(Optional.ofNullable(member).map(MemberId::new), kind, Optional.empty());
        Slice<Line> page = audit.lines(viewer, search, Optional.ofNullable(before), PAGE);
        String who = member == null ? "" : member.toString();
        return new AuditPage(
                page.items(),
                who,
                kind,
                people(viewer),
                KINDS,
                page.next().map(next -> older(who, kind, next)).orElse(""),
                nav.tabs(HERE));
    }

    private List<Choice> people(Viewer viewer) {
        return Stream.concat(
                        Stream.of(new Choice("", "Everybody")),
                        members.list(viewer.workspace()).stream()
                                .map(who -> new Choice(who.id().toString(), who.name())))
                .toList();
    }

    private static String older(String member, String kind, String before) {
        return UriComponentsBuilder.fromPath(HERE)
                .queryParam("member", member)
                .queryParam("kind", kind)
                .queryParam("before", before)
                .encode()
                .toUriString();
    }
}
