package app.rapport.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.MailPrivacy;
import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.TypedTouch;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.HouseClock;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Erasures;
import app.rapport.promises.FoundPromises.Found;
import app.rapport.promises.FoundPromises.Offer;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Line;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.State;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises are found, made, kept, and move trust; whoever may not read a mail reads none of it. */
class PromisesTest {
    private static TestServer server;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;
    private PersonId marta;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_with_one_thread() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        String address = firm.address();
        firm.bring(
                mail(
                                "Marta Vesely <marta@quill.example>",
                                address,
                                1,
                                50,
                                "Can we see the sheet? I will send you our plan in two weeks.")
                        + mail(
                                "Nora <" + address + ">",
                                "marta@quill.example",
                                2,
                                48,
                                "Thanks. I'll send you the pressure-drop sheet within five days.")
                        + mail(
                                "Nora <" + address + ">",
                                "marta@quill.example",
                                3,
                                2,
                                "Here is the sheet."));
        marta = firm.person("marta@quill.example");
    }

    private String mail(String from, String to, int number, int hoursAgo, String words) {
        String answers = number == 1 ? "" : "In-Reply-To: " + firm.messageId(1) + "\n";
        return firm.mail(from, to, answers, number, hoursAgo, "Sheet", words);
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private Found found(Viewer viewer) {
        return in(() -> {
            Instant now = Instant.now();
            List<Promise> known = server.bean(Promises.class).with(viewer, marta, now);
            return server.bean(FoundPromises.class).with(viewer, marta, known, now);
        });
    }

    private Promise accepted(Side side) {
        Offer offer =
                found(nora).offers().stream()
                        .filter(one -> one.side() == side)
                        .findFirst()
                        .orElseThrow();
        return in(() ->
                server.bean(FoundPromises.class)
                        .accept(nora, marta, offer.words().touch(), offer.words().start())
                        .orElseThrow());
    }

    private UUID step(Promise promise, Step.Kind kind) {
        return in(() ->
                server.bean(Promises.class)
                        .move(nora, promise.id(), kind, Optional.empty(), Optional.empty())
                        .orElseThrow());
    }

    private Trusting.Both trust(Viewer viewer) {
        return in(() -> server.bean(Trusting.class).with(viewer, marta, Instant.now()));
    }

    @Test
    void commitments_of_both_sides_are_offered_and_never_made_by_themselves() {
        assertThat(found(nora).offers())
                .extracting(Offer::side)
                .containsExactlyInAnyOrder(Side.OURS, Side.THEIRS);
        assertThat(in(() -> server.bean(Promises.class).open(nora, Instant.now()))).isEmpty();

        Promise promise = accepted(Side.OURS);

        assertThat(promise.due()).isPresent();
        assertThat(found(nora).offers()).extracting(Offer::side).containsExactly(Side.THEIRS);
    }

    @Test
    void a_slip_in_the_words_is_mended_with_what_was_said_beside_it_and_taken_back() {
        Promise promise = accepted(Side.OURS);
        Wordings wordings = server.bean(Wordings.class);
        UUID mended = in(() -> wordings.say(nora, promise.id(), "Send the sheet")).orElseThrow();

        assertThat(said(promise)).isEqualTo("Send the sheet");
        assertThat(in(() -> wordings.of(nora, promise)))
                .extracting(Wording::said)
                .containsExactly(promise.what());
        assertThat(in(() -> wordings.say(tom, promise.id(), "Nothing"))).isEmpty();

        assertThat(in(() -> wordings.takeBack(nora, promise.id(), mended))).isTrue();
        assertThat(in(() -> wordings.takeBack(nora, promise.id(), mended))).isFalse();
        assertThat(said(promise)).isEqualTo(promise.what());
    }

    @Test
    void a_task_given_on_and_done_later_is_in_a_past_today_of_who_had_it_then() {
        Promises promises = server.bean(Promises.class);
        Instant noted = Instant.now().minus(Duration.ofDays(2));
        Promise task = HouseClock.at(noted, () -> in(() -> promises.make(nora, dueYesterday())));
        Instant hers = Instant.now().minus(Duration.ofMinutes(2));
        in(() -> server.bean(Tasks.class).give(nora, task.id(), tom.member()));
        in(() -> promises.move(tom, task.id(), Step.Kind.KEPT, Optional.empty(), Optional.empty()));

        assertThat(tasksInToday(nora, hers)).isOne();
        assertThat(tasksInToday(tom, hers)).isZero();
        assertThat(tasksInToday(nora, Instant.now().plusSeconds(1))).isZero();
    }

    private Promises.New dueYesterday() {
        return new Promises.New(
                Side.TASK,
                Optional.empty(),
                nora.member(),
                "count the crates",
                Optional.of(
                        new Deadline(LocalDate.now(nora.zone()).minusDays(1), Optional.empty())),
                1,
                Optional.empty());
    }

    private long tasksInToday(Viewer viewer, Instant at) {
        return in(() -> server.bean(PromiseSignals.class).signals(viewer, at)).stream()
                .filter(signal -> signal.why().contains("count the crates"))
                .count();
    }

    private String said(Promise promise) {
        return in(() -> server.bean(Promises.class).one(nora, promise.id())).orElseThrow().what();
    }

    @Test
    void a_later_mail_in_the_thread_is_offered_as_keeping_it() {
        Promise promise = accepted(Side.OURS);

        TouchId shown = found(nora).kept().get(promise.id());

        assertThat(shown).isNotNull().isNotEqualTo(promise.madeIn().orElseThrow().touch());
    }

    @Test
    void what_is_no_promise_is_not_offered_again_until_it_is_asked_for() {
        Offer offer = found(nora).offers().getFirst();
        FoundPromises room = server.bean(FoundPromises.class);
        in(() -> room.isNone(nora, marta, offer.words().touch(), offer.words().start()));
        assertThat(found(nora).offers()).hasSize(1).doesNotContain(offer);

        in(() -> {
            room.offerAgain(nora, offer.words().touch(), offer.words().start());
            return null;
        });
        assertThat(found(nora).offers()).contains(offer);
    }

    @Test
    void a_logged_note_offers_its_promises_to_who_typed_it_alone() {
        in(() ->
                server.bean(Conversations.class)
                        .log(
                                nora,
                                new TypedTouch(
                                        Channel.CALL,
                                        List.of(marta),
                                        Instant.now().minusSeconds(600),
                                        app.rapport.conversations.Side.BOTH,
                                        Optional.empty(),
                                        "Call",
                                        "I will send her two cartridges by next Friday.",
                                        Optional.empty())));

        assertThat(found(nora).offers())
                .extracting(Offer::quote)
                .contains("I will send her two cartridges by next Friday.");
        assertThat(found(tom).offers()).isEmpty();
    }

    @Test
    void who_may_not_read_a_mail_does_not_say_that_it_may_promise_something_after_all() {
        Offer offer = found(nora).offers().getFirst();
        FoundPromises room = server.bean(FoundPromises.class);
        in(() -> room.isNone(nora, marta, offer.words().touch(), offer.words().start()));

        assertThat(in(() -> room.offerAgain(tom, offer.words().touch(), offer.words().start())))
                .isFalse();
        assertThat(found(nora).offers()).doesNotContain(offer);
    }

    @Test
    void a_colleague_who_may_not_read_the_mail_reads_no_word_of_it() {
        accepted(Side.OURS);

        assertThat(found(tom).offers()).isEmpty();
        List<Promise> seen = in(() -> server.bean(Promises.class).with(tom, marta, Instant.now()));
        assertThat(seen).extracting(Promise::what).containsExactly("");
    }

    @Test
    void what_was_promised_in_a_mail_that_is_private_is_there_for_its_owner_alone() {
        Promise promise = accepted(Side.OURS);
        MailPrivacy privacy = server.bean(MailPrivacy.class);
        in(() -> {
            privacy.keepPrivate(nora, "quill.example");
            return null;
        });

        Promises promises = server.bean(Promises.class);
        assertThat(in(() -> promises.with(tom, marta, Instant.now()))).isEmpty();
        assertThat(in(() -> promises.one(tom, promise.id()))).isEmpty();
        assertThat(in(() -> promises.one(nora, promise.id()))).isPresent();
        assertThat(trust(tom).entries()).isEmpty();
    }

    @Test
    void it_is_in_today_before_it_is_due_and_gone_once_kept() {
        Promise promise = accepted(Side.OURS);
        Deadline due = promise.due().orElseThrow();
        Instant before = due.ends(nora.zone()).minus(Duration.ofHours(8));

        assertThat(signals(before))
                .singleElement()
                .satisfies(signal -> assertThat(signal.level()).isEqualTo(Level.PROMISE_DUE))
                .satisfies(signal -> assertThat(signal.firstStep()).startsWith("Renegotiate now"))
                .satisfies(signal -> assertThat(signal.person()).contains(marta));
        assertThat(signals(Instant.now().minus(Duration.ofDays(1)))).isEmpty();

        step(promise, Step.Kind.KEPT);
        assertThat(signals(before)).isEmpty();
    }

    private List<Signal> signals(Instant at) {
        SignalSource source = server.bean(PromiseSignals.class);
        return in(() -> source.signals(nora, at));
    }

    @Test
    void trust_moves_with_what_became_of_promises_and_deeds_and_back() {
        assertThat(trust(nora).inUs()).isInstanceOf(Estimate.NotKnownYet.class);
        Promise promise = accepted(Side.OURS);
        UUID kept = step(promise, Step.Kind.KEPT);

        Trusting.Both after = trust(nora);
        assertThat(after.inUs()).isInstanceOf(Estimate.Known.class);
        assertThat(after.of(Side.OURS))
                .singleElement()
                .satisfies(entry -> assertThat(entry.href()).endsWith(promise.id().toString()));
        assertThat(after.inThem()).isInstanceOf(Estimate.NotKnownYet.class);

        in(() -> server.bean(Promises.class).undo(nora, promise.id(), kept));
        assertThat(trust(nora).inUs()).isInstanceOf(Estimate.NotKnownYet.class);
        UUID deed =
                in(() ->
                        server.bean(Trusting.class)
                                .record(
                                        nora,
                                        marta,
                                        Side.THEIRS,
                                        false,
                                        1,
                                        "Told us of another bid that was none"));
        assertThat(((Estimate.Known) trust(nora).inThem()).value()).isLessThan(50);
        in(() -> server.bean(Trusting.class).takeBack(nora, marta, deed));
        assertThat(trust(nora).inThem()).isInstanceOf(Estimate.NotKnownYet.class);
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_written() {
        Promise promise = accepted(Side.THEIRS);
        step(promise, Step.Kind.KEPT);

        assertThatThrownBy(() -> step(promise, Step.Kind.BROKEN)).isInstanceOf(Refused.class);
        Promise after = in(() -> server.bean(Promises.class).one(nora, promise.id())).orElseThrow();
        assertThat(after.state(nora.zone())).isEqualTo(State.KEPT);
        assertThat(after.steps()).hasSize(2);
    }

    @Test
    void a_task_of_ones_own_is_seen_by_nobody_else() {
        Promises promises = server.bean(Promises.class);
        Line line = in(() -> promises.read(nora, "by tomorrow order the labels"));
        Promise task =
                in(() ->
                        promises.make(
                                nora,
                                new Promises.New(
                                        Side.TASK,
                                        Optional.empty(),
                                        nora.member(),
                                        line.what(),
                                        line.due(),
                                        1,
                                        Optional.empty())));

        assertThat(line.what()).isEqualTo("order the labels");
        assertThat(in(() -> promises.one(nora, task.id()))).isPresent();
        assertThat(in(() -> promises.one(tom, task.id()))).isEmpty();
        assertThat(in(() -> promises.unmake(nora, task.id()))).isTrue();
        assertThat(in(() -> promises.one(nora, task.id()))).isEmpty();
    }

    private Promise task(String what) {
        return in(() ->
                server.bean(Promises.class)
                        .make(
                                nora,
                                new Promises.New(
                                        Side.TASK,
                                        Optional.empty(),
                                        nora.member(),
                                        what,
                                        Optional.empty(),
                                        1,
                                        Optional.empty())));
    }

    @Test
    void what_shows_a_step_is_a_touch_that_one_may_see() {
        Promise task = task("order the labels");

        assertThatThrownBy(() ->
                        in(() ->
                                server.bean(Promises.class)
                                        .move(
                                                nora,
                                                task.id(),
                                                Step.Kind.KEPT,
                                                Optional.empty(),
                                                Optional.of(new TouchId(UUID.randomUUID())))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void who_is_erased_is_named_in_no_other_promise() {
        Promise task = task("ask Marta Vesely for the labels");

        in(() -> {
            server.bean(Erasures.class).erase(nora, marta);
            return null;
        });

        assertThat(in(() -> server.bean(Promises.class).one(nora, task.id())))
                .map(Promise::what)
                .contains("ask [erased] for the labels");
    }
}
