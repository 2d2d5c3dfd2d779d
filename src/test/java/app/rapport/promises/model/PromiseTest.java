package app.rapport.promises.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.kernel.Estimate;
import app.rapport.kernel.MemberId;
import app.rapport.listening.dates.DueDates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromiseTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Deadline FRIDAY = day(6);

    private static Deadline day(int day) {
        return new Deadline(LocalDate.of(2026, 3, day), Optional.empty());
    }

    private static Step step(Step.Kind kind, int days, Deadline... due) {
        return new Step(
                UUID.randomUUID(),
                kind,
                MONDAY.plus(Duration.ofDays(days)),
                List.of(due).stream().findFirst(),
                Optional.empty(),
                Optional.empty());
    }

    private static Promise promise(Step... later) {
        List<Step> steps = new ArrayList<>(List.of(step(Step.Kind.MADE, 0, FRIDAY)));
        steps.addAll(List.of(later));
        return new Promise(
                UUID.randomUUID(),
                Promise.Side.OURS,
                Optional.empty(),
                "",
                new MemberId(UUID.randomUUID()),
                "the offer",
                1,
                Optional.empty(),
                MONDAY,
                steps,
                Optional.empty());
    }

    @Test
    void a_promise_is_kept_until_the_end_of_its_day_and_late_after_it() {
        assertThat(promise().state(ZONE)).isEqualTo(State.OPEN);
        assertThat(promise(step(Step.Kind.KEPT, 4)).state(ZONE)).isEqualTo(State.KEPT);
        assertThat(promise(step(Step.Kind.KEPT, 5)).state(ZONE)).isEqualTo(State.KEPT_LATE);
    }

    @Test
    void moved_in_time_it_is_open_with_another_day_and_its_history() {
        Promise moved = promise(step(Step.Kind.RENEGOTIATED, 2, day(13)));

        assertThat(moved.state(ZONE)).isEqualTo(State.RENEGOTIATED);
        assertThat(moved.due()).contains(day(13));
        assertThat(moved.asOf(MONDAY).due()).contains(FRIDAY);
    }

    @Test
    void past_its_day_it_cannot_be_moved_any_more() {
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        Instant saturday = MONDAY.plus(Duration.ofDays(5));
        Optional<Deadline> later = Optional.of(day(13));

        assertThat(promise().refusal(Step.Kind.RENEGOTIATED, tuesday, later, ZONE)).isEmpty();
        assertThat(promise().refusal(Step.Kind.RENEGOTIATED, saturday, later, ZONE)).isPresent();
        assertThat(promise().refusal(Step.Kind.RENEGOTIATED, tuesday, Optional.of(day(1)), ZONE))
                .contains("That day has passed");
    }

    @Test
    void what_is_settled_stays_so_but_a_broken_one_may_be_kept_late() {
        Instant saturday = MONDAY.plus(Duration.ofDays(5));
        Promise kept = promise(step(Step.Kind.KEPT, 1));
        Promise broken = promise(step(Step.Kind.BROKEN, 5));

        assertThat(kept.refusal(Step.Kind.BROKEN, saturday, Optional.empty(), ZONE)).isPresent();
        assertThat(broken.refusal(Step.Kind.KEPT, saturday, Optional.empty(), ZONE)).isEmpty();
        assertThat(promise().refusal(Step.Kind.RESUMED, saturday, Optional.empty(), ZONE))
                .isPresent();
    }

    @Test
    void a_step_taken_back_stands_in_the_history_and_counts_no_more() {
        Step kept = step(Step.Kind.KEPT, 1);
        Step back =
                new Step(
                        UUID.randomUUID(),
                        Step.Kind.UNDONE,
                        MONDAY.plus(Duration.ofDays(2)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(kept.id()));

        assertThat(promise(kept, back).state(ZONE)).isEqualTo(State.OPEN);
        assertThat(promise(kept, back).steps()).hasSize(3);
    }

    @Test
    void a_warning_comes_earlier_to_who_is_usually_late() {
        Instant due = FRIDAY.ends(ZONE);
        Instant warned = LeadTime.warnAt(MONDAY, due, List.of());

        assertThat(warned).isBetween(due.minus(Duration.ofDays(2)), due.minus(Duration.ofDays(1)));
        assertThat(LeadTime.warnAt(MONDAY, due, List.of(Duration.ofDays(1))))
                .isEqualTo(warned.minus(Duration.ofDays(1)));
    }

    @Test
    void a_line_gives_its_day_and_what_is_left() {
        LocalDateTime now = LocalDateTime.of(2026, 3, 2, 10, 0);
        Line line = Line.read("by Friday send the offer", now, DueDates.english());

        assertThat(line.what()).isEqualTo("send the offer");
        assertThat(line.due()).contains(FRIDAY);
        assertThat(Line.read("send the offer, by noon tomorrow", now, DueDates.english()).what())
                .isEqualTo("send the offer");
    }

    @Test
    void a_year_that_no_calendar_keeps_is_no_deadline() {
        assertThat(new Deadline(LocalDate.of(10_000, 1, 1), Optional.empty()).isUsable()).isFalse();
        assertThat(new Deadline(LocalDate.of(26, 3, 1), Optional.empty()).isUsable()).isFalse();
        assertThat(FRIDAY.isUsable()).isTrue();
        LocalDateTime now = LocalDateTime.of(2026, 3, 9, 9, 0);
        assertThat(Line.read("in 99999999999 hours send it", now, DueDates.english()).due())
                .isEmpty();
    }

    private static TrustEntry entry(double good, double bad, int daysAgo) {
        return new TrustEntry(
                Promise.Side.OURS,
                MONDAY.minus(Duration.ofDays(daysAgo)),
                good,
                bad,
                "",
                "",
                Optional.empty());
    }

    @Test
    void trust_is_not_known_without_a_deed_and_narrows_with_each() {
        assertThat(Trust.of(List.of(), MONDAY)).isInstanceOf(Estimate.NotKnownYet.class);
        Estimate.Known one = known(List.of(entry(1, 0, 0)));
        Estimate.Known many = known(List.of(entry(1, 0, 0), entry(9, 0, 1)));

        assertThat(many.value()).isGreaterThan(one.value());
        assertThat(many.high() - many.low()).isLessThan(one.high() - one.low());
    }

    @Test
    void a_broken_promise_costs_more_than_a_kept_one_gains_and_both_fade() {
        double even = known(List.of(entry(1, 0, 0), entry(0, 2, 0))).value();

        assertThat(even).isLessThan(50);
        assertThat(known(List.of(entry(0, 2, 365))).value())
                .isGreaterThan(known(List.of(entry(0, 2, 0))).value());
    }

    @Test
    void the_range_is_that_of_the_beta_distribution() {
        // by hand: the distribution function of Beta(2, 1) is x²
        assertThat(Trust.quantile(2, 1, .05)).isCloseTo(Math.sqrt(.05), within());
        assertThat(Trust.quantile(1, 1, .9)).isCloseTo(.9, within());
        assertThat(Trust.quantile(1, 3, .95)).isCloseTo(1 - Math.cbrt(.05), within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(.001);
    }

    private static Estimate.Known known(List<TrustEntry> entries) {
        return (Estimate.Known) Trust.of(entries, MONDAY);
    }
}
