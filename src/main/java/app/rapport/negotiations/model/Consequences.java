package app.rapport.negotiations.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What follows from a change of a plan: an aim was signed as it was, and all issues were identified
 * as they were.
 */
public final class Consequences {
    private Consequences() {}

    public static Plan of(Plan before, Plan after) {
        Plan plan = withoutStrays(after);
        if (!isSameAim(before, plan))
            plan =
                    plan.aimingAt(
                            new Aim(
                                    plan.aim().lift(),
                                    plan.aim().defence(),
                                    plan.aim().defended(),
                                    Optional.empty()));
        boolean sameIssues = names(before).containsAll(names(plan));
        boolean asked = !before.allIssues().equals(plan.allIssues());
        return sameIssues || asked ? plan : plan.allIssuesSaid(Optional.empty());
    }

    private static boolean isSameAim(Plan before, Plan plan) {
        return before.aim().lift().equals(plan.aim().lift())
                && before.aim().defence().equals(plan.aim().defence())
                && before.proposal().equals(plan.proposal());
    }

    private static List<String> names(Plan plan) {
        return plan.issues().stream().map(PlanIssue::name).toList();
    }

    /** What speaks of an issue or an option that is gone goes with it. */
    private static Plan withoutStrays(Plan plan) {
        Map<UUID, String> proposal = new LinkedHashMap<>();
        plan.proposal()
                .forEach((issue, choice) -> {
                    if (has(plan, issue, choice)) proposal.put(issue, choice);
                });
        return plan.proposing(proposal)
                .withTradeOffs(
                        plan.tradeOffs().stream()
                                .filter(trade -> has(plan, trade.give()) && has(plan, trade.get()))
                                .toList());
    }

    private static boolean has(Plan plan, TradeOff.Move move) {
        return has(plan, move.issue(), move.from()) && has(plan, move.issue(), move.to());
    }

    private static boolean has(Plan plan, UUID issue, String choice) {
        return plan.issue(issue).filter(one -> one.choices().contains(choice)).isPresent();
    }
}
