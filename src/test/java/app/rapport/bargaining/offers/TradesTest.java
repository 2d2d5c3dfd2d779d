package app.rapport.bargaining.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Frontier;
import app.rapport.bargaining.Issue;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Utility;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradesTest {
    /** Price matters to us, term to them; of support nobody says more than the other. */
    private static final Negotiation SALE =
            new Negotiation(
                    new Domain(
                            List.of(
                                    new Issue(
                                            "Price",
                                            Issue.Kind.NUMBER,
                                            List.of("90", "100", "110")),
                                    new Issue("Term", Issue.Kind.ORDERED, List.of("30", "60")),
                                    new Issue(
                                            "Support",
                                            Issue.Kind.CHOICE,
                                            List.of("none", "gold")))),
                    new Utility(
                            new double[] {0, 0.4, 0.6},
                            new double[] {0.2, 0},
                            new double[] {0.2, 0}),
                    new Utility(
                            new double[] {0.2, 0.1, 0},
                            new double[] {0, 0.6},
                            new double[] {0, 0.2}));

    private static final Outcome TABLE = new Outcome(0, 0, 0);

    @Test
    void what_costs_us_little_is_given_for_what_costs_them_little() {
        List<Trade> trades = Trades.from(SALE, TABLE, 10);
        Trade best = trades.getFirst();
        assertThat(best.give().issue()).isEqualTo(1);
        assertThat(best.ask().issue()).isZero();
        assertThat(best.ask().option()).isEqualTo(2);
        assertThat(best.ours()).isCloseTo(0.4, within(1e-9));
        assertThat(best.theirs()).isCloseTo(0.4, within(1e-9));
        assertThat(trades).isSortedAccordingTo((a, b) -> Double.compare(b.joint(), a.joint()));
        assertThat(trades).allMatch(trade -> trade.ours() >= -1e-9 && trade.theirs() >= -1e-9);
    }

    @Test
    void nothing_is_traded_where_nobody_gains() {
        assertThat(Trades.from(SALE, new Outcome(2, 1, 1), 10)).isEmpty();
    }

    @Test
    void after_an_agreement_what_is_left_is_said() {
        Frontier frontier = Frontier.of(SALE);
        Settlement settlement = Settlement.of(frontier, TABLE);
        assertThat(settlement.ours()).isPositive();
        assertThat(settlement.theirs()).isPositive();
        assertThat(settlement.joint()).isCloseTo(0.8, within(1e-9));
        assertThat(Settlement.of(frontier, new Outcome(2, 1, 0)).joint())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void a_step_is_worth_points_and_units_of_the_price() {
        Steps steps = new Steps(SALE.domain(), SALE.ours());
        assertThat(steps.of(0))
                .extracting(step -> Math.round(step.utility() * 10))
                .containsExactly(4L, 2L);
        Steps.Step term = steps.of(1).getFirst();
        assertThat(term.utility()).isCloseTo(-0.2, within(1e-9));
        // 20 of price are worth 0.6
        assertThat(steps.inUnitsOf(0, term).orElseThrow()).isCloseTo(-20 / 3.0, within(1e-9));
        assertThat(steps.inUnitsOf(1, term)).isEmpty();
        assertThat(steps.of(2)).extracting(Steps.Step::to).containsExactly(0);
    }
}
