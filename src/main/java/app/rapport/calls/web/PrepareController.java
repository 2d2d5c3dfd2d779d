package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.PlanAhead;
import app.rapport.calls.Plans;
import app.rapport.calls.model.TalkPlan;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.post.NotSendable;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Preparing a talk. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PrepareController {
    private final Plans plans;
    private final PlanAhead ahead;
    private final TalkViews views;

    PrepareController(Plans plans, PlanAhead ahead, TalkViews views) {
        this.plans = plans;
        this.ahead = ahead;
        this.views = views;
    }

    /** The sheet that waits for this person, else a new one with the words of its template. */
    @GetMapping("/people/{id}/prepare")
    PreparePage begin(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID meeting,
            Viewer viewer) {
        PersonCard person = views.person(viewer, new PersonId(id));
        TalkPlan plan = plans.begin(viewer, person, Optional.ofNullable(meeting));
        boolean blank = plan.words().isEmpty();
        return views.prepare(
                viewer, person, blank ? plans.filled(viewer, plan, person) : plan, Wrong.NOTHING);
    }

    @GetMapping("/calls/{id}/prepare")
    PreparePage again(@PathVariable UUID id, Viewer viewer) {
        TalkPlan plan = plans.one(viewer, id).orElseThrow(Plans::missing);
        return views.prepare(viewer, views.person(viewer, plan.person()), plan, Wrong.NOTHING);
    }

    @PostMapping("/calls/{id}/plan")
    Object keep(
            @PathVariable UUID id,
            @ModelAttribute PlanForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer,
            HttpServletResponse response) {
        TalkPlan sheet = views.sheet(viewer, id, form.person(), form.meeting());
        try {
            TalkPlan kept = plans.keep(viewer, form.on(sheet, viewer), _ -> {});
            if (script != null) return new PlanKept(kept);
        } catch (Refused e) {
            return refused(viewer, form.words(sheet), e);
        }
        Notices.say(response, Notice.of("The plan is kept."));
        return "redirect:/calls/" + id;
    }

    private PreparePage refused(Viewer viewer, TalkPlan sheet, Refused e) {
        return views.prepare(
                viewer,
                views.person(viewer, sheet.person()),
                sheet,
                new Wrong(e.field(), e.getMessage()));
    }

    /** Puts the words of the chosen template where nothing is said yet. */
    @PostMapping("/calls/{id}/template")
    PreparePage fill(@PathVariable UUID id, @ModelAttribute PlanForm form, Viewer viewer) {
        TalkPlan sheet = views.sheet(viewer, id, form.person(), form.meeting());
        PersonCard person = views.person(viewer, sheet.person());
        try {
            TalkPlan typed = form.on(sheet, viewer);
            return views.prepare(
                    viewer, person, plans.filled(viewer, typed, person), Wrong.NOTHING);
        } catch (Refused e) {
            return refused(viewer, form.words(sheet), e);
        }
    }

    /** Keeps the plan and opens a mail with it; nothing is sent. */
    @PostMapping("/calls/{id}/ahead")
    Object ahead(@PathVariable UUID id, @ModelAttribute PlanForm form, Viewer viewer) {
        TalkPlan sheet = views.sheet(viewer, id, form.person(), form.meeting());
        try {
            TalkPlan kept = plans.keep(viewer, form.on(sheet, viewer), _ -> {});
            return "redirect:"
                    + ahead.draft(viewer, kept, views.person(viewer, kept.person())).href();
        } catch (Refused e) {
            return refused(viewer, form.words(sheet), e);
        } catch (NotSendable e) {
            return refused(
                    viewer,
                    form.words(sheet),
                    new Refused(e.field(), String.valueOf(e.getMessage())));
        }
    }

    @GetMapping("/calls/{id}/plan.ics")
    ResponseEntity<byte[]> calendar(@PathVariable UUID id, Viewer viewer) {
        TalkPlan plan = plans.one(viewer, id).orElseThrow(Plans::missing);
        String text = ahead.invitation(viewer, plan).orElseThrow(Plans::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meeting.ics\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/calls/{id}/delete")
    String delete(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        TalkPlan plan = plans.one(viewer, id).orElseThrow(Plans::missing);
        plans.delete(viewer, id, _ -> {});
        Notices.say(
                response,
                Notice.undoable("The plan is deleted.", "/settings/bin/" + id + "/restore"));
        return "redirect:/people/" + plan.person();
    }
}
