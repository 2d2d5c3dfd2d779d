package app.rapport.negotiations.model.table;

import app.rapport.negotiations.model.PlanIssue;
import java.util.List;
import java.util.stream.Collectors;

/** Moves in words. */
final class Words {
    private Words() {}

    /** "Price 46 GBP and Term 2 years". */
    static String named(List<PlanIssue> issues, Scene scene) {
        return issues.isEmpty()
                ? "That"
                : issues.stream()
                        .map(issue -> issue.name() + " " + scene.option(issue))
                        .collect(Collectors.joining(" and "));
    }
}
