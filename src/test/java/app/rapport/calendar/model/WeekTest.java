package app.rapport.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.calendar.model.Week.Block;
import app.rapport.calendar.model.Week.Day;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where meetings stand in a week. */
class WeekTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    @Test
    void a_week_begins_where_its_member_says() {
        LocalDate sunday = LocalDate.of(2026, 3, 29);
        assertThat(Week.beginning(sunday, DayOfWeek.MONDAY)).isEqualTo(MONDAY);
        assertThat(Week.beginning(sunday, DayOfWeek.SUNDAY)).isEqualTo(sunday);
    }

    @Test
    void meetings_at_the_same_time_stand_side_by_side_and_later_ones_alone() {
        List<Block> blocks =
                monday(at("09:00", 60), at("09:30", 60), at("10:00", 30), at("14:00", 60));
        assertThat(blocks).extracting(Block::lane).containsExactly(0, 1, 0, 0);
        assertThat(blocks).extracting(Block::lanes).containsExactly(2, 2, 2, 1);
    }

    @Test
    void more_than_four_at_once_share_the_last_lane() {
        List<Block> blocks =
                monday(
                        at("09:00", 60),
                        at("09:00", 60),
                        at("09:00", 60),
                        at("09:00", 60),
                        at("09:00", 60));
        assertThat(blocks).extracting(Block::lane).containsExactly(0, 1, 2, 3, 3);
        assertThat(blocks).extracting(Block::lanes).containsOnly(4);
    }

    @Test
    void whole_days_are_the_same_days_in_every_zone() {
        Meeting fair =
                meeting(
                        Instant.parse("2026-03-24T00:00:00Z"),
                        Instant.parse("2026-03-26T00:00:00Z"),
                        true);
        for (String zone : List.of("Pacific/Auckland", "America/Los_Angeles"))
            assertThat(Week.of(MONDAY, ZoneId.of(zone), List.of(fair)).days())
                    .filteredOn(day -> !day.whole().isEmpty())
                    .extracting(day -> day.date().getDayOfMonth())
                    .containsExactly(24, 25);
    }

    @Test
    void a_meeting_over_midnight_stands_on_both_days() {
        List<Day> days = week(at("23:00", 120)).days();
        assertThat(days.get(0).blocks().getFirst().to()).isEqualTo(24 * 60);
        assertThat(days.get(1).blocks().getFirst().from()).isZero();
        assertThat(days.get(1).blocks().getFirst().to()).isEqualTo(60);
    }

    @Test
    void what_ends_at_midnight_is_not_of_the_next_day() {
        List<Day> days = week(at("22:00", 120)).days();
        assertThat(days.get(0).blocks().getFirst().to()).isEqualTo(24 * 60);
        assertThat(days.get(1).isEmpty()).isTrue();
    }

    @Test
    void the_night_in_which_the_clock_is_set_back_has_room_for_its_meeting() {
        LocalDate monday = LocalDate.of(2026, 10, 19);
        // 02:30 in summer to 02:15 in winter: 45 minutes that go back on the wall
        Instant from = Instant.parse("2026-10-25T00:30:00Z");
        Meeting night = meeting(from, from.plus(Duration.ofMinutes(45)), false);
        Block block = Week.of(monday, BERLIN, List.of(night)).days().get(6).blocks().getFirst();
        assertThat(block.from()).isEqualTo(150);
        assertThat(block.to()).isGreaterThan(block.from());
    }

    @Test
    void early_and_late_meetings_widen_what_is_drawn() {
        assertThat(week(at("09:00", 60)).firstHour()).isEqualTo(8);
        Week wide = week(at("06:30", 30), at("20:00", 90));
        assertThat(wide.firstHour()).isEqualTo(6);
        assertThat(wide.lastHour()).isEqualTo(22);
    }

    private static List<Block> monday(Meeting... meetings) {
        return week(meetings).days().getFirst().blocks();
    }

    private static Week week(Meeting... meetings) {
        return Week.of(MONDAY, BERLIN, List.of(meetings));
    }

    private static Meeting at(String time, int minutes) {
        Instant from =
                ZonedDateTime.of(MONDAY, java.time.LocalTime.parse(time), BERLIN).toInstant();
        return meeting(from, from.plus(Duration.ofMinutes(minutes)), false);
    }

    private static Meeting meeting(Instant from, Instant to, boolean allDay) {
        return new Meeting(
                UUID.randomUUID(),
                "uid",
                from,
                from,
                to,
                allDay,
                "Round",
                "",
                "",
                Meeting.Status.CONFIRMED,
                List.of(),
                false,
                false,
                false,
                0);
    }
}
