package app.rapport.promises.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.kernel.MemberId;
import app.rapport.listening.dates.DueDates;
import app.rapport.listening.dates.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 0);
    private static final UnaryOperator<LocalDate> WORKING =
            day ->
                    day.plusDays(
                            switch (day.getDayOfWeek()) {
                                case FRIDAY -> 3;
                                case SATURDAY -> 2;
                                default -> 1;
                            });
    private static final MemberId NORA = new MemberId(UUID.randomUUID());
    private static final MemberId TOM = new MemberId(UUID.randomUUID());

    private static Line read(String line) {
        return Line.readTask(line, NOW, DueDates.english());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call Jane by Friday | call Jane | 2026-03-06 |",
                "every Friday send the figures | send the figures | 2026-03-06 | WEEK",
                "water the plants daily | water the plants | | WORKING_DAY",
                "every working day read the inbox | read the inbox | | WORKING_DAY",
                "pay the rent every month, by the 15th | pay the rent | 2026-03-15 | MONTH",
                "send the weekly report by Friday | send the weekly report | 2026-03-06 |",
                "file taxes yearly by 31 May | file taxes | 2026-05-31 | YEAR",
                "by noon tomorrow order labels | order labels | 2026-03-03 |",
                "order labels | order labels | |"
            })
    void a_line_says_what_by_when_and_how_often(
            String line, String what, LocalDate due, Recurrence every) {
        assertThat(read(line).what()).isEqualTo(what);
        assertThat(read(line).due().map(Deadline::day)).isEqualTo(Optional.ofNullable(due));
        assertThat(read(line).every()).isEqualTo(Optional.ofNullable(every));
    }

    private static LocalDate next(Recurrence every, String since, String after) {
        return Recurring.next(
                new Task.Series(every, LocalDate.parse(since)), LocalDate.parse(after), WORKING);
    }

    @Test
    void what_is_due_on_the_last_of_a_month_stays_so_after_a_short_one() {
        assertThat(next(Recurrence.MONTH, "2026-01-31", "2026-01-31")).isEqualTo("2026-02-28");
        assertThat(next(Recurrence.MONTH, "2026-01-31", "2026-02-28")).isEqualTo("2026-03-31");
        assertThat(next(Recurrence.YEAR, "2024-02-29", "2027-02-28")).isEqualTo("2028-02-29");
    }

    @Test
    void done_late_it_skips_what_has_passed_and_work_rests_at_weekends() {
        assertThat(next(Recurrence.WEEK, "2026-03-02", "2026-03-18")).isEqualTo("2026-03-23");
        assertThat(next(Recurrence.WORKING_DAY, "2026-03-02", "2026-03-06"))
                .isEqualTo("2026-03-09");
    }

    @Test
    void the_next_of_any_series_is_after_the_last_and_none_is_lost_between() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            LocalDate since = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000));
            LocalDate after = since.plusDays(random.nextInt(2_000));
            for (Recurrence every : List.of(Recurrence.WEEK, Recurrence.MONTH, Recurrence.YEAR)) {
                Task.Series series = new Task.Series(every, since);
                LocalDate next = Recurring.next(series, after, WORKING);
                assertThat(next).isAfter(after);
                assertThat(Recurring.next(series, next.minusDays(1), WORKING)).isEqualTo(next);
            }
        }
    }

    @Test
    void a_lane_gives_a_day_of_its_own_on_every_day_of_the_week() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
            assertThat(Lane.TODAY.due(day)).isEqualTo(day);
            assertThat(Lane.LATER.due(day)).isAfter(Lane.endOfWeek(day));
            assertThat(Lane.WEEK.isOpenOn(day)).isEqualTo(day.getDayOfWeek() != DayOfWeek.SUNDAY);
            if (Lane.WEEK.isOpenOn(day))
                assertThat(Lane.WEEK.due(day)).isAfter(day).isBeforeOrEqualTo(Lane.endOfWeek(day));
        }
        assertThat(Lane.LATE.isOpenOn(monday)).isFalse();
    }

    private static Step step(Step.Kind kind, int days, Optional<MemberId> to) {
        Optional<Deadline> due =
                kind == Step.Kind.MADE
                        ? Optional.of(new Deadline(LocalDate.of(2026, 3, 6), Optional.empty()))
                        : Optional.empty();
        return new Step(
                UUID.randomUUID(),
                kind,
                MONDAY.plus(Duration.ofDays(days)),
                due,
                Optional.empty(),
                Optional.empty(),
                to);
    }

    private static Promise task(Step... later) {
        Promise made =
                new Promise(
                        UUID.randomUUID(),
                        Promise.Side.TASK,
                        Optional.empty(),
                        "",
                        TOM,
                        "order labels",
                        1,
                        Optional.empty(),
                        MONDAY,
                        List.of(step(Step.Kind.MADE, 0, Optional.empty())),
                        Optional.of(new Task(NORA, Optional.empty(), Optional.empty(), false)));
        for (Step step : later) made = made.and(step);
        return made;
    }

    @Test
    void who_keeps_it_changes_nothing_of_how_it_stands() {
        Promise given =
                task(
                        step(Step.Kind.WAITING, 1, Optional.empty()),
                        step(Step.Kind.GIVEN, 2, Optional.of(TOM)));

        assertThat(given.state(ZONE)).isEqualTo(State.WAITING);
        assertThat(given.givenAt()).contains(MONDAY.plus(Duration.ofDays(2)));
    }

    @Test
    void a_task_moves_to_another_day_past_its_own_and_is_open_again_by_that() {
        Instant later = MONDAY.plus(Duration.ofDays(9));
        Optional<Deadline> day =
                Optional.of(new Deadline(LocalDate.of(2026, 3, 20), Optional.empty()));

        assertThat(task().isLate(later, ZONE)).isTrue();
        assertThat(task().refusal(Step.Kind.RENEGOTIATED, later, day, ZONE)).isEmpty();
        Promise done = task(step(Step.Kind.KEPT, 1, Optional.empty()));
        assertThat(done.refusal(Step.Kind.RENEGOTIATED, later, day, ZONE)).isEmpty();
    }

    @Test
    void a_name_in_a_line_is_capitalised_and_the_first_word_is_so_anyway() {
        assertThat(NamesInLine.in("Call Jane Roth by Friday"))
                .containsSubsequence("Jane Roth", "Call Jane Roth");
        assertThat(NamesInLine.in("Order labels")).isEmpty();
        assertThat(NamesInLine.in("call Jane")).containsExactly("Jane");
        assertThat(NamesInLine.isPartOf("jane", "Jane Roth")).isTrue();
        assertThat(NamesInLine.isPartOf("Jan", "Jane Roth")).isFalse();
    }
}
