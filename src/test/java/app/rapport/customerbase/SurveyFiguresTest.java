package app.rapport.customerbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SurveyFiguresTest {
    @Test
    void the_range_of_net_promoter_holds_the_truth_in_nine_of_ten_samples() {
        Random random = new Random(7);
        int held = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            long[] counts = new long[3];
            for (int i = 0; i < 80; i++) {
                double u = random.nextDouble();
                counts[u < .45 ? 0 : u < .75 ? 1 : 2]++;
            }
            Range range = new NetPromoter(counts[0], counts[1], counts[2]).range().orElseThrow();
            if (range.low() <= 20 && 20 <= range.high()) held++;
        }

        assertThat(held / 2_000.0).isCloseTo(.9, within(.02));
    }

    @Test
    void nine_and_ten_promote_and_up_to_six_detract() {
        NetPromoter net = NetPromoter.of(new long[] {1, 0, 0, 0, 0, 0, 1, 3, 1, 2, 4});

        assertThat(net).isEqualTo(new NetPromoter(6, 4, 2));
        assertThat(net.score()).isCloseTo(33.3, within(.04));
        assertThat(NetPromoter.of(new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9}).range()).isEmpty();
    }

    /** Computed beside us by the formula as Wilson printed it. */
    @Test
    void a_share_keeps_its_range_within_0_and_1_also_at_the_ends() {
        Range none = Proportion.range(0, 20);
        Range some = Proportion.range(15, 148);

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(.1191, within(.0005));
        assertThat(some.low()).isCloseTo(.0674, within(.0005));
        assertThat(some.high()).isCloseTo(.1496, within(.0005));
        assertThat(Proportion.range(20, 20).high()).isEqualTo(1);
    }

    /** Quantiles as printed in tables of Student's t. */
    @Test
    void the_range_of_a_mean_is_wider_with_few_answers() {
        assertThat(MeanRating.t95(4)).isCloseTo(2.132, within(.003));
        assertThat(MeanRating.t95(10)).isCloseTo(1.812, within(.001));
        assertThat(MeanRating.t95(1_000)).isCloseTo(1.646, within(.001));
        assertThat(MeanRating.range(1, new long[] {0, 0, 2, 2, 0})).isEmpty();
        assertThat(MeanRating.range(1, new long[] {0, 1, 2, 4, 3}).orElseThrow())
                .satisfies(range -> assertThat(range.value()).isCloseTo(3.9, within(1e-9)))
                .satisfies(range ->
                        assertThat(range.high() - range.value()).isCloseTo(.577, within(.001)));
    }
}
