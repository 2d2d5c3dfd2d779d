package app.rapport.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private final Times times =
            new Times(ZoneId.of("Europe/London"), Locale.UK, Instant.parse("2026-03-10T08:12:00Z"));

    @ParameterizedTest
    @CsvSource({
        "PT30S, a moment",
        "PT40M, 40 min",
        "PT21H, 21 h",
        "PT47H59M, 47 h",
        "P3D, 3 days",
        "P41D, 41 days",
        "P70D, 10 weeks",
        "P200D, 7 months",
        "P800D, 2 years"
    })
    void a_span_has_one_unit(Duration duration, String said) {
        assertThat(Times.span(duration)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-08, 8 Dec",
        "2025-12-08, 8 Dec 2025",
        "2026-02-31, 2026-02-31",
        "by 2026-12-08 at the latest, by 2026-12-08 at the latest"
    })
    void a_day_that_was_kept_as_text_is_said_as_one_and_nothing_else_is(String kept, String said) {
        assertThat(times.said(kept)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, 04:12 there", "Nowhere/Else, ''"})
    void the_clock_of_another_zone_is_read_where_there_is_one(String zone, String said) {
        assertThat(times.there(zone)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"1980-05-17, 17 May 1980", "--05-17, 17 May", "--02-31, 02-31"})
    void a_birthday_may_have_no_year(String kept, String said) {
        assertThat(times.birthday(kept)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T07:05:00Z, 07:05",
        "2026-03-06T16:40:00Z, Fri 16:40",
        "2026-01-28T10:00:00Z, 28 Jan",
        "2024-01-28T10:00:00Z, 28 Jan 2024"
    })
    void a_moment_is_said_as_briefly_as_it_stays_clear(Instant moment, String said) {
        assertThat(times.brief(moment)).isEqualTo(said);
    }

    @Test
    void the_day_is_the_members_own() {
        Times there =
                new Times(
                        ZoneId.of("Pacific/Auckland"),
                        Locale.UK,
                        Instant.parse("2026-03-10T20:00:00Z"));

        assertThat(there.longDay(there.today())).isEqualTo("Wednesday 11 March");
        assertThat(there.brief(Instant.parse("2026-03-10T12:30:00Z"))).isEqualTo("01:30");
    }

    @Test
    void numbers_are_read_by_people() {
        assertThat(Numbers.size(2_400_000_000L)).isEqualTo("2.4 GB");
        assertThat(Numbers.count(38112)).isEqualTo("38,112");
        assertThat(Numbers.initials("Dr Amina Sule-Hart")).isEqualTo("DS");
        assertThat(Numbers.initials("  ")).isEmpty();
    }
}
