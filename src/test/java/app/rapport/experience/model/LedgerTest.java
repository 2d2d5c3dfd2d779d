package app.rapport.experience.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rapport.kernel.Estimate;
import app.rapport.kernel.ExperienceEntry;
import app.rapport.kernel.ExperienceEntry.Key;
import app.rapport.kernel.ExperienceEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    private static ExperienceEntry entry(Kind kind, double points, int daysAgo) {
        return new ExperienceEntry(
                new Key("made", UUID.randomUUID().toString()),
                kind,
                NOW.minus(Duration.ofDays(daysAgo)),
                points,
                "a reason",
                "/");
    }

    private static Ledger ledger(ExperienceEntry... entries) {
        return Ledger.of(List.of(entries), Map.of(), NOW);
    }

    @Test
    void the_score_at_any_moment_is_the_sum_of_the_lines_shown_in_whatever_order_they_came() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<ExperienceEntry> entries = new ArrayList<>();
            for (int i = 0; i < random.nextInt(40); i++)
                entries.add(
                        entry(
                                Kind.values()[random.nextInt(4)],
                                random.nextInt(61) - 30,
                                random.nextInt(1500)));
            Instant at = NOW.minus(Duration.ofDays(random.nextInt(1600)));
            Ledger ledger = Ledger.of(entries, Map.of(), at);
            Collections.shuffle(entries, random);
            Ledger again = Ledger.of(entries, Map.of(), at);

            assertThat(again).isEqualTo(ledger);
            assertThat(ledger.lines().stream().mapToDouble(Ledger.Line::now).sum())
                    .isEqualTo(ledger.score());
            assertThat(Ledger.of(entries, Map.of(), NOW).scoreAt(at))
                    .isCloseTo(ledger.score(), within(1e-9));
        }
    }

    @Test
    void half_of_an_answer_is_left_after_a_year_and_nothing_after_six() {
        assertThat(ledger(entry(Kind.ANSWER, 30, 365)).score()).isEqualTo(15);
        assertThat(ledger(entry(Kind.ANSWER, 30, 6 * 365)).score()).isZero();
        assertThat(ledger(entry(Kind.SIGN, -3, 60)).score()).isEqualTo(-1.5);
    }

    @Test
    void too_little_evidence_is_not_known_and_one_word_of_theirs_is_enough() {
        assertThat(ledger(entry(Kind.SIGN, .3, 3)).state()).isEqualTo(State.NOT_KNOWN);
        assertThat(ledger(entry(Kind.SIGN, .3, 3)).estimate())
                .isInstanceOf(Estimate.NotKnownYet.class);
        assertThat(ledger(entry(Kind.ANSWER, 0, 3)).state()).isEqualTo(State.SATISFIED);
        assertThat(ledger(entry(Kind.ANSWER, -10, 3)).state()).isEqualTo(State.UNHAPPY);
    }

    @Test
    void nobody_is_delighted_by_quick_answers_alone() {
        ExperienceEntry[] quick = new ExperienceEntry[90];
        for (int i = 0; i < quick.length; i++) quick[i] = entry(Kind.SIGN, .3, 0);

        Ledger ledger = ledger(quick);

        assertThat(ledger.score()).isGreaterThan(Ledger.DELIGHTED);
        assertThat(ledger.state()).isEqualTo(State.SATISFIED);
    }

    @Test
    void delight_wears_off_on_the_day_that_is_told() {
        Ledger ledger = ledger(entry(Kind.ANSWER, 30, 0));

        Instant end = ledger.delightEnds().orElseThrow();

        assertThat(ledger.state()).isEqualTo(State.DELIGHTED);
        assertThat(ledger.stateAt(end.minus(Duration.ofDays(1)))).isEqualTo(State.DELIGHTED);
        assertThat(ledger.stateAt(end)).isEqualTo(State.SATISFIED);
    }

    @Test
    void what_is_said_to_be_wrong_stays_and_counts_nothing() {
        ExperienceEntry late = entry(Kind.DEED, -7, 2);
        Correction wrong =
                new Correction(UUID.randomUUID(), late.key(), "It came in time", "Nora", NOW);

        Ledger ledger =
                Ledger.of(List.of(late, entry(Kind.MARK, 9, 1)), Map.of(late.key(), wrong), NOW);

        assertThat(ledger.lines()).hasSize(2);
        assertThat(ledger.score()).isCloseTo(9, within(.1)).isEqualTo(ledger.scoreAt(NOW));
    }

    @Test
    void what_two_people_met_at_once_counts_once_for_their_company() {
        ExperienceEntry one = entry(Kind.SIGN, -3, 0);

        assertThat(Ledger.of(List.of(one, one), Map.of(), NOW).score()).isEqualTo(-3);
    }

    @Test
    void what_rests_on_an_answer_is_surer_than_what_rests_on_signs() {
        Estimate.Known said = (Estimate.Known) ledger(entry(Kind.ANSWER, 12, 0)).estimate();
        Estimate.Known felt = (Estimate.Known) ledger(entry(Kind.MARK, 12, 0)).estimate();

        assertThat(said.high() - said.low()).isLessThan(felt.high() - felt.low());
    }
}
