package app.rapport.experience.web;

import app.rapport.access.Refused;
import app.rapport.experience.TouchPoints;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where customers meet us, walked and judged. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TouchPointsController {
    private static final String HOME = "/touch-points";

    private final TouchPoints points;

    TouchPointsController(TouchPoints points) {
        this.points = points;
    }

    @GetMapping("/touch-points")
    TouchPointsPage all(Viewer viewer) {
        return page(viewer, "", Wrong.NOTHING);
    }

    private TouchPointsPage page(Viewer viewer, String typed, Wrong wrong) {
        return new TouchPointsPage(
                points.all(viewer), points.retired(viewer), FeedbackTabs.at(HOME), typed, wrong);
    }

    @PostMapping("/touch-points")
    Object add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String occasion,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            UUID made = points.add(viewer, name, Occasion.of(occasion));
            return said(
                    response,
                    Notice.undoable("The point is noted.", HOME + "/" + made + "/retire"));
        } catch (Refused e) {
            return page(viewer, name, new Wrong(e.field(), e.getMessage() + "."));
        }
    }

    private static String said(HttpServletResponse response, Notice notice) {
        Notices.say(response, notice);
        return "redirect:" + HOME;
    }

    @PostMapping("/touch-points/{id}/walks")
    String walk(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int judgement,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            UUID walk =
                    points.walk(viewer, id, judgement, words)
                            .orElseThrow(ExperienceController::nothing);
            return said(
                    response,
                    Notice.undoable("Your walk is noted.", HOME + "/walks/" + walk + "/take-back"));
        } catch (Refused e) {
            return said(response, Notice.of(e.getMessage() + "."));
        }
    }

    @PostMapping("/touch-points/walks/{id}/take-back")
    String takeBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!points.takeBackWalk(viewer, id)) throw ExperienceController.nothing();
        return said(response, Notice.of("The walk is taken back."));
    }

    @PostMapping("/touch-points/{id}/retire")
    String retire(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!points.retire(viewer, id)) throw ExperienceController.nothing();
        return said(
                response,
                Notice.undoable(
                        "The point is out of the list; what was said of it stays.",
                        HOME + "/" + id + "/bring-back"));
    }

    @PostMapping("/touch-points/{id}/bring-back")
    String bringBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!points.bringBack(viewer, id)) throw ExperienceController.nothing();
        return said(response, Notice.of("The point is back."));
    }
}
