package app.rapport.negotiations.web;

import app.rapport.negotiations.model.Exchange;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.Readiness;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Worth;
import app.rapport.ui.Page;
import java.util.Arrays;
import java.util.List;

/**
 * A plan on two sheets of paper, as it stands or stood.
 *
 * @param note which version; empty for the plan as it stands
 */
public record PrintedPlanPage(
        String home, String dealName, String note, Plan plan, Readiness readiness, Worth worth)
        implements Page {

    static PrintedPlanPage of(PlanHead head, String note, Plan plan, Readiness readiness) {
        return new PrintedPlanPage(
                head.home(), head.negotiation().dealName(), note, plan, readiness, Worth.of(plan));
    }

    /** Those in which something is written. */
    public List<Section> sections() {
        return Arrays.stream(Section.values()).filter(one -> !plan.lines(one).isEmpty()).toList();
    }

    public List<PlanLine> lines(Section section) {
        return plan.lines(section);
    }

    public List<Exchange> pairs() {
        return Exchange.pairs(plan);
    }

    public long percent(int issue) {
        return Math.round(100 * worth.ours().weights().get(issue).middle());
    }

    public String theirs(int issue) {
        var span = worth.theirs().weights().get(issue);
        return plan.issues().get(issue).theirs().isEmpty()
                ? "not known"
                : Math.round(100 * span.low()) + " to " + Math.round(100 * span.high()) + "%";
    }
}
