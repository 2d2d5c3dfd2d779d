package app.rapport.negotiations.api;

import app.rapport.access.Refused;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Closings;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.Sittings;
import app.rapport.negotiations.model.table.NotedCaution.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How a table pauses, ends and opens again, and what was made of its warnings, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class ClosingApi {
    private final Closings closings;
    private final Sittings sittings;

    ClosingApi(Closings closings, Sittings sittings) {
        this.closings = closings;
        this.sittings = sittings;
    }

    private TableJson done(boolean done, UUID id, Viewer viewer) {
        if (!done) throw PlanChanges.nothing();
        return sittings.one(viewer, new NegotiationId(id))
                .map(TableJson::of)
                .orElseThrow(PlanChanges::nothing);
    }

    /** Closes the table: this offer is accepted, theirs by us or ours by them. */
    @PostMapping("/api/v1/negotiations/{id}/table/offers/{offer}/agree")
    TableJson agree(@PathVariable UUID id, @PathVariable UUID offer, Viewer viewer) {
        return done(closings.agree(viewer, new NegotiationId(id), offer), id, viewer);
    }

    record Leaving(String reason) {}

    /** Walks away with a reason; the door is open. */
    @PostMapping("/api/v1/negotiations/{id}/table/leave")
    TableJson leave(@PathVariable UUID id, @RequestBody Leaving body, Viewer viewer) {
        String reason = PlanChanges.text(body.reason());
        return done(closings.leave(viewer, new NegotiationId(id), reason), id, viewer);
    }

    /** They came back, or it was closed by mistake. */
    @PostMapping("/api/v1/negotiations/{id}/table/reopen")
    TableJson reopen(@PathVariable UUID id, Viewer viewer) {
        return done(closings.reopen(viewer, new NegotiationId(id)), id, viewer);
    }

    /** A break of 15 minutes begins. */
    @PostMapping("/api/v1/negotiations/{id}/table/break")
    TableJson pause(@PathVariable UUID id, Viewer viewer) {
        return done(closings.pause(viewer, new NegotiationId(id), true), id, viewer);
    }

    @DeleteMapping("/api/v1/negotiations/{id}/table/break")
    TableJson resume(@PathVariable UUID id, Viewer viewer) {
        return done(closings.pause(viewer, new NegotiationId(id), false), id, viewer);
    }

    /**
     * @param endsOn until when there is time; null where there is no deadline
     */
    record DeadlineBody(@Nullable Instant endsOn) {}

    @PutMapping("/api/v1/negotiations/{id}/table/deadline")
    TableJson deadline(@PathVariable UUID id, @RequestBody DeadlineBody body, Viewer viewer) {
        Optional<Instant> at =
                Optional.ofNullable(body.endsOn()).map(one -> one.truncatedTo(ChronoUnit.MICROS));
        return done(closings.endsOn(viewer, new NegotiationId(id), at), id, viewer);
    }

    /**
     * @param answer of a warning taken or went_on, of a tactic so or not_so; null takes it back
     */
    record CautionAnswer(@Nullable String answer) {
        Optional<Answer> read() {
            if (answer == null) return Optional.empty();
            Optional<Answer> read = Answer.of(answer);
            if (read.isEmpty())
                throw new Refused("answer", "Say taken, went_on, so or not_so, or null");
            return read;
        }
    }

    /** What was made of a warning, or of a tactic. */
    @PutMapping("/api/v1/negotiations/{id}/table/cautions/{caution}")
    TableJson answer(
            @PathVariable UUID id,
            @PathVariable UUID caution,
            @RequestBody CautionAnswer body,
            Viewer viewer) {
        return done(
                sittings.answer(viewer, new NegotiationId(id), caution, body.read()), id, viewer);
    }
}
