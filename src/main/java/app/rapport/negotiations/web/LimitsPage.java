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
import app.rapport.ui.Sheet;
import app.rapport.ui.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What both do without an agreement, where we leave, what we propose and aim at, and whether the
 * price may be named.
 *
 * @param alone whether nobody else works in the workspace
 * @param maySign whether the viewer may sign the aim now
 * @param typed a form of it that could not be saved
 */
public record LimitsPage(PlanHead head, Worth worth, boolean alone, boolean maySign, Typed typed)
        implements Page {

    /**
     * A form as it was typed, and what is wrong in it.
     *
     * @param form its place on the page; empty where all is well
     */
    public record Typed(String form, MultiValueMap<String, String> sent, Wrong wrong) {
        static final Typed NOTHING = new Typed("", new LinkedMultiValueMap<>(), Wrong.NOTHING);

        /** How a row of a sheet is called where something is wrong in it. */
        static String row(int at) {
            return "row-" + at;
        }

        public String value(String which, String field, String standing) {
            return form.equals(which) ? new Sheet(sent).text(field) : standing;
        }

        public Wrong at(String which) {
            return form.equals(which) ? wrong : Wrong.NOTHING;
        }
    }

    @Override
    public int status() {
        return typed.wrong().any() ? 422 : head.status();
    }

    /** What a signature stands for: the aim, and the proposal that it lies above. */
    public static String signed(Plan plan) {
        return PlanPart.AIM.mark(plan) + PlanPart.PROPOSAL.mark(plan);
    }

    /**
     * An alternative as it stands in its fields.
     *
     * @param wrong what is wrong with it; empty where nothing is
     */
    public record AlternativeRow(
            String id,
            Side side,
            String name,
            String workings,
            String low,
            String high,
            String wrong) {}

    /** Those of both sides, and an empty line for each; or as they were typed. */
    public List<AlternativeRow> alternatives() {
        if (typed.form().equals("alternatives"))
            return new Sheet(typed.sent()).rows("name").stream().map(this::typedRow).toList();
        List<Alternative> rows = new ArrayList<>(head.plan().alternatives());
        for (Side side : List.of(Side.US, Side.THEM))
            rows.add(new Alternative(Uuid7.next(), side, "", "", Optional.empty()));
        return rows.stream().map(LimitsPage::row).toList();
    }

    private AlternativeRow typedRow(Sheet.Row row) {
        return new AlternativeRow(
                row.text("id"),
                row.text("side").equals("them") ? Side.THEM : Side.US,
                row.text("name"),
                row.text("workings"),
                row.text("low"),
                row.text("high"),
                typed.wrong().at(Typed.row(row.at())) ? typed.wrong().message() : "");
    }

    private static AlternativeRow row(Alternative one) {
        return new AlternativeRow(
                one.id().toString(),
                one.side(),
                one.name(),
                one.workings(),
                IssuesPage.text(one.worth().map(Range::low)),
                IssuesPage.text(one.worth().map(Range::high)),
                "");
    }

    public String walkAway() {
        return IssuesPage.text(head.plan().walkAway());
    }

    public boolean isBelowBest() {
        return Readiness.isBelowBest(head.plan());
    }

    public String choice(PlanIssue issue) {
        return typed.value(
                "proposal",
                issue.id().toString(),
                head.plan().proposal().getOrDefault(issue.id(), ""));
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
