package app.rapport.debriefs.web;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.debriefs.Debrief;
import app.rapport.debriefs.Debriefs;
import app.rapport.debriefs.web.DebriefPage.PromiseRow;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Needs;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise.Side;
import app.rapport.ui.Notice;
import app.rapport.ui.Numbers;
import app.rapport.ui.Sheet;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Looking back at a table: that it was done, which warnings came true, what was promised. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class DebriefController {
    private final Debriefs debriefs;
    private final House house;

    DebriefController(Debriefs debriefs, House house) {
        this.debriefs = debriefs;
        this.house = house;
    }

    @GetMapping("/negotiations/{id}/debrief")
    DebriefPage show(@PathVariable UUID id, Viewer viewer) {
        return page(viewer, existing(viewer, id), List.of(), Wrong.NOTHING);
    }

    private Debrief existing(Viewer viewer, UUID id) {
        return debriefs.of(viewer, new NegotiationId(id)).orElseThrow(Back::nothing);
    }

    private DebriefPage page(Viewer viewer, Debrief debrief, List<PromiseRow> typed, Wrong wrong) {
        return new DebriefPage(
                debrief,
                debriefs.deal(viewer, debrief.sitting().negotiation().deal()),
                house.present(viewer),
                viewer.member(),
                typed,
                wrong);
    }

    @GetMapping("/negotiations/{id}/debrief/print")
    PrintedDebriefPage print(@PathVariable UUID id, Viewer viewer) {
        return new PrintedDebriefPage(show(id, viewer));
    }

    @PostMapping("/negotiations/{id}/debrief/held")
    RedirectView hold(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!debriefs.hold(viewer, new NegotiationId(id))) throw Back.nothing();
        return Back.to(
                id,
                Notice.undoable(
                        "It was looked back at; its figures are kept.",
                        "/negotiations/" + id + "/debrief/release"),
                response);
    }

    @PostMapping("/negotiations/{id}/debrief/release")
    RedirectView release(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        if (!debriefs.release(viewer, new NegotiationId(id))) throw Back.nothing();
        return Back.to(id, Notice.of("It waits to be looked back at."), response);
    }

    /**
     * @param answer yes, no, or anything else to say nothing any more
     */
    @PostMapping("/negotiations/{id}/debrief/cautions/{caution}")
    RedirectView mark(
            @PathVariable UUID id,
            @PathVariable UUID caution,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            HttpServletResponse response) {
        Optional<Boolean> came =
                switch (answer) {
                    case "yes" -> Optional.of(true);
                    case "no" -> Optional.of(false);
                    default -> Optional.empty();
                };
        NegotiationId negotiation = new NegotiationId(id);
        Optional<Boolean> before =
                Optional.ofNullable(debriefs.marks(viewer, negotiation).get(caution));
        if (!debriefs.mark(viewer, negotiation, caution, came)) throw Back.nothing();
        String undo = "/negotiations/" + id + "/debrief/cautions/" + caution + "?answer=";
        return Back.to(
                id,
                Notice.undoable(
                        came.isEmpty() ? "Nothing is said of it." : "It is noted.",
                        undo + before.map(it -> it ? "yes" : "no").orElse("none")),
                response);
    }

    @PostMapping("/negotiations/{id}/debrief/promises")
    Object promise(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Debrief debrief = existing(viewer, id);
        List<PromiseRow> rows =
                new Sheet(sent).rows("what").stream().map(DebriefController::row).toList();
        try {
            List<UUID> made =
                    debriefs.promise(viewer, new NegotiationId(id), wanted(rows))
                            .orElseThrow(Back::nothing);
            return Back.to(id, promised(id, made), response);
        } catch (Refused e) {
            return page(viewer, debrief, rows, new Wrong(e.field(), e.getMessage()));
        }
    }

    /** Of each that somebody promised. */
    private static List<Promises.New> wanted(List<PromiseRow> rows) {
        return rows.stream()
                .filter(row -> !row.side().isEmpty())
                .map(DebriefController::wanted)
                .toList();
    }

    private static Notice promised(UUID id, List<UUID> made) {
        return Notice.undoable(
                Numbers.of(made.size(), "promise is made.", "promises are made."),
                made.stream()
                        .map(UUID::toString)
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "/negotiations/" + id + "/debrief/unpromise?made=",
                                        "")));
    }

    private static PromiseRow row(Sheet.Row row) {
        return new PromiseRow(
                row.text("side"),
                row.text("person"),
                row.text("keeper"),
                row.text("what"),
                row.text("due"));
    }

    private static Promises.New wanted(PromiseRow row) {
        return new Promises.New(
                row.side().equals("theirs") ? Side.THEIRS : Side.OURS,
                row.person().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new PersonId(Back.id(row.person()))),
                new MemberId(Back.id(row.keeper())),
                row.what(),
                day(row.due()),
                2,
                Optional.empty());
    }

    private static Optional<Deadline> day(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Deadline(LocalDate.parse(typed.strip()), Optional.empty()));
        } catch (DateTimeException e) {
            throw new Refused("due", "A day is wanted, such as 2026-12-18");
        }
    }

    /**
     * @param made ids of promises, with commas between
     */
    @PostMapping("/negotiations/{id}/debrief/unpromise")
    RedirectView unpromise(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String made,
            Viewer viewer,
            HttpServletResponse response) {
        List<UUID> ids =
                Arrays.stream(made.split(",")).filter(one -> !one.isEmpty()).map(Back::id).toList();
        if (!debriefs.unpromise(viewer, new NegotiationId(id), ids)) throw Back.nothing();
        return Back.to(id, Notice.of("They were never promised."), response);
    }
}
