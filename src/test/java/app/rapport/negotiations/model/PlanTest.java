package app.rapport.negotiations.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rapport.access.Refused;
import app.rapport.bargaining.Frontier;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.PlanEdits;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.PlanIssue.Kind;
import app.rapport.negotiations.model.PlanIssue.PlanOption;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PriceGate.Tick;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.negotiations.model.TradeOff.Answer;
import app.rapport.negotiations.model.TradeOff.Move;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The rules of a plan, on paper. */
class PlanTest {
    private static final Instant EVENING = Instant.parse("2026-03-09T19:00:00Z");

    private static Plan empty() {
        return BlankPlan.pumps();
    }

    private static IssueRow row(String name, String options, String swing) {
        return new IssueRow("", name, options, swing, "", "", false);
    }

    /** Price 90 to 110, the higher the better; payment term, the shorter the better. */
    private static Plan pumps() {
        List<PlanIssue> issues =
                PlanEdits.issues(
                        List.of(),
                        List.of(
                                row("Price", "90 to 110 step 5 EUR", "100"),
                                row("Term", "30 days; 60 days; 90 days", "50")));
        return empty().withIssues(
                        List.of(scored(issues.get(0), 0, 100), scored(issues.get(1), 100, 60, 0)));
    }

    private static PlanIssue scored(PlanIssue issue, int... scores) {
        List<PlanOption> options = new ArrayList<>();
        for (int i = 0; i < scores.length; i++)
            options.add(
                    new PlanOption(
                            issue.options().get(i).id(),
                            issue.options().get(i).name(),
                            Optional.of(BigDecimal.valueOf(scores[i])),
                            Optional.empty()));
        return issue.with(issue.swing(), issue.theirs(), options);
    }

    private static Map<UUID, String> choices(Plan plan, String price, String term) {
        return Map.of(plan.issues().get(0).id(), price, plan.issues().get(1).id(), term);
    }

    @Test
    void one_cell_says_what_an_issue_may_become() {
        assertThat(Choices.read("Price", "90 to 110 step 2.5 EUR"))
                .satisfies(read -> {
                    assertThat(read.kind()).isEqualTo(Kind.NUMBER);
                    assertThat(read.unit()).isEqualTo("EUR");
                });
        assertThat(Choices.read("Term", "30 days; 60 days").kind()).isEqualTo(Kind.ORDERED);
        assertThat(Choices.read("Support", "none, gold").kind()).isEqualTo(Kind.CHOICE);
        assertThat(Choices.text(pumps().issues().getFirst())).isEqualTo("90 to 110 step 5 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gold", "gold; gold", "110 to 90", "0 to 100000 step 0.001"})
    void what_cannot_be_negotiated_is_refused(String cell) {
        assertThatThrownBy(() -> Choices.read("Support", cell)).isInstanceOf(Refused.class);
    }

    @Test
    void swings_become_weights_and_what_lies_between_two_ends_is_worth_what_lies_on_the_line() {
        Plan plan = pumps();
        Worth worth = Worth.of(plan);

        assertThat(worth.points(plan, choices(plan, "110", "30 days")).orElseThrow())
                .isCloseTo(100, within(1e-9));
        assertThat(worth.points(plan, choices(plan, "100", "60 days")).orElseThrow())
                .isCloseTo(100 * (2 / 3.0 * .5 + 1 / 3.0 * .6), within(1e-9));
        assertThat(worth.points(plan, Map.of())).isEmpty();
    }

    @Test
    void of_what_we_know_nothing_anything_may_be_true() {
        Plan plan = pumps();
        var span = Worth.of(plan).theirPoints(plan, choices(plan, "100", "60 days")).orElseThrow();

        assertThat(span.low()).isZero();
        assertThat(span.high()).isEqualTo(100);
    }

    @Test
    void a_plan_is_a_negotiation_that_the_engine_can_draw() {
        Worth worth = Worth.of(pumps());

        assertThat(worth.domain().outcomes()).isEqualTo(15);
        assertThat(
                        Frontier.of(
                                        new app.rapport.bargaining.Negotiation(
                                                worth.domain(),
                                                worth.ours().likely(),
                                                worth.theirs().likely()))
                                .points())
                .isNotEmpty();
    }

    private static Plan answered(Plan plan, Answer answer, String priceTo) {
        Move give = new Move(plan.issues().get(0).id(), "110", priceTo);
        Move get = new Move(plan.issues().get(1).id(), "90 days", "30 days");
        return plan.withTradeOffs(List.of(new TradeOff(UUID.randomUUID(), give, get, answer)));
    }

    @Test
    void the_question_asked_is_nearest_to_a_toss_up() {
        TradeOff asked = TradeOffs.of(pumps()).next().orElseThrow();

        assertThat(asked.give().to())
                .as("half of the price is worth the whole term")
                .isEqualTo("100");
        assertThat(TradeOffs.of(answered(pumps(), Answer.SAME, "100")).next()).isEmpty();
    }

    @Test
    void an_answer_that_does_not_fit_the_weights_is_shown() {
        assertThat(TradeOffs.of(answered(pumps(), Answer.YES, "105")).misfits()).isEmpty();
        assertThat(TradeOffs.of(answered(pumps(), Answer.YES, "90")).misfits())
                .singleElement()
                .satisfies(misfit -> assertThat(misfit.lost()).isGreaterThan(misfit.won()));
    }

    @Test
    void weights_that_follow_the_answers_fit_them() {
        Plan plan = answered(pumps(), Answer.YES, "90");
        Map<UUID, BigDecimal> swings = TradeOffs.of(plan).swings();
        Plan followed = plan.withIssues(PlanEdits.swung(plan.issues(), swings));

        assertThat(TradeOffs.of(followed).misfits()).isEmpty();
        assertThat(swings.values()).anyMatch(swing -> swing.intValue() == 100);
    }

    @Test
    void an_issue_that_keeps_its_name_keeps_its_id_and_what_its_options_are_worth() {
        Plan plan = pumps();
        PlanIssue term = plan.issues().get(1);
        List<PlanIssue> edited =
                PlanEdits.issues(
                        plan.issues(),
                        List.of(
                                new IssueRow(
                                        term.id().toString(),
                                        "Payment",
                                        "14 days; 30 days; 60 days",
                                        "80",
                                        "20",
                                        "",
                                        false)));

        assertThat(edited.getFirst().id()).isEqualTo(term.id());
        assertThat(edited.getFirst().options().get(1).score()).contains(BigDecimal.valueOf(100));
        assertThat(edited.getFirst().options().get(0).score()).isEmpty();
        assertThat(edited.getFirst().theirs())
                .contains(new Range(BigDecimal.valueOf(20), BigDecimal.valueOf(20)));
    }

    @Test
    void what_speaks_of_an_option_that_is_gone_goes_with_it() {
        Plan plan = answered(pumps(), Answer.SAME, "100");
        Plan proposed = plan.proposing(choices(plan, "100", "90 days"));
        PlanIssue term = plan.issues().get(1);
        Plan after =
                Consequences.of(
                        proposed,
                        proposed.withIssues(
                                List.of(
                                        plan.issues().get(0),
                                        PlanEdits.issues(
                                                        plan.issues(),
                                                        List.of(
                                                                new IssueRow(
                                                                        term.id().toString(),
                                                                        "Term",
                                                                        "30 days; 60 days",
                                                                        "50",
                                                                        "",
                                                                        "",
                                                                        false)))
                                                .getFirst())));

        assertThat(after.tradeOffs()).isEmpty();
        assertThat(after.proposal()).containsOnlyKeys(plan.issues().get(0).id());
    }

    private static Aim defended(MemberId by) {
        return new Aim(
                Optional.of(BigDecimal.valueOf(7)),
                "their line stands still since May",
                Optional.of(new Aim.Deed(by, EVENING)),
                Optional.empty());
    }

    @Test
    void a_colleague_signs_the_aim_and_never_who_defended_it() {
        MemberId nora = MemberId.next();
        Aim aim = defended(nora);

        assertThat(aim.state(false)).isEqualTo(Aim.State.UNHEARD);
        assertThat(aim.maySign(nora, false, EVENING.plusSeconds(90_000), ZoneOffset.UTC)).isFalse();
        assertThat(aim.maySign(MemberId.next(), false, EVENING, ZoneOffset.UTC)).isTrue();
    }

    @Test
    void who_is_alone_signs_after_a_night() {
        MemberId nora = MemberId.next();
        Aim aim = defended(nora);

        assertThat(aim.state(true)).isEqualTo(Aim.State.OVERNIGHT);
        assertThat(aim.maySign(nora, true, EVENING.plusSeconds(3_600), ZoneOffset.UTC)).isFalse();
        assertThat(aim.maySign(nora, true, EVENING.plusSeconds(5 * 3_600 + 60), ZoneOffset.UTC))
                .as("past midnight, but not yet after a night")
                .isFalse();
        assertThat(aim.maySign(nora, true, EVENING.plusSeconds(12 * 3_600), ZoneOffset.UTC))
                .isTrue();
    }

    @Test
    void an_aim_that_is_changed_has_to_be_signed_anew() {
        Aim aim = defended(MemberId.next());
        Plan signed =
                empty().aimingAt(
                                new Aim(
                                        aim.lift(),
                                        aim.defence(),
                                        aim.defended(),
                                        Optional.of(new Aim.Deed(MemberId.next(), EVENING))));
        Plan higher =
                signed.aimingAt(
                        new Aim(
                                Optional.of(BigDecimal.TEN),
                                aim.defence(),
                                aim.defended(),
                                signed.aim().heard()));

        assertThat(Consequences.of(signed, signed).aim().heard()).isPresent();
        assertThat(Consequences.of(signed, higher).aim().heard()).isEmpty();
    }

    @Test
    void the_price_waits_for_value_needs_and_criteria_or_for_a_reason() {
        PriceGate half = new PriceGate(Map.of(Tick.VALUE, "her mail of Monday"), "");

        assertThat(half.isOpen()).isFalse();
        assertThat(half.words()).isEqualTo("The price waits until needs and criteria are agreed.");
        assertThat(new PriceGate(half.ticks(), "their form asks for it first").isOpen()).isTrue();
    }

    private static PlanLine coin(Side side, String words, int cost, int dear) {
        return new PlanLine(
                UUID.randomUUID(),
                Section.CURRENCY,
                side,
                "",
                words,
                "",
                "",
                Optional.of(cost),
                Optional.of(dear));
    }

    @Test
    void what_is_cheap_for_one_and_dear_to_the_other_is_paired() {
        Plan plan =
                empty().withLines(
                                Section.CURRENCY,
                                List.of(
                                        coin(Side.US, "weekend shift", 1, 5),
                                        coin(Side.US, "gold support", 4, 2),
                                        coin(Side.THEM, "reference visit", 1, 4)));

        assertThat(Exchange.pairs(plan))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.give().name()).isEqualTo("weekend shift");
                    assertThat(pair.get().why()).isEqualTo("costs them 1, worth 4 to you");
                });
    }

    @Test
    void the_table_opens_only_with_issues_the_alternatives_of_both_and_a_walk_away() {
        assertThat(Readiness.of(empty(), true).bars())
                .extracting(Readiness.Missing::anchor)
                .containsExactly("issues", "all", "alternatives", "alternatives", "walk-away");

        Plan ready =
                pumps().withAlternatives(
                                List.of(
                                        new Alternative(
                                                UUID.randomUUID(),
                                                Side.US,
                                                "sell to Quill",
                                                "",
                                                Optional.of(
                                                        new Range(
                                                                BigDecimal.valueOf(40),
                                                                BigDecimal.valueOf(50)))),
                                        new Alternative(
                                                UUID.randomUUID(),
                                                Side.THEM,
                                                "patch the old ones",
                                                "",
                                                Optional.of(
                                                        new Range(
                                                                BigDecimal.ZERO,
                                                                BigDecimal.valueOf(60))))))
                        .leavingAt(Optional.of(BigDecimal.valueOf(30)), "")
                        .allIssuesSaid(Optional.of(EVENING));
        assertThat(Readiness.of(ready, true).mayOpen()).isTrue();
        assertThat(Readiness.of(ready, true).missing())
                .extracting(Readiness.Missing::words)
                .anyMatch(words -> words.contains("less than our best alternative"));
    }

    @Test
    void a_new_issue_asks_again_whether_all_are_identified() {
        Plan said = pumps().allIssuesSaid(Optional.of(EVENING));
        List<PlanIssue> more = new ArrayList<>(said.issues());
        more.addAll(PlanEdits.issues(List.of(), List.of(row("Support", "none; gold", ""))));

        assertThat(Consequences.of(said, said.withIssues(more)).allIssues()).isEmpty();
    }

    @Test
    void a_plan_kept_comes_back_as_it_stood() {
        Plan plan =
                answered(pumps(), Answer.NO, "95")
                        .aimingAt(defended(MemberId.next()))
                        .withLines(Section.NEED, List.of(coin(Side.THEM, "running by May", 1, 2)))
                        .titled("Pumps", Optional.of(EVENING))
                        .withPrice(new PriceGate(Map.of(Tick.NEEDS, "call of 3 March"), ""));
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readValue(json.writeValueAsString(plan), Plan.class)).isEqualTo(plan);
    }

    @Test
    void a_plan_that_begins_with_an_earlier_one_shares_no_id_and_no_promise_with_it() {
        Plan earlier =
                pumps().proposing(choices(pumps(), "100", "60 days"))
                        .aimingAt(defended(MemberId.next()))
                        .leavingAt(Optional.of(BigDecimal.TEN), "");
        Plan copy = PlanCopy.of(earlier, "Again", UUID::randomUUID);

        assertThat(copy.issues()).extracting(PlanIssue::name).containsExactly("Price", "Term");
        assertThat(copy.issues())
                .extracting(PlanIssue::id)
                .doesNotContainAnyElementsOf(earlier.issues().stream().map(PlanIssue::id).toList());
        assertThat(copy.aim()).isEqualTo(Aim.NONE);
        assertThat(copy.walkAway()).isEmpty();
    }
}
