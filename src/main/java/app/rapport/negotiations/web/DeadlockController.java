package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Deadlocks;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.WaysOut;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deadlock room: both views, and what nobody has named yet. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DeadlockController {
    private static final int LONGEST = 5_000;

    private final Deadlocks deadlocks;
    private final Sittings sittings;
    private final PlanPages pages;

    DeadlockController(Deadlocks deadlocks, Sittings sittings, PlanPages pages) {
        this.deadlocks = deadlocks;
        this.sittings = sittings;
        this.pages = pages;
    }

    @GetMapping("/negotiations/{id}/table/deadlock")
    DeadlockPage room(@PathVariable UUID id, Viewer viewer) {
        Deadlock standing = standing(viewer, id);
        return page(viewer, id, standing, standing, Wrong.NOTHING);
    }

    private Deadlock standing(Viewer viewer, UUID id) {
        return deadlocks.one(viewer, new NegotiationId(id)).orElseThrow(PlanPages::nothing);
    }

    private DeadlockPage page(
            Viewer viewer, UUID id, Deadlock written, Deadlock standing, Wrong wrong) {
        Sitting sitting =
                sittings.one(viewer, new NegotiationId(id)).orElseThrow(PlanPages::nothing);
        return new DeadlockPage(
                pages.head(viewer, id, "table"),
                sitting,
                written,
                standing,
                WaysOut.of(sitting.path(), sitting.valuation()),
                wrong);
    }

    @PostMapping("/negotiations/{id}/table/deadlock")
    Object write(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Deadlock before = standing(viewer, id);
        Deadlock written = written(sent);
        try {
            if (!deadlocks.write(viewer, new NegotiationId(id), written)) throw PlanPages.nothing();
        } catch (Refused e) {
            Deadlock again = written(sent, before.revision());
            return page(viewer, id, again, before, new Wrong(e.field(), e.getMessage() + "."));
        }
        return PlanPages.to(
                "/negotiations/" + id + "/table/deadlock", "Both views are kept.", response);
    }

    private static Deadlock written(Map<String, String> sent) {
        String seen = sent.getOrDefault("revision", "");
        return written(sent, seen.matches("\\d{1,8}") ? Integer.parseInt(seen) : 0);
    }

    private static Deadlock written(Map<String, String> sent, int revision) {
        return new Deadlock(
                text(sent, "ourView"),
                text(sent, "theirView"),
                text(sent, "question"),
                text(sent, "heard"),
                text(sent, "ourWay"),
                text(sent, "theirWay"),
                revision,
                Optional.empty());
    }

    private static String text(Map<String, String> sent, String name) {
        String text = sent.getOrDefault(name, "").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
