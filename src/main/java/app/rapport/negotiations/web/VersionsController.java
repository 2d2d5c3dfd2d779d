package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.PlanVersions;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans as they stood: kept, read, and standing again. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class VersionsController {
    private static final int SHOWN = 50;

    private final Negotiations negotiations;
    private final PlanVersions versions;
    private final PlanPages pages;

    VersionsController(Negotiations negotiations, PlanVersions versions, PlanPages pages) {
        this.negotiations = negotiations;
        this.versions = versions;
        this.pages = pages;
    }

    @PostMapping("/negotiations/{id}/keep")
    Object keep(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        pages.existing(viewer, id);
        versions.keep(viewer, new NegotiationId(id), "kept by hand");
        return PlanPages.to(
                "/negotiations/" + id + "/versions", "The plan is kept as it stands.", response);
    }

    /**
     * @param after the last revision of the page before
     */
    @GetMapping("/negotiations/{id}/versions")
    VersionsPage versions(
            @PathVariable UUID id, @RequestParam Optional<Integer> after, Viewer viewer) {
        return new VersionsPage(
                pages.head(viewer, id, "versions"),
                versions.page(viewer, new NegotiationId(id), after, SHOWN));
    }

    @GetMapping("/negotiations/{id}/versions/{revision}")
    PrintedPlanPage version(@PathVariable UUID id, @PathVariable String revision, Viewer viewer) {
        PlanHead head = pages.head(viewer, id, "versions");
        if (!revision.matches("\\d{1,8}")) throw PlanPages.nothing();
        var plan =
                versions.one(viewer, new NegotiationId(id), Integer.parseInt(revision))
                        .orElseThrow(PlanPages::nothing);
        return PrintedPlanPage.of(
                head, "Version " + revision, plan, negotiations.readiness(viewer, plan));
    }

    @PostMapping("/negotiations/{id}/versions/{revision}/restore")
    Object restore(
            @PathVariable UUID id,
            @PathVariable int revision,
            Viewer viewer,
            HttpServletResponse response) {
        int before = pages.existing(viewer, id).revision();
        String home = "/negotiations/" + id + "/versions";
        try {
            if (versions.restore(viewer, new NegotiationId(id), revision).isEmpty())
                throw PlanPages.nothing();
        } catch (Refused e) {
            return PlanPages.to(home, e.getMessage() + ". Nothing was changed.", response);
        }
        Notices.say(
                response,
                Notice.undoable(
                        "Version " + revision + " stands again.",
                        home + "/" + before + "/restore"));
        return PlanPages.see(home);
    }
}
