package app.rapport.customerbase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LearningLogisticTest {

    @Test
    void says_what_the_prior_says_before_it_has_seen_anything() {
        LearningLogistic model = new LearningLogistic(new double[] {2, -1}, new double[] {1, 1}, 0);
        assertThat(model.probability(new double[] {0}))
                .isCloseTo(1 / (1 + Math.E), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void learns_what_the_labels_show_and_no_more_than_the_prior_lets_it() {
        LearningLogistic free = new LearningLogistic(new double[] {0, 0}, new double[] {3, 3}, 0);
        LearningLogistic bound =
                new LearningLogistic(new double[] {0, 0}, new double[] {0.05, 3}, 0);
        for (int i = 0; i < 400; i++) {
            boolean on = i % 2 == 0;
            boolean label = on ? i % 8 != 0 : i % 9 == 0;
            free.learn(new double[] {on ? 1 : 0}, label);
            bound.learn(new double[] {on ? 1 : 0}, label);
        }
        assertThat(free.probability(new double[] {1})).isBetween(0.6, 0.85);
        assertThat(free.probability(new double[] {0})).isLessThan(0.25);
        assertThat(bound.probability(new double[] {1}) - bound.probability(new double[] {0}))
                .isLessThan(0.1);
    }
}
