package app.rapport.negotiations.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.LineRow;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.Section;
import app.rapport.ui.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheets of a plan that are written in lines. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class PlanController {
    private final PlanPages pages;

    PlanController(PlanPages pages) {
        this.pages = pages;
    }

    @GetMapping("/negotiations/{id}")
    PlanPage plan(@PathVariable UUID id, Viewer viewer) {
        return PlanPage.of(pages.head(viewer, id, ""));
    }

    @PostMapping("/negotiations/{id}/lines/{section}")
    Object save(
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        Section of = Section.of(section).orElseThrow(PlanPages::nothing);
        Sheet sheet = new Sheet(sent);
        List<LineRow> rows = sheet.rows("words").stream().map(PlanController::row).toList();
        return pages.saved(
                viewer,
                id,
                new Saving(
                        PlanPart.lines(of),
                        sheet.text("seen"),
                        "",
                        of.word(),
                        of.title() + " are saved.",
                        plan -> plan.withLines(of, PlanEdits.lines(of, rows))),
                response,
                PlanPage::of);
    }

    private static LineRow row(Sheet.Row row) {
        return new LineRow(
                row.id(),
                row.text("side"),
                row.text("party"),
                row.text("words"),
                row.text("reply"),
                row.text("more"),
                row.text("cost"),
                row.text("dear"));
    }
}
