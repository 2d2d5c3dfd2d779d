package app.rapport.negotiations.web;

import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Choices;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sheet of issues: what each may become, and how much it matters to both. */
public record IssuesPage(PlanHead head, List<IssueRow> rows, Wrong wrong) implements Page {
    private static final int BLANK = 3;

    static IssuesPage of(PlanHead head) {
        List<IssueRow> rows = new ArrayList<>();
        for (PlanIssue issue : head.plan().issues())
            rows.add(
                    new IssueRow(
                            issue.id().toString(),
                            issue.name(),
                            Choices.text(issue),
                            text(issue.swing()),
                            text(issue.theirs().map(Range::low)),
                            text(issue.theirs().map(Range::high)),
                            issue.price()));
        for (int i = rows.isEmpty() ? 0 : 2; i < BLANK; i++)
            rows.add(new IssueRow("", "", "", "", "", "", false));
        return new IssuesPage(head, rows, Wrong.NOTHING);
    }

    public static String text(Optional<BigDecimal> number) {
        return number.map(one -> one.stripTrailingZeros().toPlainString()).orElse("");
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : head.status();
    }
}
