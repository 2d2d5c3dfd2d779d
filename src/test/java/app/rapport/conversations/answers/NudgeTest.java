package app.rapport.conversations.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.customerbase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant ASKED = NOW.minus(Duration.ofDays(10));

    private static String withGapsUpTo(double days) {
        return Nudge.words(ASKED, Optional.of(new Rhythm.Gap(5, 3, days)), ZoneOffset.UTC, NOW);
    }

    @Test
    void one_waits_while_their_silence_is_usual_and_never_for_weeks() {
        assertThat(withGapsUpTo(16)).startsWith("Wait until 2 December:");
        assertThat(withGapsUpTo(9)).startsWith("Ask once more");
        assertThat(withGapsUpTo(56)).startsWith("Ask once more");
        assertThat(Nudge.words(ASKED, Optional.empty(), ZoneOffset.UTC, NOW))
                .startsWith("Ask once more");
    }
}
