package app.rapport.negotiations.web;

import app.rapport.bargaining.Span;
import app.rapport.kernel.Uuid7;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Readiness;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.negotiations.model.Worth;
import app.rapport.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What both do without an agreement, where we leave, what we propose and aim at, and whether the
 * price may be named.
 *
 * @param alone whether nobody else works in the workspace
 * @param maySign whether the viewer may sign the aim now
 */
public record LimitsPage(PlanHead head, Worth worth, boolean alone, boolean maySign)
        implements Page {

    @Override
    public int status() {
        return head.status();
    }

    /** What a signature stands for: the aim, and the proposal that it lies above. */
    public static String signed(Plan plan) {
        return PlanPart.AIM.mark(plan) + PlanPart.PROPOSAL.mark(plan);
    }

    /** Those of both sides, and an empty line for each. */
    public List<Alternative> alternatives() {
        List<Alternative> rows = new ArrayList<>(head.plan().alternatives());
        for (Side side : List.of(Side.US, Side.THEM))
            rows.add(new Alternative(Uuid7.next(), side, "", "", Optional.empty()));
        return rows;
    }

    public String low(Alternative one) {
        return IssuesPage.text(one.worth().map(Range::low));
    }

    public String high(Alternative one) {
        return IssuesPage.text(one.worth().map(Range::high));
    }

    public String walkAway() {
        return IssuesPage.text(head.plan().walkAway());
    }

    public boolean isBelowBest() {
        return Readiness.isBelowBest(head.plan());
    }

    public String choice(PlanIssue issue) {
        return head.plan().proposal().getOrDefault(issue.id(), "");
    }

    public Optional<Double> proposal() {
        return worth.points(head.plan(), head.plan().proposal());
    }

    /** "31 to 64", of what the proposal is worth to them. */
    public String theirs() {
        return worth.theirPoints(head.plan(), head.plan().proposal())
                .map(LimitsPage::words)
                .orElse("");
    }

    private static String words(Span span) {
        long low = Math.round(span.low());
        long high = Math.round(span.high());
        return low == high ? String.valueOf(low) : low + " to " + high;
    }

    public static long round(double points) {
        return Math.round(points);
    }

    public Aim.State aim() {
        return head.plan().aim().state(alone);
    }

    public Optional<Double> aimed() {
        return head.plan().aim().points(proposal());
    }

    public String lift() {
        return head.plan()
                .aim()
                .lift()
                .map(one -> one.stripTrailingZeros().toPlainString())
                .orElse("7");
    }

    public List<Tick> ticks() {
        return List.of(Tick.values());
    }

    public String evidence(Tick tick) {
        return head.plan().price().ticks().getOrDefault(tick, "");
    }
}
