package app.rapport.risk.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.RiskNote;
import app.rapport.risk.Risks;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.RiskItem;
import app.rapport.ui.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What becomes of a note: tested, looked at again, shared, taken out, and undone. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class RiskNotesController {
    private final Risks risks;
    private final RiskDesk desk;
    private final Clock clock;

    RiskNotesController(Risks risks, RiskDesk desk, Clock clock) {
        this.risks = risks;
        this.desk = desk;
        this.clock = clock;
    }

    private RiskNote standing(Viewer viewer, UUID item) {
        return risks.standing(viewer, item).orElseThrow(RiskSteps::nothing);
    }

    private static String home(RiskNote note) {
        if (note.note().body() instanceof OwnRisk) return "/risk/mine";
        return note.deal().map(deal -> "/risk/deals/" + deal).orElse("/risk");
    }

    @PostMapping("/risk/notes/{item}/remove")
    RedirectView remove(@PathVariable UUID item, Viewer viewer, HttpServletResponse response) {
        RiskNote note = standing(viewer, item);
        try {
            UUID wording = desk.remove(viewer, item).orElseThrow(RiskSteps::nothing);
            return RiskSteps.done(home(note), "It is taken out.", wording, response);
        } catch (Refused e) {
            return RiskSteps.to(home(note), Notice.of(e.getMessage() + "."), response);
        }
    }

    /**
     * @param answer holds, or anything else where it does not
     */
    @PostMapping("/risk/notes/{item}/tested")
    RedirectView tested(
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        RiskNote note = standing(viewer, item);
        Assumption assumption =
                note.note().as(Assumption.class).orElseThrow(RiskSteps::nothing).body();
        boolean holds = answer.equals("holds");
        return corrected(
                viewer,
                note,
                assumption.tested(new Assumption.Finding(holds, words.strip(), today(viewer))),
                holds ? "The assumption holds." : "The assumption does not hold.",
                response);
    }

    /**
     * @param answer worth, or anything else where it was not
     */
    @PostMapping("/risk/notes/{item}/looked")
    RedirectView looked(
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        RiskNote note = standing(viewer, item);
        ChosenLoss loss = note.note().as(ChosenLoss.class).orElseThrow(RiskSteps::nothing).body();
        boolean worth = answer.equals("worth");
        return corrected(
                viewer,
                note,
                loss.became(new ChosenLoss.Outcome(worth, words.strip(), today(viewer))),
                worth ? "It was worth its loss." : "It was not worth its loss.",
                response);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }

    private RedirectView corrected(
            Viewer viewer,
            RiskNote note,
            RiskItem body,
            String words,
            HttpServletResponse response) {
        try {
            UUID wording =
                    desk.correct(viewer, note.note().item(), body).orElseThrow(RiskSteps::nothing);
            return RiskSteps.done(home(note), words, wording, response);
        } catch (Refused e) {
            return RiskSteps.to(home(note), Notice.of(e.getMessage() + "."), response);
        }
    }

    /**
     * @param answer yes, or anything else to keep it to oneself again
     */
    @PostMapping("/risk/notes/{item}/share")
    RedirectView share(
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            HttpServletResponse response) {
        boolean shared = answer.equals("yes");
        if (!desk.share(viewer, item, shared)) throw RiskSteps.nothing();
        String undo = "/risk/notes/" + item + "/share?answer=" + (shared ? "no" : "yes");
        String words = shared ? "Your colleagues see it now." : "Only you see it now.";
        return RiskSteps.to("/risk/mine", Notice.undoable(words, undo), response);
    }

    @PostMapping("/risk/notes/{id}/undo")
    RedirectView undo(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        RiskNote note = risks.wording(viewer, id).orElseThrow(RiskSteps::nothing);
        return RiskSteps.to(home(note), Notice.of(undone(viewer, id)), response);
    }

    private String undone(Viewer viewer, UUID id) {
        try {
            return desk.undo(viewer, id)
                    ? "What stood there before is back."
                    : "It was changed since: nothing is undone.";
        } catch (Refused e) {
            return e.getMessage() + ".";
        }
    }
}
