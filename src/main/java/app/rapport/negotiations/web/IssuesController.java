package app.rapport.negotiations.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.ui.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet of issues. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class IssuesController {
    private final PlanPages pages;
    private final Clock clock;

    IssuesController(PlanPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/negotiations/{id}/issues")
    IssuesPage issues(@PathVariable UUID id, Viewer viewer) {
        return IssuesPage.of(pages.head(viewer, id, "issues"));
    }

    @PostMapping("/negotiations/{id}/issues")
    Object save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Sheet sheet = new Sheet(sent);
        String price = sheet.text("price");
        List<IssueRow> rows = sheet.rows("name").stream().map(row -> row(row, price)).toList();
        Saving saving =
                new Saving(
                        PlanPart.ISSUES,
                        sheet.text("seen"),
                        "issues",
                        "",
                        "The issues are saved.",
                        plan -> plan.withIssues(PlanEdits.issues(plan.issues(), rows)));
        return pages.saved(
                viewer,
                id,
                saving,
                response,
                IssuesPage::of,
                (head, wrong) -> new IssuesPage(head, rows, wrong));
    }

    private static IssueRow row(Sheet.Row row, String price) {
        return new IssueRow(
                row.text("id"),
                row.text("name"),
                row.text("options"),
                row.text("swing"),
                row.text("theirLow"),
                row.text("theirHigh"),
                !price.isBlank() && row.text("name").strip().equalsIgnoreCase(price.strip()));
    }

    /**
     * @param answer yes, or anything else to take it back
     */
    @PostMapping("/negotiations/{id}/all-issues")
    Object all(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            HttpServletResponse response) {
        boolean yes = answer.equals("yes");
        return pages.changed(
                viewer,
                id,
                "/issues",
                yes ? "All issues are identified." : "There may be more issues.",
                response,
                plan -> plan.allIssuesSaid(yes ? Optional.of(clock.instant()) : Optional.empty()));
    }
}
