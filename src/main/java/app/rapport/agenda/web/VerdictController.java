package app.rapport.agenda.web;

import app.rapport.access.House;
import app.rapport.agenda.Today;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Seat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the viewer decides about an item: done, put off, not needed, and the way back. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class VerdictController {
    private static final DateTimeFormatter SAID =
            DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final Today today;
    private final House house;
    private final Clock clock;

    VerdictController(Today today, House house, Clock clock) {
        this.today = today;
        this.house = house;
        this.clock = clock;
    }

    @PostMapping("/today/{id}/done")
    String done(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        return judge(id, new Verdict.Done(), "is done.", request, response);
    }

    @PostMapping("/today/{id}/snooze")
    String snooze(
            @PathVariable String id,
            @RequestParam(defaultValue = "tomorrow") String until,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (until.equals("they-write"))
            return judge(
                    id,
                    new Verdict.SnoozedUntilTheyWrite(),
                    "is put off until they write.",
                    request,
                    response);
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        LocalDate now = LocalDate.ofInstant(clock.instant(), viewer.zone());
        if (until.equals("day") && (day == null || !day.isAfter(now))) {
            Notices.say(response, Notice.of("That day is not to come. Choose a later one."));
            return backTo(Optional.of(id));
        }
        LocalDate chosen =
                until.equals("day") && day != null
                        ? day
                        : house.workingDays(viewer)
                                .after(until.equals("week") ? now.plusDays(6) : now);
        return judge(
                id,
                new Verdict.SnoozedUntil(chosen.atTime(6, 0).atZone(viewer.zone()).toInstant()),
                "is put off until " + SAID.format(chosen) + ".",
                request,
                response);
    }

    @PostMapping("/today/{id}/dismiss")
    String dismiss(
            @PathVariable String id,
            @RequestParam(defaultValue = "not needed") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        return judge(
                id,
                new Verdict.NotNeeded(reason.length() > 200 ? reason.substring(0, 200) : reason),
                "is not needed.",
                request,
                response);
    }

    private String judge(
            String id,
            Verdict verdict,
            String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        Viewer viewer = Seat.of(request).orElseThrow().viewer();
        Optional<Today.Decision> decided = today.judge(viewer, id, verdict, clock.instant());
        Notices.say(
                response,
                decided.map(decision ->
                                Notice.undoable(
                                        decision.who() + " " + words,
                                        "/today/undo/" + decision.batch()))
                        .orElseGet(() -> Notice.of("This item is settled already.")));
        return backTo(decided.flatMap(Today.Decision::next));
    }

    /** The fragment gives the item's line the focus, so that the next key finds it. */
    private static String backTo(Optional<String> item) {
        return "redirect:/" + item.map(id -> "?item=" + id + "#item-" + id).orElse("");
    }

    @PostMapping("/today/undo/{batch}")
    String undo(
            @PathVariable UUID batch, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> item = today.undo(Seat.of(request).orElseThrow().viewer(), batch);
        Notices.say(
                response,
                Notice.of(item.isPresent() ? "Taken back." : "There was nothing to take back."));
        return backTo(item);
    }
}
