package app.rapport.bargaining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SolutionsTest {
    private static Frontier frontier(double[] ours, double[] theirs) {
        return Frontier.of(
                new Negotiation(
                        MadeNegotiations.domain(ours.length),
                        new Utility(ours),
                        new Utility(theirs)));
    }

    private static double[] pair(Point point) {
        return new double[] {point.ours(), point.theirs()};
    }

    /**
     * Nash 1950, section "Examples": Bill has a book, a whip, a ball, a bat and a box, Jack a pen,
     * a toy, a knife and a hat; they may exchange them, and have no money.
     */
    @Test
    void bill_gives_jack_book_whip_ball_and_bat_for_pen_toy_and_knife() {
        double[] bill = {2, 2, 2, 2, 4, 10, 4, 6, 2};
        double[] jack = {4, 2, 1, 2, 1, 1, 1, 2, 2};
        double[][] ours = new double[9][];
        double[][] theirs = new double[9][];
        for (int i = 0; i < 9; i++) {
            ours[i] = new double[] {bill[i], 0};
            theirs[i] = new double[] {0, jack[i]};
        }
        Frontier frontier =
                Frontier.of(
                        new Negotiation(
                                MadeNegotiations.domain(2, 2, 2, 2, 2, 2, 2, 2, 2),
                                new Utility(ours).withReservation(12),
                                new Utility(theirs).withReservation(6)));
        Point nash = Solutions.fromReservations(frontier).nash().orElseThrow();
        assertThat(nash.outcome()).isEqualTo(new Outcome(1, 1, 1, 1, 0, 0, 0, 0, 1));
        assertThat(pair(nash)).containsExactly(24, 11);
    }

    @Test
    void each_kind_of_fairness_has_its_own_point() {
        Solutions solutions =
                Solutions.fromNothing(
                        frontier(
                                new double[] {12, 8, 6.5, 5.5, 0}, new double[] {1, 4, 5, 5.5, 6}));
        assertThat(pair(solutions.utilitarian().orElseThrow())).containsExactly(12, 1);
        assertThat(pair(solutions.kalaiSmorodinsky().orElseThrow())).containsExactly(8, 4);
        assertThat(pair(solutions.nash().orElseThrow())).containsExactly(6.5, 5);
        assertThat(pair(solutions.egalitarian().orElseThrow())).containsExactly(5.5, 5.5);
    }

    /** Nash's solution does not move with the scale of one side; the egalitarian one does. */
    @Test
    void nash_and_kalai_and_smorodinsky_do_not_depend_on_the_units_of_a_side() {
        double[] ours = {12, 8, 6.5, 5.5, 0};
        Solutions one = Solutions.fromNothing(frontier(ours, new double[] {1, 4, 5, 5.5, 6}));
        Solutions ten = Solutions.fromNothing(frontier(ours, new double[] {10, 40, 50, 55, 60}));
        assertThat(ten.nash().map(Point::outcome)).isEqualTo(one.nash().map(Point::outcome));
        assertThat(ten.kalaiSmorodinsky().map(Point::outcome))
                .isEqualTo(one.kalaiSmorodinsky().map(Point::outcome));
        assertThat(ten.egalitarian()).isNotEqualTo(one.egalitarian());
    }

    @Test
    void where_they_cannot_agree_there_is_no_point() {
        Frontier split = frontier(new double[] {1, 0.5, 0}, new double[] {0, 0.5, 1});
        Negotiation dear =
                new Negotiation(
                        split.negotiation().domain(),
                        split.negotiation().ours().withReservation(0.6),
                        split.negotiation().theirs().withReservation(0.6));
        Frontier frontier = Frontier.of(dear);
        assertThat(Zone.of(frontier).isEmpty()).isTrue();
        assertThat(Zone.of(frontier).surplus()).isZero();
        assertThat(Solutions.fromReservations(frontier).nash()).isEmpty();
        assertThat(Solutions.fromNothing(frontier).nash()).contains(split.point(1));
    }

    @Test
    void a_reservation_met_to_the_last_digit_is_met() {
        double third = 1 / 3.0;
        Negotiation negotiation =
                new Negotiation(
                        MadeNegotiations.domain(1, 1, 1),
                        new Utility(new double[][] {{0.1}, {0.2}, {0.4}}).withReservation(0.7),
                        new Utility(new double[][] {{third}, {third}, {third}}).withReservation(1));
        assertThat(0.1 + 0.2 + 0.4).isNotEqualTo(0.7);
        assertThat(Zone.of(Frontier.of(negotiation)).isEmpty()).isFalse();
    }

    @Test
    void gains_are_measured_from_walking_away() {
        Frontier frontier =
                Frontier.of(
                        new Negotiation(
                                MadeNegotiations.domain(3),
                                new Utility(new double[] {1, 0.8, 0.5}).withReservation(0.45),
                                new Utility(new double[] {0.1, 0.4, 0.6}).withReservation(0)));
        // 0.35 * 0.4 is more than 0.05 * 0.6, and than 0.55 * 0.1
        assertThat(Solutions.fromReservations(frontier).nash().orElseThrow().ours()).isEqualTo(0.8);
        assertThat(Zone.of(frontier).surplus()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void two_losses_are_no_gain() {
        Solutions solutions =
                Solutions.fromNothing(frontier(new double[] {-3, -1}, new double[] {-3, -2}));
        assertThat(solutions.nash()).isEmpty();
        assertThat(solutions.utilitarian().orElseThrow().ours()).isEqualTo(-1);
    }
}
