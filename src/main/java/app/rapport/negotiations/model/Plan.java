package app.rapport.negotiations.model;

import app.rapport.negotiations.model.Section.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is planned of a negotiation. Points run from 0, all issues at their worst for that side,
 * to 100, all at their best.
 *
 * @param planOn when the planning is to be done
 * @param walkAway our points below which we leave
 * @param walkAwayWords what that means
 * @param proposal an option for each issue, by the issue's id
 * @param allIssues when somebody said that all issues are identified
 */
public record Plan(
        String title,
        Optional<Instant> planOn,
        List<PlanIssue> issues,
        List<PlanLine> lines,
        List<Alternative> alternatives,
        Optional<BigDecimal> walkAway,
        String walkAwayWords,
        Map<UUID, String> proposal,
        Aim aim,
        PriceGate price,
        List<TradeOff> tradeOffs,
        Optional<Instant> allIssues) {
    public Plan {
        issues = List.copyOf(issues);
        lines = List.copyOf(lines);
        alternatives = List.copyOf(alternatives);
        proposal = Map.copyOf(proposal);
        tradeOffs = List.copyOf(tradeOffs);
    }

    public List<PlanLine> lines(Section section) {
        return lines.stream().filter(line -> line.section() == section).toList();
    }

    public boolean has(Section section, Side side) {
        return lines(section).stream().anyMatch(line -> line.side() == side);
    }

    public List<Alternative> alternatives(Side side) {
        return alternatives.stream().filter(one -> one.side() == side).toList();
    }

    /** The one worth most, of those that were worked out. */
    public Optional<Alternative> best(Side side) {
        return alternatives(side).stream()
                .filter(one -> one.worth().isPresent())
                .max(Comparator.comparing(one -> one.worth().get().low()));
    }

    public Optional<PlanIssue> issue(UUID id) {
        return issues.stream().filter(issue -> issue.id().equals(id)).findFirst();
    }

    public Plan titled(String newTitle, Optional<Instant> newPlanOn) {
        Changed plan = new Changed();
        plan.title = newTitle;
        plan.planOn = newPlanOn;
        return plan.made();
    }

    public Plan withIssues(List<PlanIssue> all) {
        Changed plan = new Changed();
        plan.issues = all;
        return plan.made();
    }

    public Plan withLines(List<PlanLine> all) {
        Changed plan = new Changed();
        plan.lines = all;
        return plan.made();
    }

    /** With these lines in that section, and the others as they are. */
    public Plan withLines(Section section, List<PlanLine> some) {
        List<PlanLine> all = new ArrayList<>(lines);
        all.removeIf(line -> line.section() == section);
        all.addAll(some);
        return withLines(all);
    }

    public Plan withAlternatives(List<Alternative> all) {
        Changed plan = new Changed();
        plan.alternatives = all;
        return plan.made();
    }

    public Plan leavingAt(Optional<BigDecimal> points, String words) {
        Changed plan = new Changed();
        plan.walkAway = points;
        plan.walkAwayWords = words;
        return plan.made();
    }

    public Plan proposing(Map<UUID, String> choices) {
        Changed plan = new Changed();
        plan.proposal = choices;
        return plan.made();
    }

    public Plan aimingAt(Aim other) {
        Changed plan = new Changed();
        plan.aim = other;
        return plan.made();
    }

    public Plan withPrice(PriceGate gate) {
        Changed plan = new Changed();
        plan.price = gate;
        return plan.made();
    }

    public Plan withTradeOffs(List<TradeOff> all) {
        Changed plan = new Changed();
        plan.tradeOffs = all;
        return plan.made();
    }

    public Plan allIssuesSaid(Optional<Instant> at) {
        Changed plan = new Changed();
        plan.allIssues = at;
        return plan.made();
    }

    /** This plan with something else in one place or another. */
    private final class Changed {
        private String title = Plan.this.title;
        private Optional<Instant> planOn = Plan.this.planOn;
        private List<PlanIssue> issues = Plan.this.issues;
        private List<PlanLine> lines = Plan.this.lines;
        private List<Alternative> alternatives = Plan.this.alternatives;
        private Optional<BigDecimal> walkAway = Plan.this.walkAway;
        private String walkAwayWords = Plan.this.walkAwayWords;
        private Map<UUID, String> proposal = Plan.this.proposal;
        private Aim aim = Plan.this.aim;
        private PriceGate price = Plan.this.price;
        private List<TradeOff> tradeOffs = Plan.this.tradeOffs;
        private Optional<Instant> allIssues = Plan.this.allIssues;

        Plan made() {
            return new Plan(
                    title,
                    planOn,
                    issues,
                    lines,
                    alternatives,
                    walkAway,
                    walkAwayWords,
                    proposal,
                    aim,
                    price,
                    tradeOffs,
                    allIssues);
        }
    }
}
