package app.rapport.conversations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.customerbase.Rhythm;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoingQuietTest {
    private final Rhythm rhythm = Rhythm.usual();

    @Test
    void a_fortnightly_talk_that_stops_for_seven_weeks_is_going_quiet() {
        assertThat(quiet(14, 12, 6, 50))
                .hasValueSatisfying(found -> {
                    assertThat(found.usual().high()).isLessThan(50);
                    assertThat(found.chance()).isBetween(0.05, 0.95);
                });
    }

    @Test
    void a_silence_within_the_usual_is_none() {
        assertThat(quiet(14, 12, 6, 20)).isEmpty();
    }

    @Test
    void who_is_gone_for_five_usual_gaps_is_not_going_any_more() {
        assertThat(quiet(14, 12, 6, 120)).isEmpty();
    }

    @Test
    void a_burst_of_mails_on_one_day_is_no_rhythm() {
        assertThat(GoingQuiet.of(rhythm, new GoingQuiet.Relation(habit(0.05, 12), 12, 6, 1, 40)))
                .isEmpty();
    }

    @Test
    void a_relation_that_only_one_side_keeps_up_is_none() {
        assertThat(quiet(14, 12, 12, 45)).isEmpty();
        assertThat(quiet(14, 12, 0, 45)).isEmpty();
    }

    private Optional<GoingQuiet.Finding> quiet(
            double gap, int exchanges, int fromThem, double silence) {
        return GoingQuiet.of(
                rhythm,
                new GoingQuiet.Relation(
                        habit(gap, exchanges), exchanges, fromThem, exchanges, silence));
    }

    private static Rhythm.Habit habit(double gap, int exchanges) {
        Rhythm.Habit habit = Rhythm.Habit.NONE;
        for (int i = 1; i < exchanges; i++) habit = habit.after(gap);
        return habit;
    }
}
