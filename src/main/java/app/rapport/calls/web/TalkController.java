package app.rapport.calls.web;

import app.rapport.access.Refused;
import app.rapport.calls.Acceptance;
import app.rapport.calls.Plans;
import app.rapport.calls.Sheets;
import app.rapport.calls.Sheets.Sheet;
import app.rapport.calls.TalkLogs;
import app.rapport.calls.model.Notes;
import app.rapport.calls.model.TalkPlan;
import app.rapport.conversations.TypedTouch;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.people.PersonCard;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet of a talk: notes that save themselves, what is found in them, and the log. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class TalkController {
    private final Plans plans;
    private final Sheets sheets;
    private final Acceptance acceptance;
    private final TalkLogs logs;
    private final TalkViews views;
    private final Clock clock;

    TalkController(
            Plans plans,
            Sheets sheets,
            Acceptance acceptance,
            TalkLogs logs,
            TalkViews views,
            Clock clock) {
        this.plans = plans;
        this.sheets = sheets;
        this.acceptance = acceptance;
        this.logs = logs;
        this.views = views;
        this.clock = clock;
    }

    /** The sheet that waits for this person, else an empty one: there is time for notes only. */
    @GetMapping("/people/{id}/call")
    TalkPage begin(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID meeting,
            Viewer viewer) {
        PersonCard person = views.person(viewer, new PersonId(id));
        return page(viewer, plans.begin(viewer, person, Optional.ofNullable(meeting)));
    }

    @GetMapping("/calls/{id}")
    TalkPage one(@PathVariable UUID id, Viewer viewer) {
        return page(viewer, plans.one(viewer, id).orElseThrow(Plans::missing));
    }

    private TalkPage page(Viewer viewer, TalkPlan plan) {
        return views.talk(viewer, plan, Optional.empty(), Wrong.NOTHING);
    }

    @PostMapping("/calls/{id}/notes")
    Object save(
            @PathVariable UUID id,
            @ModelAttribute LogForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer) {
        TalkPlan plan = kept(viewer, id, form);
        return answer(viewer, plan, form, script);
    }

    private TalkPlan kept(Viewer viewer, UUID id, LogForm form) {
        TalkPlan sheet = views.sheet(viewer, id, form.person(), form.meeting());
        if (form.text() != null) sheets.save(viewer, sheet, form.notes());
        return plans.one(viewer, id).orElseThrow(Plans::missing);
    }

    private Object answer(Viewer viewer, TalkPlan plan, LogForm form, @Nullable String script) {
        if (script == null) return "redirect:/calls/" + plan.id();
        return new FoundPage(
                plan,
                sheets.of(viewer, plan),
                viewer.member(),
                form.notes().text(),
                clock.instant());
    }

    @PostMapping("/calls/{id}/found/accept")
    Object accept(
            @PathVariable UUID id,
            @RequestParam String place,
            @ModelAttribute LogForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer) {
        return decided(viewer, id, form, script, plan -> acceptance.accept(viewer, plan, place));
    }

    @PostMapping("/calls/{id}/found/decline")
    Object decline(
            @PathVariable UUID id,
            @RequestParam String place,
            @ModelAttribute LogForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer) {
        return decided(viewer, id, form, script, plan -> acceptance.decline(viewer, plan, place));
    }

    @PostMapping("/calls/{id}/found/undo")
    Object undo(
            @PathVariable UUID id,
            @RequestParam String place,
            @ModelAttribute LogForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer) {
        return decided(viewer, id, form, script, plan -> acceptance.undo(viewer, plan, place));
    }

    /** Somebody who is named was there. */
    @PostMapping("/calls/{id}/found/there")
    Object there(
            @PathVariable UUID id,
            @RequestParam UUID guest,
            @ModelAttribute LogForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Viewer viewer) {
        TalkPlan plan = kept(viewer, id, form);
        acceptance.tookPart(viewer, plan, views.person(viewer, new PersonId(guest)).id());
        return answer(viewer, plans.one(viewer, id).orElseThrow(Plans::missing), form, script);
    }

    /** What was typed is kept first: a place counts in the words that the reader sees. */
    private Object decided(
            Viewer viewer,
            UUID id,
            LogForm form,
            @Nullable String script,
            Consumer<TalkPlan> decision) {
        TalkPlan plan = kept(viewer, id, form);
        decision.accept(plan);
        return answer(viewer, plan, form, script);
    }

    @PostMapping("/calls/{id}/log")
    Object log(
            @PathVariable UUID id,
            @ModelAttribute LogForm form,
            Viewer viewer,
            HttpServletResponse response) {
        TalkPlan plan = kept(viewer, id, form);
        try {
            String name = views.person(viewer, plan.person()).name();
            Notices.say(response, logged(viewer, plan, form, name));
            return "redirect:/people/" + plan.person();
        } catch (Refused e) {
            return refused(viewer, plan, form, e.field(), e.getMessage());
        } catch (TypedTouch.Refused e) {
            return refused(viewer, plan, form, e.field(), String.valueOf(e.getMessage()));
        }
    }

    private Notice logged(Viewer viewer, TalkPlan plan, LogForm form, String name) {
        if (plan.logged()) {
            logs.change(viewer, plan, form.evaluation());
            return Notice.of("What came out of the talk with " + name + " is changed.");
        }
        Sheet sheet = sheets.of(viewer, plan);
        Notes notes = sheet.notes();
        logs.log(viewer, plan, form.touch(plan, notes, viewer, clock.instant()), form.evaluation());
        return Notice.undoable(
                "The talk with " + name + " is logged.", "/calls/" + plan.id() + "/take-back");
    }

    private TalkPage refused(
            Viewer viewer, TalkPlan plan, LogForm form, String field, String message) {
        return views.talk(viewer, plan, Optional.of(form), new Wrong(field, message));
    }

    @PostMapping("/calls/{id}/take-back")
    String takeBack(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        TalkPlan plan = plans.one(viewer, id).orElseThrow(Plans::missing);
        boolean back = logs.takeBack(viewer, plan);
        Notices.say(
                response,
                Notice.of(
                        back
                                ? "The log is taken back. The notes are on the sheet as before."
                                : "This talk was not logged."));
        return "redirect:/calls/" + id;
    }
}
