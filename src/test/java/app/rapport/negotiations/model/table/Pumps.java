package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.Section;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Pumps for a price from 90 to 110 (weight 50), a term of payment (30) and support (20); the
 * walk-away is 42. Offers come every four minutes.
 */
final class Pumps {
    static final MemberId NORA = new MemberId(UUID.randomUUID());
    static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

    final Plan plan;
    private final List<Offer> offers = new ArrayList<>();
    private Duration pace = Duration.ofMinutes(4);
    private Optional<Instant> endsOn = Optional.empty();

    Pumps() {
        this(42);
    }

    Pumps(int walkAway) {
        this(walkAway, "40");
    }

    /**
     * @param support how much support matters to both, beside 100 for the price
     */
    Pumps(int walkAway, String support) {
        List<PlanIssue> issues =
                PlanEdits.issues(
                        List.of(),
                        List.of(
                                new IssueRow(
                                        "",
                                        "Price",
                                        "90 to 110 step 1 EUR",
                                        "100",
                                        "60",
                                        "80",
                                        true),
                                new IssueRow(
                                        "",
                                        "Term",
                                        "30 days; 60 days; 90 days",
                                        "60",
                                        "80",
                                        "100",
                                        false),
                                new IssueRow(
                                        "",
                                        "Support",
                                        "none; gold",
                                        support,
                                        "0",
                                        support,
                                        false)));
        plan =
                new Plan(
                        "Pumps",
                        Optional.empty(),
                        List.of(
                                scored(issues.get(0), 0, 100),
                                scored(issues.get(1), 100, 50, 0),
                                scored(issues.get(2), 100, 0)),
                        List.of(decider()),
                        List.of(),
                        Optional.of(BigDecimal.valueOf(walkAway)),
                        "",
                        Map.of(),
                        Aim.NONE,
                        new PriceGate(Map.of(), "they asked"),
                        List.of(),
                        Optional.empty());
    }

    private static PlanLine decider() {
        return new PlanLine(
                UUID.randomUUID(),
                Section.DECIDER,
                Section.Side.THEM,
                "Quill",
                "Marta Vesely signs",
                "",
                "",
                Optional.empty(),
                Optional.empty());
    }

    private static PlanIssue scored(PlanIssue issue, int... scores) {
        List<PlanOption> options = new ArrayList<>();
        for (int i = 0; i < scores.length; i++)
            options.add(
                    new PlanOption(
                            issue.options().get(i).id(),
                            issue.options().get(i).name(),
                            Optional.of(BigDecimal.valueOf(scores[i])),
                            Optional.of(
                                    new PlanIssue.Range(
                                            BigDecimal.valueOf(100 - scores[i]),
                                            BigDecimal.valueOf(100 - scores[i])))));
        return issue.with(issue.swing(), issue.theirs(), options);
    }

    /** Offers come so fast from now on. */
    Pumps every(Duration each) {
        pace = each;
        return this;
    }

    /** {@code "105", "60 days", "none"}; an empty text names nothing. */
    Pumps we(String... choices) {
        return said(Side.OURS, "", choices);
    }

    Pumps they(String... choices) {
        return said(Side.THEIRS, "", choices);
    }

    /** What was said with the last offer. */
    Pumps saying(String words) {
        Offer last = offers.removeLast();
        return with(last, last.from(), words);
    }

    /** Who on their side made the last offer. */
    Pumps from(String who) {
        Offer last = offers.removeLast();
        return with(last, who, last.words());
    }

    private Pumps with(Offer last, String from, String words) {
        offers.add(
                new Offer(
                        last.id(),
                        last.by(),
                        last.at(),
                        last.noted(),
                        from,
                        words,
                        last.choices(),
                        last.below()));
        return this;
    }

    private Pumps said(Side by, String words, String... choices) {
        Instant at = offers.isEmpty() ? NINE : offers.getLast().at().plus(pace);
        offers.add(
                new Offer(
                        UUID.randomUUID(),
                        by,
                        at,
                        NORA,
                        "",
                        words,
                        choices(choices),
                        Optional.empty()));
        return this;
    }

    Map<UUID, String> choices(String... named) {
        Map<UUID, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i++)
            if (!named[i].isEmpty()) choices.put(plan.issues().get(i).id(), named[i]);
        return choices;
    }

    List<Offer> offers() {
        return List.copyOf(offers);
    }

    List<Move> path() {
        return Move.path(offers);
    }

    Valuation valuation() {
        return Valuation.of(plan, path());
    }

    Ledger ledger() {
        return Ledger.of(path(), valuation());
    }

    /**
     * As the last move is judged, by what the plan believes: to learn from offers takes its time.
     */
    Scene scene() {
        return Scene.of(path(), Valuation.of(plan), endsOn);
    }

    /** There is time until so long after the first offer. */
    Pumps endsAfter(Duration all) {
        endsOn = Optional.of(NINE.plus(all));
        return this;
    }
}
