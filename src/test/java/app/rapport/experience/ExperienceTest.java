package app.rapport.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.rapport.access.MailPrivacy;
import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.database.RecurringJob;
import app.rapport.exchange.FreshFirm;
import app.rapport.experience.OpenSurveys.Opened;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Ledger;
import app.rapport.experience.model.Ledger.Line;
import app.rapport.experience.model.Mark.Feeling;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Need;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.model.State;
import app.rapport.experience.model.TouchPoint;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Signal;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.ContactBook;
import app.rapport.people.Erasures;
import app.rapport.people.Merges;
import app.rapport.people.People;
import app.rapport.people.model.AccountField;
import app.rapport.people.model.ContactField;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccounts;
import app.rapport.promises.Promises;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Step;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happened to a customer moves the ledger, opens to the facts, and bends to a correction. */
class ExperienceTest {

    @RegisterExtension
    static final GreenMailExtension mails =
            new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
                    .withConfiguration(
                            GreenMailConfiguration.aConfig()
                                    .withUser("crm@tarn.example", "crm", "nine teasels"));

    private static TestServer server;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;
    private PersonId marta;
    private AccountId quill;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_that_let_a_customer_wait_once() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        String address = firm.address();
        String asks = "Could you send me the data sheet by Monday, please?";
        firm.bring(
                mail("Marta Vesely <marta@quill.example>", address, 1, 40 * 24, asks)
                        + mail("Nora <" + address + ">", "marta@quill.example", 2, 30 * 24, "Here.")
                        + mail("Marta Vesely <marta@quill.example>", address, 3, 50, asks)
                        + mail("Nora <" + address + ">", "marta@quill.example", 4, 48, "Here."));
        marta = firm.person("marta@quill.example");
        quill =
                in(() -> server.bean(People.class).card(nora, marta))
                        .orElseThrow()
                        .account()
                        .orElseThrow();
    }

    private String mail(String from, String to, int number, int hoursAgo, String words) {
        return firm.mail(from, to, "", number, hoursAgo, "Sheet " + number / 3, words);
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private Experiences experiences() {
        return server.bean(Experiences.class);
    }

    private Ledger ledger(Viewer viewer, Instant at) {
        return in(() -> experiences().with(viewer, marta, at));
    }

    private Ledger now() {
        return ledger(nora, Instant.now().plusSeconds(1));
    }

    private UUID mark(Feeling feeling, String words) {
        return in(() ->
                experiences()
                        .mark(nora, marta, Experiences.New.nowhere(feeling, words, Instant.now())));
    }

    @Test
    void a_long_wait_and_a_quick_answer_are_small_signs_that_open_to_the_mail() {
        Ledger ledger = now();

        assertThat(ledger.state()).isEqualTo(State.NOT_KNOWN);
        assertThat(ledger.lines()).hasSize(2);
        assertThat(ledger.lines().getFirst().entry().points()).isEqualTo(.3);
        assertThat(ledger.lines().getLast().entry().points()).isEqualTo(-3);
        assertThat(ledger.lines().getLast().entry().reason())
                .isEqualTo("Waited 10 days for an answer; usual is 24 h");
        assertThat(ledger.lines()).allMatch(line -> line.entry().href().startsWith("/touches/"));
        assertThat(ledger(nora, Instant.now().minus(Duration.ofDays(38))).lines()).isEmpty();
    }

    @Test
    void a_promise_kept_and_a_mark_move_it_and_it_can_be_asked_how_it_was_before() {
        Instant before = Instant.now();
        Promises promises = server.bean(Promises.class);
        Promise promise =
                in(() ->
                        promises.make(
                                nora,
                                new Promises.New(
                                        Promise.Side.OURS,
                                        Optional.of(marta),
                                        nora.member(),
                                        "send the sheet",
                                        Optional.empty(),
                                        2,
                                        Optional.empty())));
        in(() ->
                promises.move(
                        nora, promise.id(), Step.Kind.KEPT, Optional.empty(), Optional.empty()));
        double kept = now().score();
        UUID mark = mark(Feeling.DELIGHTED, "The visit");

        Ledger after = now();

        assertThat(kept).isGreaterThan(ledger(nora, before).score() + 5.9);
        assertThat(after.score()).isGreaterThan(kept + 17.9);
        assertThat(after.state()).isEqualTo(State.DELIGHTED);
        assertThat(after.lines())
                .extracting(line -> line.entry().reason())
                .contains("send the sheet: kept", "Delighted, says Nora: The visit");
        assertThat(ledger(nora, before).lines()).hasSize(2);
        assertThat(in(() -> experiences().ofEach(nora, List.of(marta), after.at())))
                .containsEntry(marta, after);

        in(() -> experiences().takeBack(nora, marta.value(), mark));
        assertThat(now().score()).isLessThan(kept + .1);
    }

    @Test
    void what_is_wrong_counts_nothing_until_it_counts_again() {
        Line wait = now().lines().getLast();

        assertThat(in(() -> experiences().correct(nora, marta, wait.entry().key(), "We talked")))
                .isTrue();
        assertThat(now().score()).isPositive();
        assertThat(now().lines().getLast().wrong().orElseThrow().by()).isEqualTo("Nora");

        in(() -> experiences().countAgain(nora, marta, wait.entry().key()));
        assertThat(now().score()).isNegative();
    }

    @Test
    void a_company_meets_what_its_people_meet_and_has_marks_of_its_own() {
        in(() ->
                experiences()
                        .mark(
                                nora,
                                quill,
                                Experiences.New.nowhere(Feeling.PLEASED, "", Instant.now())));

        Ledger ledger =
                in(() ->
                        experiences()
                                .with(nora, quill, List.of(marta), Instant.now().plusSeconds(1)));

        assertThat(ledger.lines()).hasSize(3);
        assertThat(now().lines()).hasSize(2);
    }

    @Test
    void marks_go_along_when_two_become_one_and_go_when_one_is_erased() {
        firm.bring(mail("M. Vesely <m.vesely@quill.example>", firm.address(), 9, 3, "Hello."));
        PersonId twin =
                in(() ->
                                server.bean(People.class)
                                        .byAddress(nora, List.of("m.vesely@quill.example")))
                        .get("m.vesely@quill.example");
        mark(Feeling.HURT, "Marta Vesely was shouted at");
        in(() ->
                server.bean(Merges.class)
                        .join(nora, RecordKind.CONTACT, twin.value(), marta.value(), Map.of()));

        Ledger joined = in(() -> experiences().with(nora, twin, Instant.now().plusSeconds(1)));
        assertThat(joined.state()).isEqualTo(State.UNHAPPY);

        in(() -> {
            server.bean(Erasures.class).erase(nora, twin);
            return null;
        });
        assertThat(in(() -> experiences().with(nora, twin, Instant.now())).lines()).isEmpty();
    }

    @Test
    void a_colleague_sees_that_they_waited_and_nothing_of_what_is_kept_private() {
        assertThat(ledger(tom, Instant.now()).lines()).hasSize(2);

        in(() -> {
            server.bean(MailPrivacy.class).keepPrivate(nora, "marta@quill.example");
            return null;
        });

        assertThat(ledger(tom, Instant.now()).lines()).isEmpty();
        assertThat(ledger(nora, Instant.now()).lines()).hasSize(2);
    }

    private void canSendMail() {
        SmtpAccount account =
                new SmtpAccount(
                        "127.0.0.1",
                        mails.getSmtp().getPort(),
                        SmtpAccount.Security.NONE,
                        "crm",
                        SmtpAccount.Method.PASSWORD,
                        "crm@tarn.example",
                        "");
        in(() -> {
            server.bean(SmtpAccounts.class)
                    .save(
                            nora,
                            SmtpAccounts.Whose.WORKSPACES,
                            account,
                            Optional.of("nine teasels"));
            return null;
        });
    }

    private Surveys surveys() {
        return server.bean(Surveys.class);
    }

    private Moment bought() {
        return in(() ->
                surveys().record(nora, marta, Occasion.BOUGHT, Instant.now(), Optional.empty()));
    }

    /** The secret in the link of the mail that comes. */
    private static String secret() throws Exception {
        for (Instant end = Instant.now().plusSeconds(20); Instant.now().isBefore(end); ) {
            server.beans(RecurringJob.class).stream()
                    .filter(job -> job.name().equals("outbox"))
                    .forEach(RecurringJob::run);
            MimeMessage[] arrived = mails.getReceivedMessages();
            if (arrived.length > 0) {
                Matcher link =
                        Pattern.compile("/answer/([\\w-]{43})")
                                .matcher(
                                        GreenMailUtil.getWholeMessage(arrived[0])
                                                .replace("=\r\n", ""));
                assertThat(link.find()).isTrue();
                return link.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no mail came");
    }

    @Test
    void a_bad_answer_is_a_touch_moves_the_ledger_and_is_in_today_until_somebody_talks()
            throws Exception {
        canSendMail();
        Moment moment = bought();
        assertThat(in(() -> surveys().ask(nora, moment.id(), Measure.CSAT)))
                .isEqualTo("marta@quill.example");
        String secret = secret();
        OpenSurveys open = server.bean(OpenSurveys.class);
        Ledger before = now();

        assertThat(open.open(secret)).isInstanceOf(Opened.Question.class);
        assertThat(now().score()).isCloseTo(before.score(), within(.01));

        assertThat(open.answer(secret, 1, "It came in pieces."))
                .isInstanceOf(Opened.Answered.class);
        assertThat(open.answer(secret, 5, "No, it was fine")).isInstanceOf(Opened.Answered.class);
        assertThat(open.open(secret)).isInstanceOf(Opened.Answered.class);
        String other = (secret.startsWith("x") ? "y" : "x") + secret.substring(1);
        assertThat(open.open(other)).isInstanceOf(Opened.Nothing.class);

        Ledger after = now();
        assertThat(after.score()).isLessThan(before.score() - 29);
        assertThat(after.state()).isEqualTo(State.UNHAPPY);
        TouchId touch =
                TouchId.of(after.lines().getFirst().entry().href().substring("/touches/".length()));
        assertThat(
                        in(() -> server.bean(Conversations.class).touch(tom, touch))
                                .orElseThrow()
                                .words())
                .isEqualTo("It came in pieces.");
        assertThat(signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.level().number()).isEqualTo(3))
                .satisfies(signal ->
                        assertThat(signal.evidence()).containsExactly(Evidence.whole(touch)));

        whoGetsThePersonLaterDidNotHearOfItBefore();
        Answer heard = in(() -> server.bean(Feedback.class).heard(nora, 9)).getFirst();
        Circle circle = server.bean(Circle.class);
        UUID change = in(() -> circle.change(nora, heard.id(), "Two layers of foam"));
        assertThat(in(() -> circle.changes(nora)).getFirst().untold()).isOne();
        in(() -> circle.tell(nora, change, heard.id(), Channel.CALL, "We pack better now"));
        assertThat(in(() -> circle.changes(nora)).getFirst().untold()).isZero();
        assertThatThrownBy(() ->
                        in(() -> circle.tell(nora, change, heard.id(), Channel.CALL, "Again")))
                .isInstanceOf(Refused.class);
        assertThat(signals()).isEmpty();
    }

    @Test
    void who_was_delighted_not_long_ago_and_is_no_more_is_in_today() {
        Instant then = Instant.now().minus(Duration.ofDays(70));
        for (Feeling feeling : List.of(Feeling.DELIGHTED, Feeling.PLEASED))
            in(() -> experiences().mark(nora, marta, Experiences.New.nowhere(feeling, "", then)));
        DriftSignals drift = server.bean(DriftSignals.class);

        assertThat(in(() -> drift.signals(nora, Instant.now().plusSeconds(1))))
                .singleElement()
                .satisfies(signal -> assertThat(signal.level().number()).isEqualTo(5))
                .satisfies(signal -> assertThat(signal.why()).contains("satisfied since"))
                .satisfies(signal -> assertThat(signal.person()).contains(marta));
        assertThat(in(() -> drift.signals(tom, Instant.now().plusSeconds(1)))).isEmpty();
        mark(Feeling.DELIGHTED, "The visit");
        assertThat(in(() -> drift.signals(nora, Instant.now().plusSeconds(1)))).isEmpty();
    }

    @Test
    void a_point_where_they_meet_us_is_walked_once_a_quarter_and_knows_what_it_caused() {
        TouchPoints points = server.bean(TouchPoints.class);
        UUID invoice = in(() -> points.add(nora, "The invoice", Optional.empty()));
        in(() ->
                experiences()
                        .mark(
                                nora,
                                marta,
                                new Experiences.New(
                                        Feeling.ANNOYED,
                                        "Nobody understood it",
                                        Instant.now(),
                                        Optional.of(invoice))));
        TouchPoint before = in(() -> points.all(nora)).getFirst();
        in(() -> points.walk(nora, invoice, 2, "Six pages for two lines"));

        TouchPoint after = in(() -> points.all(nora)).getFirst();

        assertThat(before.isDue(Instant.now(), nora.zone())).isTrue();
        assertThat(after.isDue(Instant.now(), nora.zone())).isFalse();
        assertThat(after.isDue(Instant.now().plus(Duration.ofDays(95)), nora.zone())).isTrue();
        assertThat(after.caused()).isEqualTo(new TouchPoint.Caused(1, -9));
    }

    @Test
    void needs_of_a_company_are_met_or_open_and_go_along_when_two_become_one() {
        AccountNeeds needs = server.bean(AccountNeeds.class);
        UUID need =
                in(() ->
                        needs.add(
                                nora,
                                quill,
                                Need.Kind.UNVOICED,
                                "Fewer hands at the change-over",
                                "the visit"));
        AccountId other =
                in(() ->
                        server.bean(AccountBook.class)
                                .add(nora, Map.of(AccountField.NAME, "Quillbrook")));
        in(() ->
                server.bean(Merges.class)
                        .join(nora, RecordKind.ACCOUNT, other.value(), quill.value(), Map.of()));

        assertThat(in(() -> needs.met(nora, other, need))).isTrue();
        assertThat(in(() -> needs.of(nora, other, Instant.now().plusSeconds(1))))
                .singleElement()
                .satisfies(one -> assertThat(one.met()).isPresent());
    }

    private void whoGetsThePersonLaterDidNotHearOfItBefore() {
        Instant before = Instant.now();
        in(() -> {
            server.bean(ContactBook.class)
                    .change(
                            nora,
                            marta,
                            Map.of(ContactField.OWNER, tom.member().toString()),
                            _ -> {});
            return true;
        });
        assertThat(signals(tom, Instant.now().plusSeconds(2))).hasSize(1);
        assertThat(signals(tom, before)).isEmpty();
    }

    private List<Signal> signals() {
        return signals(nora, Instant.now().plusSeconds(2));
    }

    private List<Signal> signals(Viewer viewer, Instant at) {
        return in(() -> server.bean(FeedbackSignals.class).signals(viewer, at));
    }

    @Test
    void nobody_is_asked_twice_in_a_short_time_nor_without_a_mail_server() {
        Moment moment = bought();
        assertThatThrownBy(() -> in(() -> surveys().ask(nora, moment.id(), Measure.NPS)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("No mail server");
        canSendMail();
        in(() -> surveys().ask(nora, moment.id(), Measure.NPS));

        assertThatThrownBy(() -> in(() -> surveys().ask(nora, moment.id(), Measure.NPS)))
                .hasMessageContaining("asked after this already");
        assertThatThrownBy(() -> in(() -> surveys().ask(nora, bought().id(), Measure.NPS)))
                .hasMessageContaining("rest until");
    }

    @Test
    void by_order_of_a_member_everybody_is_asked_some_days_after_a_moment_and_once() {
        canSendMail();
        in(() -> {
            surveys().order(nora, Occasion.BOUGHT, Measure.NPS, 0);
            return null;
        });
        Moment moment = bought();
        RecurringJob job =
                server.beans(RecurringJob.class).stream()
                        .filter(one -> one.name().equals("ask-after-moments"))
                        .findFirst()
                        .orElseThrow();

        job.run();
        job.run();

        assertThat(in(() -> surveys().moment(nora, moment.id())).orElseThrow().asked()).isPresent();
        assertThat(in(() -> surveys().restsUntil(nora, marta))).isPresent();
        assertThat(in(() -> surveys().takeBack(nora, moment.id()))).isFalse();
    }
}
