package app.rapport.promises.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.promises.Promises;
import app.rapport.promises.Wordings;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words of a promise or task are mended. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class WordingController {
    private final Promises promises;
    private final Wordings wordings;

    WordingController(Promises promises, Wordings wordings) {
        this.promises = promises;
        this.wordings = wordings;
    }

    @PostMapping("/promises/{id}/words")
    String say(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            Viewer viewer,
            HttpServletResponse response) {
        if (promises.one(viewer, id).isEmpty()) throw PromisesController.nothing();
        try {
            Notices.say(
                    response,
                    wordings.say(viewer, id, what)
                            .map(wording ->
                                    Notice.undoable(
                                            "It is worded otherwise.",
                                            "/promises/" + id + "/words/" + wording + "/take-back"))
                            .orElseGet(() -> Notice.of("It says so already.")));
        } catch (Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:/promises/" + id;
    }

    @PostMapping("/promises/{id}/words/{wording}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @PathVariable UUID wording,
            Viewer viewer,
            HttpServletResponse response) {
        if (promises.one(viewer, id).isEmpty()) throw PromisesController.nothing();
        boolean back = wordings.takeBack(viewer, id, wording);
        Notices.say(
                response,
                Notice.of(back ? "It says again what it said." : "It was worded otherwise since."));
        return "redirect:/promises/" + id;
    }
}
