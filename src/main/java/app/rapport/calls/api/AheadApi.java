package app.rapport.calls.api;

import app.rapport.access.Refused;
import app.rapport.calls.PlanAhead;
import app.rapport.calls.Plans;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.Draft;
import app.rapport.conversations.DraftFile;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.post.NotSendable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A plan as the customer gets it beforehand, over the API. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class AheadApi {
    private final Plans plans;
    private final PlanAhead ahead;
    private final People people;

    AheadApi(Plans plans, PlanAhead ahead, People people) {
        this.plans = plans;
        this.ahead = ahead;
        this.people = people;
    }

    /**
     * @param draft the mail that waits; null while there is none
     * @param files that go with it, by name
     * @param sent whether it is on its way, or left
     */
    record AheadJson(
            UUID plan,
            @Nullable UUID draft,
            String to,
            String subject,
            String words,
            List<String> files,
            boolean sent) {}

    /** What they get: the mail that waits, else what it would say as the plan stands. */
    @GetMapping("/api/v1/plans/{id}/ahead")
    AheadJson ahead(@PathVariable UUID id, Viewer viewer) {
        return ahead(viewer, plan(viewer, id));
    }

    private AheadJson ahead(Viewer viewer, TalkPlan plan) {
        return ahead.kept(viewer, plan)
                .map(draft -> json(viewer, plan, draft, draft.id()))
                .orElseGet(() -> {
                    Draft sheet = ahead.sheet(viewer, plan, person(viewer, plan));
                    return json(viewer, plan, sheet, null);
                });
    }

    private AheadJson json(Viewer viewer, TalkPlan plan, Draft draft, @Nullable UUID kept) {
        return new AheadJson(
                plan.id(),
                kept,
                draft.to(),
                draft.subject(),
                draft.words(),
                ahead.files(viewer, draft).stream().map(DraftFile::name).toList(),
                ahead.isSent(viewer, plan));
    }

    private TalkPlan plan(Viewer viewer, UUID id) {
        return plans.one(viewer, id).orElseThrow(Plans::missing);
    }

    private PersonCard person(Viewer viewer, TalkPlan plan) {
        return people.card(viewer, plan.person()).orElseThrow(Plans::missing);
    }

    /** What is left out is as the plan says it. */
    record AheadBody(@Nullable String to, @Nullable String subject, @Nullable String words) {
        Draft on(Draft sheet) {
            return new Draft(
                    sheet.id(),
                    sheet.person(),
                    sheet.answers(),
                    to == null ? sheet.to() : to.strip(),
                    sheet.copies(),
                    subject == null ? sheet.subject() : subject,
                    words == null ? sheet.words() : words);
        }
    }

    /**
     * Puts the plan into a mail that waits, with an entry for calendars where it has a time.
     * Nothing is sent; asked for again, the same mail says what the plan says then.
     */
    @PostMapping("/api/v1/plans/{id}/ahead")
    @ResponseStatus(HttpStatus.CREATED)
    AheadJson put(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable AheadBody body,
            Viewer viewer) {
        TalkPlan plan = plan(viewer, id);
        Draft sheet = ahead.sheet(viewer, plan, person(viewer, plan));
        try {
            ahead.draft(viewer, plan, body == null ? sheet : body.on(sheet));
        } catch (NotSendable e) {
            throw refused(e);
        }
        return ahead(viewer, plan(viewer, id));
    }

    private static Refused refused(NotSendable e) {
        return new Refused(
                e.field().equals("from") ? "" : e.field(), String.valueOf(e.getMessage()));
    }

    /**
     * @param id in the outbox
     */
    record AheadQueued(UUID id) {}

    /** Sends the mail that waits; it leaves after ten seconds, and can be taken back until then. */
    @PostMapping("/api/v1/plans/{id}/ahead/send")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AheadQueued send(@PathVariable UUID id, Viewer viewer) {
        TalkPlan plan = plan(viewer, id);
        try {
            return ahead.send(viewer, plan, person(viewer, plan))
                    .map(queued -> new AheadQueued(queued.value()))
                    .orElseThrow(() -> new Refused("", "No mail with this plan waits to be sent"));
        } catch (NotSendable e) {
            throw refused(e);
        }
    }

    /** An entry for calendars; there is none while nobody said when it is. */
    @GetMapping(path = "/api/v1/plans/{id}/plan.ics", produces = "text/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable UUID id, Viewer viewer) {
        String text = ahead.invitation(viewer, plan(viewer, id)).orElseThrow(Plans::missing);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meeting.ics\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
