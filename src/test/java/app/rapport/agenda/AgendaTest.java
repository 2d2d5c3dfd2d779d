package app.rapport.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.agenda.model.Agenda;
import app.rapport.agenda.model.Item;
import app.rapport.agenda.model.Judgement;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private final PersonId marta = PersonId.next();
    private final PersonId amina = PersonId.next();

    @Test
    void levels_are_hard_whatever_the_weight() {
        Agenda agenda =
                agenda(
                        List.of(
                                signal("a", marta, Level.GOING_QUIET, 1.0),
                                signal("b", amina, Level.ANSWER_OWED, 0.1)),
                        List.of());
        assertThat(agenda.open())
                .extracting(Item::level)
                .containsExactly(Level.ANSWER_OWED, Level.GOING_QUIET);
    }

    @Test
    void a_person_is_one_item_with_the_most_urgent_reason_first() {
        Agenda agenda =
                agenda(
                        List.of(
                                signal("quiet", marta, Level.GOING_QUIET, .9),
                                signal("owed", marta, Level.ANSWER_OWED, .2)),
                        List.of());
        assertThat(agenda.open())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.first().key().name()).isEqualTo("owed");
                    assertThat(item.reasons()).hasSize(2);
                });
    }

    @Test
    void what_is_done_or_not_needed_is_gone_and_comes_back_when_undone() {
        Signal owed = signal("owed", marta, Level.ANSWER_OWED, .5);
        assertThat(agenda(List.of(owed), List.of(judged(owed, new Verdict.Done(), 1))).open())
                .isEmpty();
        assertThat(
                        agenda(
                                        List.of(owed),
                                        List.of(
                                                judged(
                                                        owed,
                                                        new Verdict.NotNeeded("not for me"),
                                                        1)))
                                .open())
                .isEmpty();
        assertThat(
                        agenda(
                                        List.of(owed),
                                        List.of(
                                                judged(owed, new Verdict.Done(), 2),
                                                judged(owed, new Verdict.Undone(), 1)))
                                .open())
                .hasSize(1);
    }

    @Test
    void a_snoozed_item_waits_for_its_day() {
        Signal owed = signal("owed", marta, Level.ANSWER_OWED, .5);
        Agenda waiting =
                agenda(
                        List.of(owed),
                        List.of(judged(owed, new Verdict.SnoozedUntil(NOW.plusSeconds(1)), 1)));
        assertThat(waiting.open()).isEmpty();
        assertThat(waiting.snoozed()).hasSize(1);
        assertThat(
                        agenda(
                                        List.of(owed),
                                        List.of(judged(owed, new Verdict.SnoozedUntil(NOW), 1)))
                                .open())
                .hasSize(1);
    }

    @Test
    void until_they_write_ends_only_with_a_later_word_of_theirs() {
        Signal owed = signal("owed", marta, Level.ANSWER_OWED, .5);
        List<Judgement> put = List.of(judged(owed, new Verdict.SnoozedUntilTheyWrite(), 24));
        assertThat(
                        Agenda.of(
                                        List.of(owed),
                                        put,
                                        Map.of(marta, NOW.minus(Duration.ofHours(25))),
                                        NOW)
                                .open())
                .isEmpty();
        assertThat(
                        Agenda.of(
                                        List.of(owed),
                                        put,
                                        Map.of(marta, NOW.minus(Duration.ofHours(23))),
                                        NOW)
                                .open())
                .hasSize(1);
    }

    @Test
    void a_new_reason_shows_although_an_older_one_was_settled() {
        Signal old = signal("old", marta, Level.ANSWER_OWED, .5);
        Signal fresh = signal("fresh", marta, Level.ANSWER_OWED, .5);
        assertThat(agenda(List.of(old, fresh), List.of(judged(old, new Verdict.Done(), 1))).open())
                .singleElement()
                .extracting(Item::id)
                .isEqualTo("test-fresh");
    }

    private Agenda agenda(List<Signal> signals, List<Judgement> judgements) {
        return Agenda.of(signals, judgements, Map.of(), NOW);
    }

    private static Judgement judged(Signal signal, Verdict verdict, int hoursAgo) {
        return new Judgement(
                signal.key(), verdict, NOW.minus(Duration.ofHours(hoursAgo)), UUID.randomUUID());
    }

    private static Signal signal(String name, PersonId person, Level level, double weight) {
        return new Signal(
                new Signal.Key("test", name),
                Optional.of(person),
                Optional.empty(),
                level,
                "Why.",
                List.of(),
                NOW.minus(Duration.ofDays(2)),
                "First.",
                "Else.",
                weight);
    }
}
