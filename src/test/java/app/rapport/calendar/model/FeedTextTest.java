package app.rapport.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other calendars read of ours. */
class FeedTextTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void an_occurrence_keeps_its_uid_and_whole_days_stay_days() {
        Meeting fair =
                new Meeting(
                        UUID.fromString("0198c5d2-0000-7000-8000-000000000001"),
                        "fair",
                        Instant.parse("2026-03-10T00:00:00Z"),
                        Instant.parse("2026-03-10T00:00:00Z"),
                        Instant.parse("2026-03-12T00:00:00Z"),
                        true,
                        "Trade fair; Hanover, hall 3",
                        "",
                        "",
                        Meeting.Status.CANCELLED,
                        List.of(),
                        true,
                        false,
                        false,
                        2);
        assertThat(FeedText.of(List.of(fair), NOW))
                .contains(
                        "UID:0198c5d2-0000-7000-8000-000000000001@rapport\r\n",
                        "DTSTART;VALUE=DATE:20260310\r\n",
                        "DTEND;VALUE=DATE:20260312\r\n",
                        "SUMMARY:Trade fair\\; Hanover\\, hall 3\r\n",
                        "CLASS:PRIVATE\r\n",
                        "STATUS:CANCELLED\r\n",
                        "SEQUENCE:2\r\n");
    }
}
