package app.rapport.balance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.balance.model.Turns.From;
import app.rapport.balance.model.Turns.Turn;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.Estimate.Known;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules of the balance of effort. */
class BalanceTest {
    private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");

    private static final Instant LONG_AGO = NOW.minus(Balance.STORY);

    private static Effort effort(int number, double ours, double theirs) {
        return new Effort("touch-" + number, NOW.minusSeconds(number), ours, theirs, "", "");
    }

    private static List<Effort> some(Random random) {
        List<Effort> efforts = new ArrayList<>();
        int many = Balance.FEWEST + random.nextInt(40);
        double lean = random.nextDouble();
        for (int i = 0; i < many; i++) {
            double points = 1 + random.nextInt(5) / 2.0;
            boolean ours = random.nextDouble() < lean;
            efforts.add(effort(i, ours ? points : 0, ours ? 0 : points));
        }
        return efforts;
    }

    private static Known share(List<Effort> efforts) {
        return (Known) Balance.of(efforts, Map.of(), LONG_AGO, NOW).estimate();
    }

    @Test
    void a_mail_to_two_of_a_company_counts_the_same_whoever_is_looked_at_first() {
        List<Effort> efforts = new ArrayList<>();
        for (int i = 0; i < Balance.FEWEST; i++) efforts.add(effort(i, 1, 0));
        for (int i = 0; i < Balance.FEWEST; i++) efforts.add(effort(i, 1.5, 0));

        assertThat(share(efforts)).isEqualTo(share(efforts.reversed()));
    }

    @Test
    void a_share_lies_within_its_range_and_within_0_to_100_and_is_the_other_sides_mirrored() {
        Random random = new Random(21);
        for (int i = 0; i < 200; i++) {
            List<Effort> efforts = some(random);
            Known ours = share(efforts);
            Known theirs = share(efforts.stream().map(Effort::swapped).toList());
            assertThat(ours.low()).isBetween(0.0, ours.value());
            assertThat(ours.high()).isBetween(ours.value(), 100.0);
            assertThat(ours.value() + theirs.value()).isCloseTo(100, within(1e-9));
            assertThat(ours.low() + theirs.high()).isCloseTo(100, within(.1));
        }
    }

    @Test
    void each_effort_of_ours_raises_our_share_and_each_of_theirs_lowers_it() {
        Random random = new Random(51);
        for (int i = 0; i < 200; i++) {
            List<Effort> efforts = some(random);
            double before = share(efforts).value();
            List<Effort> more = new ArrayList<>(efforts);
            more.add(effort(1_000, .5, 0));
            assertThat(share(more).value()).isGreaterThan(before);
            more.set(more.size() - 1, effort(1_000, 0, .5));
            assertThat(share(more).value()).isLessThan(before);
        }
    }

    @Test
    void too_few_entries_tell_nothing_and_what_is_wrong_or_old_does_not_count() {
        List<Effort> six = new ArrayList<>();
        for (int i = 0; i < Balance.FEWEST; i++) six.add(effort(i, 1, 0));

        assertThat(Balance.of(six, Map.of(), LONG_AGO, NOW).band()).isNotEqualTo(Band.NOT_KNOWN);
        assertThat(Balance.of(six.subList(1, 6), Map.of(), LONG_AGO, NOW).estimate())
                .isEqualTo(new Estimate.NotKnownYet("5 of 6 exchanges within 90 days."));
        Map<String, Wrong> wrong = Map.of("touch-3", new Wrong("touch-3", "", "Nora"));
        assertThat(Balance.of(six, wrong, LONG_AGO, NOW).band()).isEqualTo(Band.NOT_KNOWN);
        assertThat(Balance.of(six, Map.of(), LONG_AGO, NOW.plus(Balance.COUNTS)).band())
                .isEqualTo(Band.NOT_KNOWN);
    }

    @Test
    void of_a_quarter_that_is_not_read_from_its_beginning_nothing_is_said() {
        List<Effort> daily = new ArrayList<>();
        for (int day = 0; day < 400; day++)
            daily.add(new Effort("touch-" + day, NOW.minus(Duration.ofDays(day)), 1, 1, "", ""));
        Instant since = Instant.parse("2025-08-15T00:00:00Z");

        assertThat(Quarter.of(Balance.of(daily, Map.of(), since, NOW), ZoneOffset.UTC))
                .filteredOn(quarter -> quarter.share() instanceof Known)
                .extracting(Quarter::name)
                .containsExactly("Q4 25", "Q1 26");
        assertThat(Quarter.of(Balance.of(daily, Map.of(), LONG_AGO, NOW), ZoneOffset.UTC))
                .filteredOn(quarter -> quarter.share() instanceof Known)
                .hasSize(5);
        assertThat(Balance.of(daily, Map.of(), NOW.minus(Duration.ofDays(20)), NOW).estimate())
                .isInstanceOf(Known.class);
    }

    @Test
    void bands_part_where_the_shown_figure_does() {
        assertThat(Band.of(9.4)).isEqualTo(Band.ORDER_TAKER);
        assertThat(Band.of(9.6)).isEqualTo(Band.HEALTHY);
        assertThat(Band.of(49.4)).isEqualTo(Band.HEALTHY);
        assertThat(Band.of(49.6)).isEqualTo(Band.LEANING_IN);
        assertThat(Band.of(89.4)).isEqualTo(Band.LEANING_IN);
        assertThat(Band.of(89.6)).isEqualTo(Band.CHASING);
    }

    private static Turn mail(double daysAgo, From from) {
        Instant at = NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 1440)));
        return new Turn(new TouchId(Uuid7.next()), at, from, true, 80, 0);
    }

    @Test
    void writing_again_and_answering_quickly_take_more_than_writing() {
        List<Effort> efforts =
                Turns.efforts(
                        List.of(
                                mail(20, From.US),
                                mail(15, From.US),
                                mail(14.5, From.THEM),
                                mail(5, From.US)));

        assertThat(efforts).extracting(Effort::ours).containsExactly(1.0, 1.5, 0.0, 1.0);
        assertThat(efforts).extracting(Effort::theirs).containsExactly(0.0, 0.0, 1.5, 0.0);
    }

    @Test
    void one_waits_twice_their_usual_after_our_last_word_and_two_weeks_at_least() {
        assertThat(Pause.until(List.of(mail(3, From.US), mail(2, From.THEM)), ZoneOffset.UTC))
                .isEmpty();
        assertThat(Pause.until(List.of(mail(3, From.US)), ZoneOffset.UTC))
                .isEqualTo(Optional.of(LocalDate.of(2026, 3, 20)));
        assertThat(
                        Pause.until(
                                List.of(mail(40, From.US), mail(30, From.THEM), mail(1, From.US)),
                                ZoneOffset.UTC))
                .isEqualTo(Optional.of(LocalDate.of(2026, 3, 28)));
    }
}
