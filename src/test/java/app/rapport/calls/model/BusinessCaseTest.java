package app.rapport.calls.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.calls.model.CaseCost.Bearer;
import app.rapport.calls.model.Sensitivity.Swing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a case comes to, with ranges, certainties and what is not known yet. */
class BusinessCaseTest {
    private static Optional<Span> span(int low, int high) {
        return Optional.of(new Span(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
    }

    private static CaseCost cost(String name, Optional<Span> amount, Timing timing) {
        return new CaseCost(name, Bearer.THEMSELVES, amount, timing, "");
    }

    private static CaseBenefit benefit(String name, Optional<Span> amount, Integer... certain) {
        return new CaseBenefit(
                name, "", amount, Timing.EACH_YEAR, List.of(certain).stream().findFirst(), "");
    }

    private static BusinessCase of(List<CaseCost> costs, List<CaseBenefit> benefits) {
        return new BusinessCase(
                "Pumps", "", "EUR", 3, Optional.of(BigDecimal.TEN), costs, benefits);
    }

    private final BusinessCase pumps =
            of(
                    List.of(
                            cost("Price", span(10_000, 10_000), Timing.AT_THE_START),
                            cost("Running", span(1_000, 2_000), Timing.EACH_YEAR)),
                    List.of(
                            benefit("Less scrap", span(8_000, 10_000), 90),
                            benefit("Fewer stops", span(4_000, 4_000), 50)));

    @Test
    void the_expected_reading_weights_each_benefit_by_its_certainty() {
        CaseFigures.Reading expected = CaseFigures.of(pumps).expected();
        assertThat(expected.costs().total()).isEqualTo(10_000 + 3 * 1_500);
        assertThat(expected.benefits().total()).isCloseTo(3 * (8_100 + 2_000), within(1e-6));
        assertThat(expected.roi().orElseThrow())
                .isCloseTo((30_300 - 14_500) / 14_500.0, within(1e-9));
        assertThat(expected.net().at(0)).isEqualTo(-10_000);
    }

    @Test
    void
            the_careful_reading_counts_what_is_almost_certain_at_its_lowest_and_costs_at_their_highest() {
        CaseFigures.Reading careful = CaseFigures.of(pumps).careful();
        assertThat(careful.costs().total()).isEqualTo(16_000);
        assertThat(careful.benefits().total()).isEqualTo(24_000);
    }

    @Test
    void the_hopeful_reading_counts_everything_in_full() {
        CaseFigures.Reading hopeful = CaseFigures.of(pumps).hopeful();
        assertThat(hopeful.costs().total()).isEqualTo(13_000);
        assertThat(hopeful.benefits().total()).isEqualTo(42_000);
    }

    @Test
    void what_is_not_known_is_in_no_sum_and_is_named() {
        CaseFigures figures =
                CaseFigures.of(
                        of(
                                List.of(
                                        cost("Price", span(100, 100), Timing.AT_THE_START),
                                        cost("Training", Optional.empty(), Timing.AT_THE_START)),
                                List.of(
                                        benefit("Measured", span(90, 90), 100),
                                        benefit("Hoped for", span(500, 500)),
                                        benefit("Nobody counted it", Optional.empty(), 80))));
        assertThat(figures.notKnown().map(CaseLine::name))
                .containsExactly("Training", "Hoped for", "Nobody counted it");
        assertThat(figures.expected().benefits().total()).isEqualTo(270);
        assertThat(figures.hopeful().benefits().total())
                .as("of what is only hoped for nobody said how certain it is")
                .isEqualTo(270);
        assertThat(figures.complete()).isFalse();
    }

    @Test
    void nothing_is_told_before_a_cost_and_a_benefit_have_amounts() {
        assertThat(CaseFigures.of(BusinessCase.blank("New", "EUR", span(5, 5))).told()).isFalse();
        assertThat(CaseFigures.of(pumps).told()).isTrue();
    }

    @Test
    void of_money_that_comes_before_it_goes_no_return_is_told() {
        BusinessCase loan =
                of(
                        List.of(cost("Rent", span(60, 60), Timing.EACH_YEAR)),
                        List.of(
                                new CaseBenefit(
                                        "Sold what they had",
                                        "",
                                        span(100, 100),
                                        Timing.AT_THE_START,
                                        Optional.of(100),
                                        "")));
        assertThat(CaseFigures.of(loan).expected().net().irr()).isPresent();
        assertThat(CaseFigures.of(loan).expected().irr()).isEmpty();
    }

    @Test
    void the_share_that_has_to_come_leaves_neither_gain_nor_loss() {
        CaseFigures.Reading expected = CaseFigures.of(pumps).expected();
        double share = expected.breakEven().orElseThrow();
        assertThat(expected.benefits().npv(0.1) * share - expected.costs().npv(0.1))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void the_line_that_matters_most_stands_first_and_is_moved_alone() {
        CaseFigures figures = CaseFigures.of(pumps);
        Sensitivity drawn = Sensitivity.of(pumps, figures);
        assertThat(drawn.swings())
                .extracting(Swing::name)
                .containsExactly("Less scrap", "Fewer stops", "Running");
        double years = new CashFlows(0, 1, 1, 1).npv(0.1);
        Swing scrap = drawn.swings().getFirst();
        assertThat(scrap.worst()).isCloseTo(drawn.expected() - 8_100 * years, within(1e-6));
        assertThat(scrap.best()).isCloseTo(drawn.expected() + 1_900 * years, within(1e-6));
    }

    @Test
    void a_price_that_is_sure_moves_nothing() {
        BusinessCase sure =
                of(
                        List.of(cost("Price", span(100, 100), Timing.AT_THE_START)),
                        List.of(benefit("Rent", span(80, 80), 100)));
        assertThat(Sensitivity.of(sure, CaseFigures.of(sure)).swings()).isEmpty();
    }
}
