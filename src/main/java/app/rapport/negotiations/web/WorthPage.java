package app.rapport.negotiations.web;

import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.TradeOff;
import app.rapport.negotiations.model.TradeOffs;
import app.rapport.negotiations.model.TradeOffs.Misfit;
import app.rapport.negotiations.model.Worth;
import app.rapport.ui.Page;
import app.rapport.ui.Sheet;
import app.rapport.ui.Wrong;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What options are worth to both, and questions by which weights are tried.
 *
 * @param typed rows that could not be saved, by their options' ids
 */
public record WorthPage(
        PlanHead head, Worth worth, TradeOffs trades, Map<String, Sheet.Row> typed, Wrong wrong)
        implements Page {
    static WorthPage of(PlanHead head) {
        return of(head, Map.of(), Wrong.NOTHING);
    }

    static WorthPage of(PlanHead head, Map<String, Sheet.Row> typed, Wrong wrong) {
        return new WorthPage(head, Worth.of(head.plan()), TradeOffs.of(head.plan()), typed, wrong);
    }

    @Override
    public int status() {
        return wrong.any() ? 422 : head.status();
    }

    public List<PlanIssue> issues() {
        return head.plan().issues();
    }

    public Optional<TradeOff> question() {
        return trades.next();
    }

    public List<Misfit> misfits() {
        return trades.misfits();
    }

    /** "Price from 110 to 100". */
    public String words(TradeOff.Move move) {
        String name = head.plan().issue(move.issue()).map(PlanIssue::name).orElse("");
        return name + " from " + move.from() + " to " + move.to();
    }

    public long percent(int issue) {
        return Math.round(100 * worth.ours().weights().get(issue).middle());
    }

    public String score(PlanOption option) {
        return cell(option, "score", option.score());
    }

    public String low(PlanOption option) {
        return cell(option, "theirLow", option.theirs().map(Range::low));
    }

    public String high(PlanOption option) {
        return cell(option, "theirHigh", option.theirs().map(Range::high));
    }

    private String cell(PlanOption option, String column, Optional<BigDecimal> standing) {
        Sheet.Row row = typed.get(option.id().toString());
        return row == null ? IssuesPage.text(standing) : row.text(column);
    }

    /** The weights that the answers ask for, where they are others than now; empty else. */
    public String proposed() {
        Map<UUID, BigDecimal> swings = trades.swings();
        boolean other =
                issues().stream()
                        .anyMatch(issue ->
                                swings.containsKey(issue.id())
                                        && issue.swing()
                                                .map(now ->
                                                        now.subtract(swings.get(issue.id()))
                                                                        .abs()
                                                                        .doubleValue()
                                                                > 1)
                                                .orElse(true));
        return other
                ? issues().stream()
                        .filter(issue -> swings.containsKey(issue.id()))
                        .map(issue -> issue.name() + " " + swings.get(issue.id()))
                        .collect(Collectors.joining(", "))
                : "";
    }
}
