package app.rapport.negotiations.web;

import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.TradeOff;
import app.rapport.negotiations.model.TradeOff.Answer;
import app.rapport.negotiations.model.TradeOff.Move;
import app.rapport.negotiations.model.TradeOffs;
import app.rapport.ui.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What options are worth, and trade-off questions. */
@Controller
@Needs(toRead = Right.READ_RECORDS, toChange = Right.WRITE_RECORDS)
class WorthController {
    private final PlanPages pages;

    WorthController(PlanPages pages) {
        this.pages = pages;
    }

    @GetMapping("/negotiations/{id}/worth")
    WorthPage worth(@PathVariable UUID id, Viewer viewer) {
        return WorthPage.of(pages.head(viewer, id, "worth"));
    }

    @PostMapping("/negotiations/{id}/worth")
    Object save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response) {
        Map<String, Sheet.Row> rows = new HashMap<>();
        Sheet sheet = new Sheet(sent);
        sheet.rows("id").forEach(row -> rows.put(row.text("id"), row));
        Saving saving =
                new Saving(
                        PlanPart.WORTH,
                        sheet.text("seen"),
                        "worth",
                        "",
                        "What they are worth is saved.",
                        plan -> scored(plan, rows));
        return pages.saved(
                viewer,
                id,
                saving,
                response,
                WorthPage::of,
                (head, wrong) -> WorthPage.of(head, rows, wrong));
    }

    /** A plan with more options than a sheet sends whole is none that the page could save. */
    private static Plan scored(Plan plan, Map<String, Sheet.Row> rows) {
        PlanEdits.checkOptions(plan.issues());
        return plan.withIssues(plan.issues().stream().map(issue -> scored(issue, rows)).toList());
    }

    private static PlanIssue scored(PlanIssue issue, Map<String, Sheet.Row> rows) {
        List<PlanOption> options = new ArrayList<>();
        for (PlanOption option : issue.options()) {
            Sheet.Row row = rows.get(option.id().toString());
            options.add(row == null ? option : scored(issue, option, row));
        }
        return issue.with(issue.swing(), issue.theirs(), options);
    }

    private static PlanOption scored(PlanIssue issue, PlanOption option, Sheet.Row row) {
        String of = issue.name() + ", " + option.name();
        return new PlanOption(
                option.id(),
                option.name(),
                PlanEdits.points(of, row.text("score")),
                PlanEdits.range(of, row.text("theirLow"), row.text("theirHigh")));
    }

    @PostMapping("/negotiations/{id}/trades")
    Object answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String giveIssue,
            @RequestParam(defaultValue = "") String giveFrom,
            @RequestParam(defaultValue = "") String giveTo,
            @RequestParam(defaultValue = "") String getIssue,
            @RequestParam(defaultValue = "") String getFrom,
            @RequestParam(defaultValue = "") String getTo,
            @RequestParam(defaultValue = "") String answer,
            Viewer viewer,
            HttpServletResponse response) {
        pages.existing(viewer, id);
        TradeOff asked =
                new TradeOff(
                        Uuid7.next(),
                        new Move(issue(giveIssue), giveFrom, giveTo),
                        new Move(issue(getIssue), getFrom, getTo),
                        Answer.of(answer).orElseThrow(PlanPages::nothing));
        return pages.changed(
                viewer,
                id,
                "/worth#trades",
                "The answer is noted.",
                response,
                plan -> {
                    List<TradeOff> all = new ArrayList<>(plan.tradeOffs());
                    all.add(asked);
                    return plan.withTradeOffs(all);
                });
    }

    private static UUID issue(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw PlanPages.nothing();
        }
    }

    @PostMapping("/negotiations/{id}/trades/{trade}/remove")
    Object forget(
            @PathVariable UUID id,
            @PathVariable UUID trade,
            Viewer viewer,
            HttpServletResponse response) {
        return pages.changed(
                viewer,
                id,
                "/worth#trades",
                "The answer is gone; it can be asked again.",
                response,
                plan ->
                        plan.withTradeOffs(
                                plan.tradeOffs().stream()
                                        .filter(one -> !one.id().equals(trade))
                                        .toList()));
    }

    /** Makes the weights those that the answers ask for. */
    @PostMapping("/negotiations/{id}/swings")
    Object swings(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        return pages.changed(
                viewer,
                id,
                "/worth#trades",
                "The weights follow the answers.",
                response,
                plan ->
                        plan.withIssues(
                                PlanEdits.swung(plan.issues(), TradeOffs.of(plan).swings())));
    }
}
