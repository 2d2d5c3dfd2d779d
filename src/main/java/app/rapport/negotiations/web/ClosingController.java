package app.rapport.negotiations.web;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Closings;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.model.table.NotedCaution.Answer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a table ends: in an agreement, in walking away, at its deadline; and that it opens again. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ClosingController {
    private final Sittings sittings;
    private final Closings closings;

    ClosingController(Sittings sittings, Closings closings) {
        this.sittings = sittings;
        this.closings = closings;
    }

    private static Object done(
            UUID id, String words, HttpServletResponse response, BooleanSupplier deed) {
        String home = "/negotiations/" + id + "/table";
        try {
            if (!deed.getAsBoolean()) throw PlanPages.nothing();
            return PlanPages.to(home, words, response);
        } catch (Refused e) {
            return PlanPages.to(home, e.getMessage() + ".", response);
        }
    }

    /** A second person agrees to go under the walk-away. */
    @PostMapping("/negotiations/{id}/table/offers/{offer}/below")
    Object below(
            @PathVariable UUID id,
            @PathVariable UUID offer,
            Viewer viewer,
            HttpServletResponse response) {
        return done(
                id,
                "It may be said.",
                response,
                () -> sittings.agreeBelow(viewer, new NegotiationId(id), offer));
    }

    @PostMapping("/negotiations/{id}/table/offers/{offer}/agree")
    Object agree(
            @PathVariable UUID id,
            @PathVariable UUID offer,
            Viewer viewer,
            HttpServletResponse response) {
        return done(
                id,
                "It is agreed, and the table is closed.",
                response,
                () -> closings.agree(viewer, new NegotiationId(id), offer));
    }

    @PostMapping("/negotiations/{id}/table/leave")
    Object leave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            HttpServletResponse response) {
        return done(
                id,
                "You walked away; the door is open.",
                response,
                () -> closings.leave(viewer, new NegotiationId(id), reason));
    }

    @PostMapping("/negotiations/{id}/table/reopen")
    Object reopen(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        return done(
                id,
                "The table is open again.",
                response,
                () -> closings.reopen(viewer, new NegotiationId(id)));
    }

    /** A break of 15 minutes, or its end. */
    @PostMapping("/negotiations/{id}/table/break")
    Object pause(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean begins,
            Viewer viewer,
            HttpServletResponse response) {
        return done(
                id,
                begins ? "A break of 15 minutes." : "The break is over.",
                response,
                () -> closings.pause(viewer, new NegotiationId(id), begins));
    }

    /** What was made of a warning, or of a tactic. */
    @PostMapping("/negotiations/{id}/table/cautions/{caution}")
    Object answer(
            @PathVariable UUID id,
            @PathVariable UUID caution,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            HttpServletResponse response) {
        Optional<Answer> made = Answer.of(answer);
        if (made.isEmpty()) throw PlanPages.nothing();
        String home = "/negotiations/" + id + "/table";
        if (!sittings.answer(viewer, new NegotiationId(id), caution, made))
            throw PlanPages.nothing();
        Notices.say(response, Notice.undoable("Noted.", home + "/cautions/" + caution + "/again"));
        return PlanPages.see(home);
    }

    /** Takes the answer back. */
    @PostMapping("/negotiations/{id}/table/cautions/{caution}/again")
    Object ask(
            @PathVariable UUID id,
            @PathVariable UUID caution,
            Viewer viewer,
            HttpServletResponse response) {
        return done(
                id,
                "It waits for your answer again.",
                response,
                () -> sittings.answer(viewer, new NegotiationId(id), caution, Optional.empty()));
    }

    /** Until when there is time. */
    @PostMapping("/negotiations/{id}/table/deadline")
    Object deadline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String endsOn,
            Viewer viewer,
            HttpServletResponse response) {
        return done(
                id,
                endsOn.isBlank() ? "There is no deadline." : "The deadline is set.",
                response,
                () -> closings.endsOn(viewer, new NegotiationId(id), moment(viewer, endsOn)));
    }

    private static Optional<Instant> moment(Viewer viewer, String typed) {
        if (typed.isBlank()) return Optional.empty();
        try {
            return Optional.of(
                    LocalDateTime.parse(typed.strip()).atZone(viewer.zone()).toInstant());
        } catch (DateTimeException e) {
            throw new Refused("endsOn", "A day and a time, such as 2026-12-01T11:00");
        }
    }
}
