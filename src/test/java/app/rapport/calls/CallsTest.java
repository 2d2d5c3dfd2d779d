package app.rapport.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.calls.Sheets.Typed;
import app.rapport.calls.TalkLogs.Evaluation;
import app.rapport.calls.model.Found;
import app.rapport.calls.model.Kept;
import app.rapport.calls.model.Notes;
import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Discovered;
import app.rapport.calls.model.TalkLog.Judgement;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.model.TalkTemplate;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Draft;
import app.rapport.conversations.Side;
import app.rapport.conversations.Touch;
import app.rapport.conversations.TypedTouch;
import app.rapport.conversations.Writing;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.ContactBook;
import app.rapport.people.Erasures;
import app.rapport.people.Merges;
import app.rapport.people.People;
import app.rapport.people.PersonCard;
import app.rapport.people.Role;
import app.rapport.people.model.ContactField;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A talk is prepared, noted and logged; promises come of it, and all of it is taken back in one go.
 */
class CallsTest {
    private static final String NOTES =
            """
            Jonas Ekdal on the line too
            !! we send the crew names by Friday
            !< Jonas sends the shutdown plan by next Friday
            ** no open product zone overnight
            ~~ not sure that twelve fit in one day
            """;

    private static TestServer server;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;
    private PersonId marta;
    private PersonId jonas;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_with_two_people() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        marta = person("Marta Vesely", "marta@quill.example");
        jonas = person("Jonas Ekdal", "jonas@quill.example");
    }

    private PersonId person(String name, String address) {
        return in(() ->
                server.bean(ContactBook.class)
                        .add(nora, Map.of(ContactField.NAME, name, ContactField.MAILS, address)));
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    private PersonCard card() {
        return in(() -> bean(People.class).card(nora, marta)).orElseThrow();
    }

    private TalkPlan begun(Viewer viewer) {
        return in(() -> bean(Plans.class).begin(viewer, card(), Optional.empty()));
    }

    private TalkPlan kept(TalkPlan plan) {
        return in(() -> bean(Plans.class).keep(nora, plan, _ -> {}));
    }

    private Notes write(TalkPlan plan, String base, int revision, String text) {
        return in(() ->
                bean(Sheets.class)
                        .save(nora, plan, new Typed(base, revision, text, Optional.empty())));
    }

    private Sheets.Sheet sheet(TalkPlan plan) {
        return in(() -> bean(Sheets.class).of(nora, plan));
    }

    private Kept accept(TalkPlan plan, Found.Kind kind) {
        Found found =
                sheet(plan).offered().stream()
                        .filter(one -> one.kind() == kind)
                        .findFirst()
                        .orElseThrow();
        return in(() -> bean(Acceptance.class).accept(nora, plan, found.place())).orElseThrow();
    }

    private TalkLog log(TalkPlan plan, String next, String when) {
        Evaluation said =
                new Evaluation(
                        new Judgement(TalkLog.Aim.PARTLY, TalkLog.Mood.DELIGHTED, "", ""),
                        new Discovered("", "20,000 a year", "", "Her boss", "", ""),
                        next,
                        when,
                        "");
        return in(() -> bean(TalkLogs.class).log(nora, plan, touch(plan), said));
    }

    private TypedTouch touch(TalkPlan plan) {
        return new TypedTouch(
                Channel.CALL,
                List.of(plan.person()),
                Instant.now(),
                Side.YOU,
                Optional.of(7),
                "",
                sheet(plan).notes().text().strip(),
                Optional.empty());
    }

    private Optional<Promise> promise(UUID id) {
        return in(() -> bean(Promises.class).one(nora, id));
    }

    private List<Signal> signals(Instant at) {
        return in(() -> bean(NextStepSignals.class).signals(nora, at));
    }

    @Test
    void nothing_is_stored_of_a_sheet_on_which_nothing_is_written() {
        TalkPlan plan = begun(nora);
        assertThat(in(() -> bean(Plans.class).one(nora, plan.id()))).isEmpty();

        write(plan, "", 0, "She wants twelve");

        assertThat(begun(nora).id()).isEqualTo(plan.id());
        assertThat(sheet(plan).notes().text()).isEqualTo("She wants twelve");
        assertThat(begun(tom).id()).isNotEqualTo(plan.id());
    }

    @Test
    void two_who_write_at_once_lose_nothing() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, "one\n");
        write(plan, "one\n", 1, "one\nfrom the desk\n");
        Notes both = write(plan, "one\n", 1, "one\nfrom the phone\n");

        assertThat(both.text()).isEqualTo("one\nfrom the desk\nfrom the phone\n");
        assertThat(both.revision()).isEqualTo(3);
        assertThat(write(plan, "", 3, both.text())).isEqualTo(both);
    }

    @Test
    void what_was_found_becomes_what_it_is_by_one_key_and_is_offered_once() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, NOTES);
        assertThat(sheet(plan).people()).extracting(one -> one.name()).contains("Jonas Ekdal");
        in(() -> {
            bean(Acceptance.class).tookPart(nora, plan, jonas);
            return null;
        });
        TalkPlan withJonas = in(() -> bean(Plans.class).one(nora, plan.id())).orElseThrow();

        Promise ours =
                promise(accept(withJonas, Found.Kind.OUR_PROMISE).promise().orElseThrow())
                        .orElseThrow();
        Promise theirs =
                promise(accept(withJonas, Found.Kind.THEIR_PROMISE).promise().orElseThrow())
                        .orElseThrow();

        assertThat(ours.what()).isEqualTo("send the crew names");
        assertThat(ours.due()).isPresent();
        assertThat(ours.person()).contains(marta);
        assertThat(theirs.side()).isEqualTo(Promise.Side.THEIRS);
        assertThat(theirs.person()).contains(jonas);
        assertThat(sheet(withJonas).offered())
                .extracting(Found::kind)
                .containsExactly(Found.Kind.NEED, Found.Kind.HESITATION);
        assertThat(sheet(withJonas).people()).isEmpty();

        String place = sheet(withJonas).accepted().getFirst().place();
        in(() -> bean(Acceptance.class).undo(nora, withJonas, place));
        assertThat(promise(ours.id())).isEmpty();
        assertThat(sheet(withJonas).offered()).hasSize(3);
    }

    @Test
    void a_logged_talk_is_a_touch_to_whose_words_its_promises_open() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, NOTES);
        UUID made = accept(plan, Found.Kind.OUR_PROMISE).promise().orElseThrow();

        TalkLog log = log(plan, "we send the crew names by Friday", "");

        Touch touch =
                in(() -> bean(Conversations.class).touch(nora, log.touch().orElseThrow()))
                        .orElseThrow();
        Promise promise = promise(made).orElseThrow();
        assertThat(touch.words()).contains("no open product zone");
        assertThat(touch.quote(promise.madeIn().orElseThrow()))
                .isEqualTo("we send the crew names by Friday");
        assertThat(touch.around(promise.madeIn().orElseThrow()))
                .isEqualTo("we send the crew names by Friday");
        assertThat(log.next().promise()).contains(made);
        assertThat(log.next().madeHere()).isFalse();
        assertThat(
                        in(() ->
                                bean(Conversations.class)
                                        .story(tom, marta, Instant.now(), Optional.empty(), 5)))
                .extracting(Touch::id)
                .contains(touch.id());
    }

    @Test
    void a_next_step_is_a_task_by_its_day_and_all_of_it_is_taken_back_at_once() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, "She wants twelve housings");
        assertThatThrownBy(() -> log(plan, "send the sheet", "")).isInstanceOf(Refused.class);
        assertThat(in(() -> bean(TalkLogs.class).of(nora, plan.id()))).isEmpty();

        TalkLog log = log(plan, "send the sheet", "next Friday");
        UUID task = log.next().promise().orElseThrow();
        assertThat(promise(task).orElseThrow().side()).isEqualTo(Promise.Side.TASK);
        assertThat(promise(task).orElseThrow().person()).contains(marta);
        assertThat(signals(Instant.now())).isEmpty();

        in(() -> bean(TalkLogs.class).takeBack(nora, plan));

        assertThat(promise(task)).isEmpty();
        assertThat(in(() -> bean(Conversations.class).touch(nora, log.touch().orElseThrow())))
                .isEmpty();
        assertThat(sheet(plan).notes().text()).isEqualTo("She wants twelve housings");
        assertThat(log(plan, "send the sheet", "next Friday").next().madeHere()).isTrue();
    }

    @Test
    void a_talk_that_leads_nowhere_comes_up_until_somebody_says_what_is_next() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, "She wants twelve housings");
        log(plan, "", "");
        Instant before = Instant.now();

        assertThat(signals(before))
                .singleElement()
                .satisfies(one -> assertThat(one.level()).isEqualTo(Level.GOING_QUIET))
                .satisfies(one -> assertThat(one.person()).contains(marta));
        assertThat(signals(before.minus(Duration.ofHours(1)))).isEmpty();

        in(() ->
                bean(TalkLogs.class)
                        .change(
                                nora,
                                plan,
                                new Evaluation(
                                        new Judgement(
                                                TalkLog.Aim.YES,
                                                TalkLog.Mood.NOT_SAID,
                                                "A date",
                                                "Asked nothing of the budget"),
                                        Discovered.NOTHING,
                                        "",
                                        "",
                                        "She calls after Easter")));

        assertThat(signals(Instant.now().plusSeconds(1))).isEmpty();
        assertThat(signals(before)).hasSize(1);
    }

    @Test
    void what_a_talk_is_said_to_have_been_later_changes_no_past_moment() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, "She wants twelve");
        log(plan, "", "");
        Instant before = Instant.now();
        assertThat(felt(before)).isEqualTo(18);
        in(() ->
                bean(TalkLogs.class)
                        .change(
                                nora,
                                plan,
                                new Evaluation(
                                        new Judgement(TalkLog.Aim.NO, TalkLog.Mood.UNHAPPY, "", ""),
                                        Discovered.NOTHING,
                                        "",
                                        "",
                                        "")));

        assertThat(felt(before)).isEqualTo(18);
        assertThat(felt(Instant.now().plusSeconds(1))).isEqualTo(-9);
        assertThat(signals(before)).hasSize(1);
        Instant deleted = Instant.now();
        in(() ->
                bean(app.rapport.conversations.Withdrawals.class)
                        .withdraw(
                                nora,
                                bean(TalkLogs.class)
                                        .of(nora, plan.id())
                                        .flatMap(TalkLog::touch)
                                        .orElseThrow()));
        assertThat(signals(Instant.now().plusSeconds(1))).isEmpty();
        assertThat(signals(deleted)).hasSize(1);
    }

    /** Points of the one talk that was judged. */
    private double felt(Instant at) {
        return in(() -> bean(TalkExperience.class).entries(nora, List.of(marta), at, at))
                .get(marta)
                .getFirst()
                .points();
    }

    @Test
    void the_next_prepare_knows_what_was_heard_and_told() {
        TalkPlan plan = begun(nora);
        kept(plan.with(new PlanText("A date", "Which line?", "", "Seven days", "")));
        write(plan, "", 0, NOTES);
        accept(plan, Found.Kind.NEED);
        accept(plan, Found.Kind.HESITATION);
        accept(plan, Found.Kind.OUR_PROMISE);
        log(plan, "", "");

        TalkPlan next = begun(nora);
        var known = in(() -> bean(Briefings.class).of(nora, next, Instant.now()));

        assertThat(next.id()).isNotEqualTo(plan.id());
        assertThat(known.heard())
                .extracting(one -> one.words())
                .containsExactlyInAnyOrder(
                        "no open product zone overnight", "not sure that twelve fit in one day");
        assertThat(known.discovered()).containsEntry("Budget", "20,000 a year");
        assertThat(known.mood().orElseThrow().mood()).isEqualTo(TalkLog.Mood.DELIGHTED);
        assertThat(known.promises()).hasSize(1);
        TalkPlan filled = in(() -> bean(Plans.class).filled(nora, next, card()));
        assertThat(filled.words().told()).isEqualTo("Seven days");
        assertThat(filled.words().aim()).contains("Marta");
    }

    @Test
    void a_template_is_as_the_workspace_has_it_until_it_is_as_it_came() {
        TalkTemplates templates = bean(TalkTemplates.class);
        in(() -> {
            templates.keep(
                    nora,
                    new TalkTemplate(
                            "first",
                            "Hello",
                            Channel.CALL,
                            10,
                            new PlanText("Say hello to {name}", "", "", "", ""),
                            false));
            return null;
        });

        TalkPlan plan = begun(nora);
        assertThat(in(() -> bean(Plans.class).filled(nora, plan, card())).words().aim())
                .isEqualTo("Say hello to Marta");
        assertThat(in(() -> templates.remove(nora, "first"))).isTrue();
        assertThat(in(() -> templates.one(nora, "first")).orElseThrow().shipped()).isTrue();
    }

    @Test
    void a_plan_goes_ahead_as_a_draft_with_an_entry_for_calendars_and_nothing_is_sent() {
        TalkPlan plan = begun(nora);
        TalkPlan timed =
                kept(
                        new TalkPlan(
                                plan.id(),
                                plan.person(),
                                plan.member(),
                                new TalkPlan.Terms(
                                        "offer",
                                        Channel.MEETING,
                                        Optional.empty(),
                                        Optional.of(Instant.now().plus(Duration.ofDays(2))),
                                        Optional.of(30)),
                                new PlanText("She signs", "Who decides?", "", "", ""),
                                List.of(jonas),
                                Optional.empty(),
                                plan.createdAt(),
                                plan.changedAt(),
                                false));

        Draft draft = in(() -> bean(PlanAhead.class).draft(nora, timed, card()));

        assertThat(draft.words()).contains("Who decides?").doesNotContain("She signs");
        assertThat(in(() -> bean(Writing.class).drafts(nora, marta)))
                .extracting(Draft::id)
                .contains(draft.id());
        assertThat(in(() -> bean(Writing.class).files(nora, draft.id()))).hasSize(1);
        assertThat(in(() -> bean(PlansSentAhead.class).figures(nora)).with().talks()).isZero();
    }

    @Test
    void a_plan_lies_in_the_bin_and_comes_back() {
        TalkPlan plan = kept(begun(nora));
        in(() -> {
            bean(Plans.class).delete(nora, plan.id(), _ -> {});
            return null;
        });
        assertThat(in(() -> bean(Plans.class).one(nora, plan.id()))).isEmpty();
        assertThat(in(() -> bean(Bin.class).list(nora)))
                .anySatisfy(one -> assertThat(one.id()).isEqualTo(plan.id()));

        in(() -> bean(Bin.class).restore(nora, plan.id()));

        assertThat(in(() -> bean(Plans.class).one(nora, plan.id()))).isPresent();
    }

    @Test
    void plans_go_along_when_two_become_one_and_go_when_one_is_erased() {
        TalkPlan plan = begun(nora);
        write(plan, "", 0, "Marta wants twelve");
        PersonId other = person("Marta V.", "m.vesely@quill.example");
        in(() ->
                bean(Merges.class)
                        .join(nora, RecordKind.CONTACT, other.value(), marta.value(), Map.of()));

        assertThat(in(() -> bean(Plans.class).one(nora, plan.id())))
                .map(TalkPlan::person)
                .contains(other);

        in(() -> {
            bean(Erasures.class).erase(nora, other);
            return null;
        });
        assertThat(in(() -> bean(Plans.class).one(nora, plan.id()))).isEmpty();
    }

    @Test
    void a_deal_that_was_won_after_a_talk_counts_by_whether_its_plan_went_ahead() {
        DealBook book = bean(DealBook.class);
        DealId deal = in(() -> book.add(nora, Map.of(DealField.NAME, "Pumps")));
        in(() -> book.join(nora, deal, marta, Role.ECONOMIC));
        TalkPlan plan = kept(begun(nora));
        write(plan, "", 0, "She decides on Monday.");
        log(plan, "", "");
        UUID won =
                in(() -> bean(Stages.class).all(nora)).stream()
                        .filter(stage -> stage.kind() == Stage.Kind.WON)
                        .findFirst()
                        .orElseThrow()
                        .id();
        in(() -> book.change(nora, deal, Map.of(DealField.STAGE, won.toString()), _ -> {}));
        assertThat(in(() -> bean(PlansSentAhead.class).saleLength(nora)).words())
                .contains("ahead: no deal won. Without: 1 deal won, in 0 days.");
    }
}
