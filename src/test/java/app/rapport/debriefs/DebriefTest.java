package app.rapport.debriefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.debriefs.model.Figures;
import app.rapport.debriefs.model.Lesson;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Closings;
import app.rapport.negotiations.Negotiations;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A closed table is looked back at by its team: result, what was left, lessons, promises. */
class DebriefTest {
    private static TestServer server;
    private static Debriefs debriefs;
    private static Lessons lessons;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;

    @BeforeAll
    static void a_server() {
        server = TestServer.start();
        debriefs = server.bean(Debriefs.class);
        lessons = server.bean(Lessons.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
    }

    private TableTalk talk(String name) {
        return new TableTalk(server, tom, name);
    }

    private Debrief debrief(Viewer viewer, TableTalk talk) {
        return firm.in(() -> debriefs.of(viewer, talk.id())).orElseThrow();
    }

    private List<Signal> signals(Viewer viewer, Instant at) {
        return firm.in(() -> server.bean("debriefSignals", SignalSource.class).signals(viewer, at));
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(1);
    }

    @Test
    void the_result_is_held_against_the_lines_drawn_before() {
        Figures figures = debrief(tom, talk("Pumps").talked()).figures();

        // 100 of the price is half of it: 100/170 * 0.5; nothing of the term, all of the support
        assertThat(figures.ours().orElseThrow())
                .isCloseTo(100 * (50 + 20) / 170.0, Offset.offset(.01));
        assertThat(figures.against(figures.walkAway()).orElseThrow()).isPositive();
        assertThat(figures.against(figures.proposal()).orElseThrow()).isNegative();
        assertThat(figures.first().orElseThrow().points()).isCloseTo(100, Offset.offset(.01));
        assertThat(figures.of(true))
                .extracting(Figures.Step::words)
                .contains("Term 30 days to 60 days");
        assertThat(figures.gave())
                .isCloseTo(100 - figures.ours().orElseThrow(), Offset.offset(.01));
    }

    @Test
    void what_was_left_is_no_worse_for_either_side() {
        // the price low and without the support that they want most: both could have had more
        TableTalk talk =
                talk("Valves")
                        .say("theirs", "90", "30 days", "gold")
                        .say("theirs", "95", "30 days", "gold")
                        .say("ours", "95", "30 days", "none")
                        .agree();
        Figures.Left left = debrief(tom, talk).figures().left().orElseThrow();

        assertThat(left.ours()).isNotNegative();
        assertThat(left.moreForUs()).isNotNegative();
        assertThat(left.moreForThem()).isNotNegative();
        assertThat(left.hasAnything()).isEqualTo(!left.more().isEmpty() || left.ours() >= 1);
    }

    @Test
    void a_debrief_is_due_for_the_team_until_it_was_held_and_again_after_another_round() {
        Instant before = Instant.now();
        TableTalk talk = talk("Pumps").talked();

        assertThat(signals(tom, before)).as("it was open then").isEmpty();
        assertThat(signals(nora, soon())).as("not on the team").isEmpty();
        assertThat(firm.in(() -> debriefs.of(nora, talk.id()))).isEmpty();
        assertThat(signals(tom, soon()))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.level()).isEqualTo(Level.GOING_QUIET);
                    assertThat(signal.why()).contains("Pumps", "was agreed");
                });
        firm.in(() -> debriefs.hold(tom, talk.id()));
        assertThat(signals(tom, soon())).isEmpty();
        assertThat(debrief(tom, talk).held()).isPresent();
        firm.in(() -> debriefs.release(tom, talk.id()));
        assertThat(signals(tom, soon())).hasSize(1);
        assertThat(signals(tom, Instant.now().plus(Duration.ofDays(20)))).isEmpty();
    }

    @Test
    void who_left_without_an_agreement_learns_whether_there_was_a_zone() {
        TableTalk talk =
                talk("Pumps")
                        .say("ours", "110", "30 days", "none")
                        .say("theirs", "90", "60 days", "gold")
                        .leave("they cannot decide");
        Debrief debrief = debrief(tom, talk);

        assertThat(debrief.figures().agreed()).isFalse();
        assertThat(debrief.figures().left()).isEmpty();
        assertThat(debrief.figures().zone()).isTrue();
        assertThat(debrief.terms()).isEmpty();
    }

    @Test
    void what_was_learned_of_them_is_shown_with_the_next_plan_and_of_oneself_to_nobody() {
        TableTalk talk = talk("Pumps").talked();
        Lesson.About marta = new Lesson.Person(talk.marta());
        UUID lesson =
                firm.in(() ->
                                lessons.learn(
                                        tom,
                                        talk.id(),
                                        Optional.of(marta),
                                        "Answers a number with a number"))
                        .orElseThrow();
        UUID own =
                firm.in(() -> lessons.learn(tom, talk.id(), Optional.empty(), "I gave first"))
                        .orElseThrow();
        TableTalk next = new TableTalk(server, nora, "Seals", talk);

        assertThat(before(nora, next)).containsExactly("Answers a number with a number");
        firm.in(() -> server.bean(Negotiations.class).join(tom, talk.id(), nora.member()));
        assertThat(debrief(nora, talk).lessons()).extracting(Lesson::id).containsExactly(lesson);
        assertThat(whole(nora, talk)).doesNotContain("I gave first");
        assertThat(whole(tom, talk)).as("the file is handed on").doesNotContain("I gave first");
        firm.in(() -> lessons.share(nora, talk.id(), own, true));
        assertThat(debrief(nora, talk).lessons()).as("not hers to share").hasSize(1);
        firm.in(() -> lessons.share(tom, talk.id(), own, true));
        assertThat(debrief(nora, talk).lessons()).hasSize(2);
        firm.in(() -> lessons.forget(tom, talk.id(), lesson));
        assertThat(before(nora, next)).isEmpty();
        firm.in(() -> lessons.remember(tom, talk.id(), lesson));
        assertThat(before(nora, next)).hasSize(1);
    }

    private List<String> before(Viewer viewer, TableTalk talk) {
        return firm
                .in(() ->
                        lessons.before(
                                viewer,
                                server.bean(Negotiations.class)
                                        .one(viewer, talk.id())
                                        .orElseThrow()))
                .stream()
                .map(Lesson::words)
                .toList();
    }

    private String whole(Viewer viewer, TableTalk talk) {
        return JsonMapper.shared()
                .writeValueAsString(firm.in(() -> debriefs.whole(viewer, talk.id())).orElseThrow());
    }

    @Test
    void somebody_who_sat_there_says_which_warning_came_true() {
        UUID caution = UUID.randomUUID();
        TableTalk talk =
                talk("Pumps")
                        .say("ours", "110", "30 days", "none")
                        .warned(caution, "without_return")
                        .agree();

        assertThat(firm.in(() -> debriefs.mark(nora, talk.id(), caution, Optional.of(true))))
                .as("she was not there")
                .isFalse();
        firm.in(() -> debriefs.mark(tom, talk.id(), caution, Optional.of(true)));
        assertThat(debrief(tom, talk).marks()).containsEntry(caution, true);
        assertThat(whole(tom, talk)).contains("without_return", "\"cameTrue\":true");
        firm.in(() -> debriefs.mark(tom, talk.id(), caution, Optional.empty()));
        assertThat(debrief(tom, talk).marks()).isEmpty();
    }

    @Test
    void nobody_is_written_about_who_has_no_part_in_the_deal() {
        TableTalk talk = talk("Pumps").talked();
        TableTalk other = new TableTalk(server, nora, "Seals");

        assertThatThrownBy(() ->
                        firm.in(() ->
                                lessons.learn(
                                        tom,
                                        talk.id(),
                                        Optional.of(new Lesson.Person(other.marta())),
                                        "curt")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void agreements_become_promises_all_or_none_and_can_be_taken_back() {
        TableTalk talk = talk("Pumps").talked();
        Promises.New term = promise(talk, "Pay within 60 days");

        assertThatThrownBy(() ->
                        firm.in(() ->
                                debriefs.promise(
                                        tom, talk.id(), List.of(term, promise(talk, " ")))))
                .isInstanceOf(Refused.class);
        assertThat(debrief(tom, talk).promises()).isEmpty();
        List<UUID> made =
                firm.in(() -> debriefs.promise(tom, talk.id(), List.of(term))).orElseThrow();
        assertThat(debrief(tom, talk).promises())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.side()).isEqualTo(Side.THEIRS);
                    assertThat(one.personName()).isEqualTo("Marta Vesely");
                });
        assertThat(whole(tom, talk)).contains("Pay within 60 days", "Term", "theirs");
        firm.in(() -> debriefs.unpromise(tom, talk.id(), made));
        assertThat(debrief(tom, talk).promises()).isEmpty();
        assertThat(firm.in(() -> server.bean(Promises.class).one(tom, made.getFirst()))).isEmpty();
    }

    private Promises.New promise(TableTalk talk, String what) {
        return new Promises.New(
                Side.THEIRS,
                Optional.of(talk.marta()),
                tom.member(),
                what,
                Optional.of(new Deadline(LocalDate.of(2027, 1, 29), Optional.empty())),
                2,
                Optional.empty());
    }

    @Test
    void habits_are_told_after_three_tables_and_to_oneself_alone() {
        for (String name : List.of("Pumps", "Seals")) hold(talk(name).talked());
        assertThat(firm.in(() -> debriefs.habits(tom)).isKnown()).isFalse();
        hold(talk("Valves").talked());

        assertThat(firm.in(() -> debriefs.habits(tom)))
                .satisfies(habits -> {
                    assertThat(habits.isKnown()).isTrue();
                    assertThat(habits.firstToMove()).isEqualTo(3);
                    assertThat(habits.packaged()).contains(0.0);
                    assertThat(habits.firstStep().orElseThrow())
                            .isCloseTo(100 * 25 / 170.0, Offset.offset(.01));
                });
        assertThat(firm.in(() -> debriefs.habits(nora)).tables()).isZero();
    }

    @Test
    void a_debrief_counts_for_no_habit_once_its_table_opened_again() {
        TableTalk talk = talk("Pumps").talked();
        hold(talk);
        assertThat(firm.in(() -> debriefs.habits(tom)).tables()).isEqualTo(1);

        firm.in(() -> server.bean(Closings.class).reopen(tom, talk.id()));
        firm.in(() -> server.bean(Closings.class).leave(tom, talk.id(), "They stopped"));

        assertThat(firm.in(() -> debriefs.habits(tom)).tables()).isZero();
    }

    private void hold(TableTalk talk) {
        firm.in(() -> debriefs.hold(tom, talk.id()));
    }

    @Test
    void a_past_moment_goes_by_the_name_and_the_team_of_then() {
        TableTalk talk = talk("Pumps").talked();
        Instant then = Instant.now();
        Negotiations plans = server.bean(Negotiations.class);
        firm.in(() -> plans.change(tom, talk.id(), plan -> plan.titled("Valves", plan.planOn())));
        firm.in(() -> plans.join(tom, talk.id(), nora.member()));

        assertThat(signals(tom, then)).singleElement().asString().contains("Pumps");
        assertThat(signals(tom, Instant.now().plusSeconds(9)))
                .singleElement()
                .asString()
                .contains("Valves");
        assertThat(signals(nora, then)).as("she came later").isEmpty();
        assertThat(signals(nora, Instant.now().plusSeconds(9))).hasSize(1);
    }
}
