package app.rapport.promises;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.ThanksOwed;
import app.rapport.promises.model.ThanksOwed.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thanks are owed for what the mail and the calendar show, until a thank-you is seen. */
class ThanksTest {
    private static TestServer server;
    private FreshFirm firm;

    private String me;
    private Viewer nora;
    private Viewer tom;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_whose_customer_introduces_somebody() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        me = firm.address();
        firm.bring(
                mail("marta@quill.example", me, "", 1, 900, "Could you send us your price list?")
                        + mail(
                                "marta@quill.example",
                                me,
                                "luis@bramble.example",
                                2,
                                30,
                                "Dear Nora, I would like to introduce you to Luis, who runs their bottling line.")
                        + mail(
                                "dai@penny.example",
                                me,
                                "marta@quill.example",
                                3,
                                29,
                                "I am copying Marta, whom you know."));
    }

    private String mail(String from, String to, String cc, int number, int hoursAgo, String words) {
        String copied = cc.isEmpty() ? "" : "Cc: " + cc + "\n";
        return firm.mail(from, to, copied, number, hoursAgo, "Talk " + number, words);
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private PersonId person(String address) {
        return firm.person(address);
    }

    private List<ThanksOwed> owed(Viewer viewer, Instant at) {
        return in(() -> server.bean(Thanking.class).owed(viewer, at));
    }

    private List<ThanksOwed> owed() {
        return owed(nora, Instant.now());
    }

    @Test
    void an_introduction_of_somebody_new_is_owed_thanks_and_shows_its_words() {
        assertThat(owed())
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.INTRODUCTION))
                .satisfies(one -> assertThat(one.person()).isEqualTo(person("marta@quill.example")))
                .satisfies(one -> assertThat(one.evidence().orElseThrow().end()).isGreaterThan(20));
        Signal signal =
                in(() -> server.bean(ThanksSignals.class).signals(nora, Instant.now())).getFirst();
        assertThat(signal.level()).isEqualTo(Level.PROMISE_DUE);
        assertThat(signal.why()).startsWith("They introduced you to somebody.");
    }

    @Test
    void before_it_happened_and_for_a_colleague_nothing_is_owed() {
        assertThat(owed(nora, Instant.now().minus(Duration.ofHours(31)))).isEmpty();
        assertThat(owed(nora, Instant.now().plus(Duration.ofDays(22)))).isEmpty();
        assertThat(owed(tom, Instant.now())).isEmpty();
        PersonId marta = person("marta@quill.example");
        assertThat(in(() -> server.bean(Thanking.class).owedTo(tom, marta, Instant.now())))
                .isEmpty();
    }

    @Test
    void a_thank_you_in_a_mail_settles_it_and_the_word_above_a_name_does_not() {
        firm.bring(
                mail(
                        me,
                        "marta@quill.example",
                        "",
                        4,
                        20,
                        "The list is attached.\n\nThanks\nNora"));
        assertThat(owed()).hasSize(1);

        firm.bring(
                mail(
                        me,
                        "marta@quill.example",
                        "",
                        5,
                        10,
                        "Thank you for introducing me to Luis."));
        assertThat(owed()).isEmpty();
        assertThat(owed(nora, Instant.now().minus(Duration.ofHours(15)))).hasSize(1);
    }

    private void log(Channel channel, PersonId with, Side side, int hoursAgo, String words) {
        in(() ->
                server.bean(Conversations.class)
                        .log(
                                nora,
                                new TypedTouch(
                                        channel,
                                        List.of(with),
                                        Instant.now().minus(Duration.ofHours(hoursAgo)),
                                        side,
                                        Optional.empty(),
                                        "Meeting",
                                        words,
                                        Optional.empty())));
    }

    @Test
    void a_meeting_is_owed_thanks_until_a_logged_one_and_no_second_within_a_month() {
        PersonId dai = person("dai@penny.example");
        log(Channel.MEETING, dai, Side.BOTH, 5, "Walked through the plant.");
        assertThat(owed()).extracting(ThanksOwed::kind).contains(Kind.MEETING);

        log(Channel.CALL, dai, Side.YOU, 3, "Called to say thank you for the tour.");
        log(Channel.MEETING, dai, Side.BOTH, 1, "A second look.");
        assertThat(owed()).extracting(ThanksOwed::kind).doesNotContain(Kind.MEETING);
    }

    @Test
    void a_favour_is_recorded_settled_by_hand_and_each_of_it_taken_back() {
        Thanking thanking = server.bean(Thanking.class);
        PersonId dai = person("dai@penny.example");
        UUID favour = in(() -> thanking.record(nora, dai, Kind.FAVOUR, "Lent us their test bench"));
        assertThat(owedTo(dai))
                .extracting(ThanksOwed::words)
                .containsExactly("Lent us their test bench");

        UUID settled = in(() -> thanking.settle(nora, dai, favour, true));
        assertThat(owedTo(dai)).isEmpty();
        assertThat(in(() -> thanking.takeBack(nora, dai, settled))).isTrue();
        assertThat(owedTo(dai)).hasSize(1);
        assertThat(in(() -> thanking.takeBackRecord(nora, dai, favour))).isTrue();
        assertThat(owedTo(dai)).isEmpty();
    }

    private List<ThanksOwed> owedTo(PersonId person) {
        return in(() -> server.bean(Thanking.class).owedTo(nora, person, Instant.now()));
    }

    @Test
    void what_was_found_bit_by_bit_is_what_all_mails_say() {
        assertThat(in(() -> server.bean(ThanksFinding.class).rebuild(nora)))
                .satisfies(rebuilt -> assertThat(rebuilt.rows()).isEqualTo(1))
                .satisfies(rebuilt -> assertThat(rebuilt.mended()).isZero());
    }
}
