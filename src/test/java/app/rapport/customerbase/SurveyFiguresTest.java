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

    /** Computed beside us by the formulas of the docs. */
    @Test
    void who_all_say_the_same_are_few_and_no_certainty() {
        Range net = new NetPromoter(10, 0, 0).range().orElseThrow();
        Range mean = MeanRating.range(1, new long[] {0, 0, 0, 0, 5}).orElseThrow();
        Range inside = MeanRating.range(1, new long[] {0, 0, 0, 12, 0}).orElseThrow();

        assertThat(net.value()).isEqualTo(100);
        assertThat(net.low()).isCloseTo(52.23, within(.01));
        assertThat(net.high()).isEqualTo(100);
        assertThat(mean.value()).isEqualTo(5);
        assertThat(mean.low()).isCloseTo(3.396, within(.001));
        assertThat(inside.low()).isCloseTo(3.412, within(.001));
        assertThat(inside.high()).isCloseTo(4.220, within(.001));
    }

    @Test
    void the_range_of_a_mean_holds_the_truth_in_nine_of_ten_samples_also_of_five_answers() {
        assertThat(MeanRating.range(1, new long[] {0, 0, 2, 2, 0})).isEmpty();
        assertThat(held(5, .1, 0, 0, 0, .9)).isGreaterThan(.89);
        assertThat(held(20, 0, 0, .05, .15, .8)).isGreaterThan(.89);
        assertThat(held(60, 0, 0, .2, .4, .4)).isBetween(.89, .96);
    }

    private static double held(int answers, double... shares) {
        Random random = new Random(3);
        double truth = 0;
        for (int i = 0; i < shares.length; i++) truth += shares[i] * (i + 1);
        int held = 0;
        for (int sample = 0; sample < 1_000; sample++) {
            long[] counts = new long[shares.length];
            for (int i = 0; i < answers; i++) counts[drawn(random, shares)]++;
            Range range = MeanRating.range(1, counts).orElseThrow();
            if (range.low() <= truth && truth <= range.high()) held++;
        }
        return held / 1_000.0;
    }

    private static int drawn(Random random, double[] shares) {
        double left = random.nextDouble();
        int at = 0;
        while (at < shares.length - 1 && left >= shares[at]) left -= shares[at++];
        return at;
    }
}
