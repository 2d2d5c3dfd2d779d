package app.rapport.negotiations.web;

import app.rapport.bargaining.Domain;
import app.rapport.negotiations.Sitting;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.Move;
import app.rapport.negotiations.model.table.WayOut;
import app.rapport.negotiations.model.table.WaysOut;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The deadlock room.
 *
 * @param written what stands in its fields
 * @param standing what is kept, where somebody else wrote meanwhile
 */
public record DeadlockPage(
        PlanHead head,
        Sitting sitting,
        Deadlock written,
        Deadlock standing,
        WaysOut ways,
        Wrong wrong)
        implements Page {
    private static final int QUOTES = 3;

    @Override
    public int status() {
        return wrong.any() ? 409 : 200;
    }

    public String home() {
        return head.home() + "/table";
    }

    /** What a side said with its last offers, in its own words. */
    public List<String> words(boolean ours) {
        List<String> said =
                sitting.path().stream()
                        .filter(move -> move.isOurs() == ours)
                        .map(Move::offer)
                        .map(offer -> offer.words())
                        .filter(words -> !words.isBlank())
                        .toList();
        return said.subList(Math.max(0, said.size() - QUOTES), said.size());
    }

    public String words(WayOut way) {
        Domain domain = sitting.valuation().negotiation().domain();
        List<PlanIssue> issues = head.plan().issues();
        return IntStream.range(0, domain.size())
                .mapToObj(at ->
                        "%s %s %s"
                                .formatted(
                                        issues.get(at).name(),
                                        option(way, at),
                                        issues.get(at).unit())
                                .strip())
                .collect(Collectors.joining(", "));
    }

    private String option(WayOut way, int issue) {
        return sitting.valuation()
                .negotiation()
                .domain()
                .issue(issue)
                .options()
                .get(way.outcome().option(issue));
    }

    /** The table with this package as what is being written down. */
    public String draft(WayOut way) {
        return IntStream.range(0, head.plan().issues().size())
                .mapToObj(at ->
                        head.plan().issues().get(at).id()
                                + "="
                                + URLEncoder.encode(option(way, at), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", home() + "?", ""));
    }
}
