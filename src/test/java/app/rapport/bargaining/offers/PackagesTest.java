package app.rapport.bargaining.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.Enumeration;
import app.rapport.bargaining.MadeNegotiations;
import app.rapport.bargaining.MadeNegotiations.Opposition;
import app.rapport.bargaining.Negotiation;
import app.rapport.bargaining.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static double spread(List<Point> packages) {
        var ours = packages.stream().mapToDouble(Point::ours).summaryStatistics();
        return ours.getMax() - ours.getMin();
    }

    @Test
    void packages_are_worth_the_same_to_us_and_the_first_is_the_best_there_is_for_them() {
        MadeNegotiations made = new MadeNegotiations(2005);
        for (int n = 0; n < 25; n++) {
            Negotiation negotiation = made.next(5, 5, Opposition.BENT);
            double aim = 0.35 + 0.02 * n;
            List<Point> packages = new Packages(negotiation).worth(aim, 3);
            List<Point> may =
                    new Enumeration(negotiation)
                            .points().stream().filter(point -> point.ours() >= aim).toList();
            assertThat(packages.isEmpty()).isEqualTo(may.isEmpty());
            if (packages.isEmpty()) continue;
            double best = may.stream().mapToDouble(Point::theirs).max().orElseThrow();
            assertThat(packages.getFirst().theirs()).isCloseTo(best, within(1e-9));
            assertThat(spread(packages)).isLessThanOrEqualTo(Packages.SPREAD + 1e-8);
            assertThat(packages)
                    .allMatch(point -> point.ours() >= aim - 1e-9)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void where_there_are_enough_near_the_best_none_is_far_from_it() {
        Negotiation negotiation = new MadeNegotiations(2019).next(8, 6, Opposition.BENT);
        List<Point> packages = new Packages(negotiation).worth(0.6, 4);
        assertThat(packages).hasSize(4);
        assertThat(packages)
                .allMatch(point ->
                        point.theirs() >= packages.getFirst().theirs() - Packages.REGRET - 1e-9);
    }

    @Test
    void a_million_million_outcomes_are_not_searched_one_by_one() {
        Negotiation negotiation = new MadeNegotiations(7).next(12, 10, Opposition.BENT);
        assertThat(new Packages(negotiation).worth(0.6, 3)).hasSize(3);
    }

    @Test
    void nothing_is_offered_where_nothing_is_worth_that_much() {
        Negotiation negotiation = new MadeNegotiations(8).next(3, 3, Opposition.BENT);
        assertThat(new Packages(negotiation).worth(1.5, 3)).isEmpty();
    }
}
