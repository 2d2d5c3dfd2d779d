package app.rapport.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.MadeNegotiations.Opposition;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final Offset<Double> SAME = within(1e-8);

    private static Negotiation oneIssue(double[] ours, double[] theirs) {
        return new Negotiation(
                MadeNegotiations.domain(ours.length), new Utility(ours), new Utility(theirs));
    }

    private static List<Double> ours(Frontier frontier) {
        return frontier.points().stream().map(Point::ours).toList();
    }

    @Test
    void the_frontier_of_random_negotiations_is_that_of_all_outcomes() {
        MadeNegotiations made = new MadeNegotiations(1950);
        for (int n = 0; n < 400; n++) {
            Negotiation negotiation = made.next(4, 5);
            Held.against(new Enumeration(negotiation), Frontier.of(negotiation));
        }
    }

    @Test
    void with_little_room_each_outcome_has_a_point_as_good_for_us_and_nearly_for_them() {
        MadeNegotiations made = new MadeNegotiations(1975);
        for (int n = 0; n < 30; n++) {
            Negotiation negotiation = made.next(4, 6, Opposition.BENT);
            Frontier frontier = Frontier.of(negotiation, 60);
            for (Point point : new Enumeration(negotiation).points())
                assertThat(frontier.points())
                        .anyMatch(near ->
                                near.ours() >= point.ours() - 1e-9
                                        && near.theirs()
                                                >= point.theirs() - frontier.guarantee() - 1e-9);
            assertThat(frontier.exact()).isEqualTo(frontier.guarantee() == 0);
        }
    }

    @Test
    void sums_that_differ_in_their_last_digits_only_are_one_point() {
        // 0.1 + 0.2 against 0.3, and 0.3 against 0.1 + 0.2
        Negotiation negotiation =
                new Negotiation(
                        MadeNegotiations.domain(2, 2, 2),
                        new Utility(new double[][] {{0.1, 0.3}, {0.2, 0}, {0, 0}}),
                        new Utility(new double[][] {{0.3, 0.1}, {0, 0.2}, {0, 0}}));
        assertThat(0.1 + 0.2).isNotEqualTo(0.3);
        assertThat(Frontier.of(negotiation).points())
                .extracting(point -> Math.round(point.ours() * 1e6))
                .containsExactly(500_000L, 300_000L, 100_000L);
    }

    @Test
    void what_is_as_good_for_us_and_worse_for_them_is_not_on_the_frontier() {
        Frontier frontier =
                Frontier.of(oneIssue(new double[] {1, 1, 0.5, 0.5}, new double[] {0, 0.5, 0.5, 1}));
        assertThat(frontier.points())
                .extracting(point -> point.outcome().option(0))
                .containsExactly(1, 3);
    }

    @Test
    void one_option_is_a_frontier_of_one_point() {
        Frontier frontier = Frontier.of(oneIssue(new double[] {0.4}, new double[] {0.7}));
        assertThat(ours(frontier)).containsExactly(0.4);
        assertThat(Solutions.fromNothing(frontier).nash()).contains(frontier.point(0));
    }

    @Test
    void utilities_in_money_are_held_to_the_same_measure() {
        Frontier frontier =
                Frontier.of(
                        oneIssue(
                                new double[] {5_000_000, 4_999_999, 0},
                                new double[] {0, 1, 3_000_000}));
        assertThat(ours(frontier)).containsExactly(5e6, 4_999_999.0, 0.0);
    }

    @Test
    void a_million_million_outcomes_are_never_listed() {
        Negotiation negotiation = new MadeNegotiations(12).next(12, 10, Opposition.BENT);
        assertThat(negotiation.domain().outcomes()).isEqualTo(BigInteger.TEN.pow(12));
        Frontier frontier = Frontier.of(negotiation);
        assertThat(frontier.ours(0)).isCloseTo(negotiation.ours().highest(), SAME);
        assertThat(frontier.theirs(frontier.size() - 1))
                .isCloseTo(negotiation.theirs().highest(), SAME);
        assertThat(frontier.exact()).isTrue();
    }

    @Test
    void where_all_outcomes_are_on_the_frontier_it_is_near_and_says_how_near() {
        Negotiation negotiation = new MadeNegotiations(13).next(8, 6, Opposition.TOTAL);
        Frontier frontier = Frontier.of(negotiation, 20_000);
        assertThat(frontier.exact()).isFalse();
        assertThat(frontier.size()).isLessThan(20_000);
        assertThat(frontier.guarantee()).isBetween(1e-6, 0.02);
        assertThat(frontier.theirs(frontier.size() - 1))
                .isCloseTo(negotiation.theirs().highest(), SAME);
    }

    @Test
    void hundreds_of_issues_fit_into_the_memory() {
        Negotiation negotiation = new MadeNegotiations(14).next(400, 3, Opposition.TOTAL);
        Frontier frontier = Frontier.of(negotiation);
        assertThat(frontier.size()).isLessThanOrEqualTo(500_000);
        assertThat(frontier.guarantee()).isLessThan(0.1);
        assertThat(frontier.ours(0)).isCloseTo(negotiation.ours().highest(), SAME);
    }

    @Test
    void an_outcome_is_on_the_frontier_unless_one_betters_it() {
        Frontier frontier =
                Frontier.of(oneIssue(new double[] {1, 0.5, 0}, new double[] {0, 0.5, 1}));
        assertThat(frontier.holds(0.5, 0.5)).isTrue();
        assertThat(frontier.holds(0.5, 0.4)).isFalse();
        assertThat(frontier.holds(0.4, 0.5)).isFalse();
    }
}
