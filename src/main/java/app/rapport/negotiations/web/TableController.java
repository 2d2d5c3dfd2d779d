package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Negotiations;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.Suggestions;
import app.rapport.negotiations.Weighing;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The table: what is on it, and what is put on it. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TableController {
    private final Sittings sittings;
    private final Negotiations negotiations;
    private final PlanPages pages;
    private final Clock clock;

    TableController(Sittings sittings, Negotiations negotiations, PlanPages pages, Clock clock) {
        this.sittings = sittings;
        this.negotiations = negotiations;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param asked {@code by}: whose offer is being written down; and a choice for issues, where it
     *     begins with a package
     */
    @GetMapping("/negotiations/{id}/table")
    Object table(
            @PathVariable UUID id,
            @RequestParam Map<String, String> asked,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        Optional<Sitting> sitting = sittings.one(viewer, new NegotiationId(id));
        if (sitting.isEmpty())
            return PlanPages.to("/negotiations/" + id, "The table is not open yet.", response);
        return page(viewer, sitting.get(), draft(sitting.get(), asked), Wrong.NOTHING);
    }

    /** Where that side stands, or the package that was asked for. */
    private static Draft draft(Sitting sitting, Map<String, String> asked) {
        Draft given = Draft.of(sitting.plan(), asked);
        return given.said().choices().isEmpty() ? Draft.begun(sitting, given.said().by()) : given;
    }

    private TablePage page(Viewer viewer, Sitting sitting, Draft draft, Wrong wrong) {
        return new TablePage(
                pages.head(viewer, sitting.negotiation().id().value(), "table"),
                sitting,
                new Weighing(sitting, draft.said(), viewer.member(), clock.instant()),
                Suggestions.of(sitting),
                wrong,
                viewer.member(),
                negotiations.alone(viewer),
                clock.instant(),
                viewer.zone(),
                sittings.curveBalls(viewer, sitting.negotiation().id()),
                sitting.state().isOpen() ? List.of() : pages.parts(viewer, sitting.negotiation()));
    }

    private Sitting sitting(Viewer viewer, UUID id) {
        return sittings.one(viewer, new NegotiationId(id)).orElseThrow(PlanPages::nothing);
    }

    /** The page with this draft weighed; nothing is kept. */
    @PostMapping("/negotiations/{id}/table/draft")
    TablePage weigh(@PathVariable UUID id, @RequestParam Map<String, String> sent, Viewer viewer) {
        Sitting sitting = sitting(viewer, id);
        return page(viewer, sitting, Draft.of(sitting.plan(), sent), Wrong.NOTHING);
    }

    @PostMapping("/negotiations/{id}/table/offers")
    Object put(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer,
            HttpServletResponse response) {
        Sitting sitting = sitting(viewer, id);
        Draft draft = Draft.of(sitting.plan(), sent);
        try {
            if (sittings.put(viewer, new NegotiationId(id), draft.said()).isEmpty())
                throw PlanPages.nothing();
        } catch (Refused e) {
            return page(viewer, sitting, draft, new Wrong(e.field(), e.getMessage() + "."));
        }
        if (script == null) return recorded(id, draft, response);
        Sitting after = sitting(viewer, id);
        return page(viewer, after, Draft.begun(after, draft.said().by()), Wrong.NOTHING);
    }

    private static Object recorded(UUID id, Draft draft, HttpServletResponse response) {
        String home = "/negotiations/" + id + "/table";
        Notices.say(
                response,
                Notice.undoable(
                        "The offer is on the table.",
                        home + "/offers/" + draft.said().id() + "/take-back"));
        return PlanPages.see(home + (draft.isOurs() ? "" : "?by=theirs"));
    }

    /** Keeps what came when the table had closed as a note beside it. */
    @PostMapping("/negotiations/{id}/table/late")
    Object keepLate(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer,
            HttpServletResponse response) {
        Sitting sitting = sitting(viewer, id);
        Draft draft = Draft.of(sitting.plan(), sent);
        String home = "/negotiations/" + id + "/table";
        try {
            if (sittings.keepLate(viewer, new NegotiationId(id), draft.said()).isEmpty())
                throw PlanPages.nothing();
        } catch (Refused e) {
            return page(viewer, sitting, draft, new Wrong(e.field(), e.getMessage() + "."));
        }
        Notices.say(
                response,
                Notice.undoable(
                        "It is kept as a note.", home + "/late/" + draft.said().id() + "/drop"));
        if (script == null) return PlanPages.see(home);
        Sitting after = sitting(viewer, id);
        return page(viewer, after, Draft.begun(after, draft.said().by()), Wrong.NOTHING);
    }

    @PostMapping("/negotiations/{id}/table/late/{offer}/drop")
    Object dropLate(
            @PathVariable UUID id,
            @PathVariable UUID offer,
            Viewer viewer,
            HttpServletResponse response) {
        if (!sittings.dropLate(viewer, new NegotiationId(id), offer)) throw PlanPages.nothing();
        return PlanPages.to("/negotiations/" + id + "/table", "The note is gone.", response);
    }

    @PostMapping("/negotiations/{id}/table/offers/{offer}/take-back")
    Object takeBack(
            @PathVariable UUID id,
            @PathVariable UUID offer,
            Viewer viewer,
            HttpServletResponse response) {
        if (!sittings.takeBack(viewer, new NegotiationId(id), offer)) throw PlanPages.nothing();
        String home = "/negotiations/" + id + "/table";
        Notices.say(
                response,
                Notice.undoable(
                        "The offer is off the table.", home + "/offers/" + offer + "/bring-back"));
        return PlanPages.see(home);
    }

    @PostMapping("/negotiations/{id}/table/offers/{offer}/bring-back")
    Object bringBack(
            @PathVariable UUID id,
            @PathVariable UUID offer,
            Viewer viewer,
            HttpServletResponse response) {
        if (!sittings.bringBack(viewer, new NegotiationId(id), offer)) throw PlanPages.nothing();
        return PlanPages.to(
                "/negotiations/" + id + "/table", "The offer is on the table again.", response);
    }

    /** What the drawings show. */
    @GetMapping("/negotiations/{id}/table/plane")
    @ResponseBody
    PlaneJson plane(@PathVariable UUID id, Viewer viewer) {
        return PlaneJson.of(sitting(viewer, id));
    }

    /** How much happened; the page of whoever looks on asks each second. */
    @GetMapping("/negotiations/{id}/table/changes")
    @ResponseBody
    String changes(@PathVariable UUID id, Viewer viewer) {
        return sittings.changes(viewer, new NegotiationId(id))
                .map(String::valueOf)
                .orElseThrow(PlanPages::nothing);
    }
}
