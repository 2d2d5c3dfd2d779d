package app.rapport.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.kernel.ImportId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2026-03-10T08:00:00Z");

    @Test
    void what_was_read_before_it_was_cut_short_says_nothing_of_its_pace() {
        Progress progress = at(1_500, 600, new Pace(START, 1_000, 400, true));
        Instant later = START.plusSeconds(10);
        assertThat(progress.perSecond(later)).isEqualTo(50);
        assertThat(progress.left(later)).contains(Duration.ofSeconds(20));
        assertThat(progress.about()).hasValue(2_500);
    }

    @Test
    void nobody_can_tell_how_long_it_takes_before_the_first_batch_or_after_the_last_byte() {
        assertThat(at(0, 0, new Pace(START, 0, 0, false)).left(START.plusSeconds(5))).isEmpty();
        Progress last = at(9, 1_000, new Pace(START, 0, 0, false));
        assertThat(last.left(START.plusSeconds(5))).isEmpty();
        assertThat(last.about()).isEmpty();
    }

    private static Progress at(long read, long bytes, Pace pace) {
        return new Progress(
                ImportId.next(),
                "a.mbox",
                Progress.State.RUNNING,
                1_000,
                bytes,
                read,
                read,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                START,
                Optional.empty(),
                Optional.of(pace),
                false);
    }
}
