package app.rapport.bargaining.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.bargaining.course.Turn.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ReadingTest {
    /** They come down by a curve; we give a little, unevenly, each time. */
    private static Reading talk(int rounds, double until, DoubleUnaryOperator given) {
        List<Turn> turns = new ArrayList<>();
        double ours = 1;
        for (int round = 0; round < rounds; round++) {
            double time = until * round / (rounds - 1);
            double theirs = 1 - 0.8 * given.applyAsDouble(time);
            turns.add(new Turn(Side.THEIRS, time, theirs, 1 - theirs));
            ours -= round % 3 == 1 ? 0.05 : 0.01;
            turns.add(new Turn(Side.OURS, time, ours, 1 - ours));
        }
        return new Reading(turns);
    }

    private static Concessions theirs(int rounds, double e) {
        return talk(rounds, 1, t -> Math.pow(t, 1 / e)).of(Side.THEIRS);
    }

    @Test
    void curves_of_time_are_told_apart() {
        for (int rounds : new int[] {5, 12, 60}) {
            assertThat(theirs(rounds, 0.2)).isEqualTo(Concessions.BOULWARE);
            assertThat(theirs(rounds, 1)).isEqualTo(Concessions.LINEAR);
            assertThat(theirs(rounds, 4)).isEqualTo(Concessions.CONCEDER);
        }
    }

    @Test
    void who_gives_nothing_or_has_offered_twice_is_of_no_class() {
        assertThat(talk(6, 1, _ -> 0).of(Side.THEIRS)).isEqualTo(Concessions.NONE);
        assertThat(talk(2, 1, t -> t).of(Side.THEIRS)).isEqualTo(Concessions.UNKNOWN);
    }

    @Test
    void who_answers_like_with_like_plays_tit_for_tat() {
        List<Turn> turns = new ArrayList<>();
        double[] steps = {0, 0.02, 0.1, 0.01, 0.15, 0.03, 0.12};
        double ours = 1;
        double theirs = 1;
        for (int i = 0; i < steps.length; i++) {
            ours -= steps[i];
            turns.add(new Turn(Side.OURS, i / 10.0, ours, 1 - ours));
            theirs -= steps[i];
            turns.add(new Turn(Side.THEIRS, i / 10.0, theirs, 1 - theirs));
        }
        turns.add(new Turn(Side.OURS, 0.7, ours - 0.07, 1 - ours + 0.07));
        Reading reading = new Reading(turns);
        assertThat(reading.of(Side.THEIRS)).isEqualTo(Concessions.TIT_FOR_TAT);
        assertThat(reading.next()).isEqualTo(Side.THEIRS);
        assertThat(reading.nextStep(Side.THEIRS).orElseThrow()).isCloseTo(0.07, within(1e-9));
    }

    @Test
    void the_next_step_is_like_the_last_ones() {
        Reading reading = talk(9, 0.8, t -> t);
        assertThat(reading.nextStep(Side.THEIRS).orElseThrow()).isCloseTo(0.08, within(1e-9));
        assertThat(reading.conceded(Side.THEIRS)).isCloseTo(0.64, within(1e-9));
        assertThat(new Reading(List.of()).nextStep(Side.OURS)).isEmpty();
    }

    @Test
    void time_presses_late_or_when_steps_grow() {
        assertThat(talk(6, 0.5, t -> t).timePresses(Side.THEIRS)).isFalse();
        assertThat(talk(6, 0.9, t -> t).timePresses(Side.THEIRS)).isTrue();
        assertThat(talk(6, 0.5, t -> 8 * t * t * t).timePresses(Side.THEIRS)).isTrue();
    }
}
