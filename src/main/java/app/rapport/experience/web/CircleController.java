package app.rapport.experience.web;

import app.rapport.access.Refused;
import app.rapport.conversations.Channel;
import app.rapport.conversations.TypedTouch;
import app.rapport.experience.Circle;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
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

/** From what was heard to what was changed, and back to the customer. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class CircleController {
    private final Circle circle;

    CircleController(Circle circle) {
        this.circle = circle;
    }

    @GetMapping("/feedback/changes")
    ChangesPage changes(Viewer viewer) {
        return new ChangesPage(circle.changes(viewer), FeedbackTabs.at("/feedback/changes"));
    }

    /** A new change, or one that is there already. */
    @PostMapping("/feedback/answers/{id}/changes")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Optional<UUID> change,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            if (words.isBlank() && change.isPresent()) {
                circle.tie(viewer, id, change.get());
                Notices.say(response, Notice.of("That is why it was changed, too."));
            } else {
                UUID made = circle.change(viewer, id, words);
                Notices.say(
                        response,
                        Notice.undoable(
                                "The change is noted; tell them of it.",
                                "/feedback/changes/" + made + "/take-back"));
            }
        } catch (Refused e) {
            refuse(response, e);
        }
        return "redirect:/feedback#answer-" + id;
    }

    private static void refuse(HttpServletResponse response, Refused refused) {
        if (refused.field().equals("answer")) throw ExperienceController.nothing();
        Notices.say(response, Notice.of(refused.getMessage() + "."));
    }

    @PostMapping("/feedback/answers/{id}/told")
    String told(
            @PathVariable UUID id,
            @RequestParam UUID change,
            @RequestParam(defaultValue = "call") String channel,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer,
            HttpServletResponse response) {
        try {
            circle.tell(viewer, change, id, channel(channel), words);
            Notices.say(response, Notice.of("They were told; it is among the touches."));
        } catch (Refused e) {
            refuse(response, e);
        } catch (TypedTouch.Refused e) {
            Notices.say(response, Notice.of(e.getMessage() + "."));
        }
        return "redirect:/feedback#answer-" + id;
    }

    private static Channel channel(String word) {
        try {
            return Channel.of(word);
        } catch (IllegalArgumentException e) {
            throw new Refused("channel", "Say how they were told");
        }
    }

    @PostMapping("/feedback/changes/{id}/take-back")
    String takeBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!circle.takeBack(viewer, id)) throw ExperienceController.nothing();
        Notices.say(response, Notice.of("The change is taken back."));
        return "redirect:/feedback/changes";
    }
}
