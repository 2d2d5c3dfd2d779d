package app.rapport.conversations.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.model.Waits.Beat;
import app.rapport.conversations.model.Waits.Wait;
import app.rapport.kernel.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static Beat beat(boolean ours, boolean asks, int hour) {
        return new Beat(TouchId.next(), START.plus(Duration.ofHours(hour)), ours, asks);
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    @Test
    void the_first_of_several_questions_begins_the_wait_and_our_next_word_ends_it() {
        List<Wait> waits = Waits.of(List.of(asks(0), asks(5), ours(7), ours(9)));

        assertThat(waits).hasSize(1);
        assertThat(waits.getFirst().lasted(at(7))).hasHours(7);
        assertThat(waits.getFirst().isQuick()).isTrue();
        assertThat(waits.getFirst().longFrom(at(9))).isEmpty();
    }

    private static Beat asks(int hour) {
        return beat(false, true, hour);
    }

    private static Beat ours(int hour) {
        return beat(true, false, hour);
    }

    @Test
    void a_word_of_thanks_settles_what_was_asked() {
        assertThat(Waits.of(List.of(asks(0), beat(false, false, 3), ours(500)))).isEmpty();
    }

    @Test
    void a_weekend_is_no_long_wait_and_a_week_is_one_from_its_fifth_day_whether_answered_or_not() {
        assertThat(Waits.of(List.of(asks(0), ours(72))).getFirst().longFrom(at(200))).isEmpty();
        assertThat(Waits.of(List.of(asks(0), ours(168))).getFirst().longFrom(at(200)))
                .contains(at(96));
        assertThat(Waits.of(List.of(asks(0))).getFirst().longFrom(at(95))).isEmpty();
        assertThat(Waits.of(List.of(asks(0))).getFirst().longFrom(at(97))).contains(at(96));
    }

    @Test
    void who_is_used_to_weeks_does_not_mind_a_week() {
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            beats.add(asks(i * 400));
            beats.add(ours(i * 400 + 120));
        }
        beats.add(asks(2000));
        beats.add(ours(2168));

        Wait last = Waits.of(beats).getLast();

        assertThat(last.usual()).hasHours(120);
        assertThat(last.longFrom(at(3000))).isEmpty();
        assertThat(last.isQuick()).isTrue();
    }
}
