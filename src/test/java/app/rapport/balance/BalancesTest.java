package app.rapport.balance;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.MailPrivacy;
import app.rapport.access.Scope;
import app.rapport.balance.model.Balance;
import app.rapport.balance.model.Balance.Line;
import app.rapport.balance.model.Band;
import app.rapport.balance.model.Given;
import app.rapport.browser.TestServer;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Estimate.Known;
import app.rapport.kernel.Level;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Viewer;
import app.rapport.people.Erasures;
import app.rapport.people.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes how far is told by the facts, at any moment, and bends to a correction. */
class BalancesTest {
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
    void a_firm_that_writes_and_writes() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        StringBuilder mails = new StringBuilder();
        mails.append(mail("Marta Vesely <marta@quill.example>", firm.address(), 1, 60 * 24));
        for (int i = 2; i < 17; i++)
            mails.append(
                    mail(
                            "Nora <" + firm.address() + ">",
                            "marta@quill.example",
                            i,
                            24 * (50 - 3 * i)));
        firm.bring(mails.toString());
        marta = firm.person("marta@quill.example");
    }

    private String mail(String from, String to, int number, int hoursAgo) {
        return firm.mail(from, to, "", number, hoursAgo, "Sheet " + number, "Any news?");
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private Balances balances() {
        return server.bean(Balances.class);
    }

    private Balance balance(Viewer viewer, Instant at) {
        return in(() -> balances().with(viewer, List.of(marta), at));
    }

    private Balance now() {
        return balance(nora, Instant.now().plusSeconds(1));
    }

    @Test
    void of_nobody_is_read_as_far_back_as_of_anybody() {
        Instant at = Instant.now();

        assertThat(in(() -> balances().story(nora, List.of(), at)).since())
                .isEqualTo(at.minus(Balance.STORY));
    }

    @Test
    void a_moment_beyond_every_calendar_is_refused() throws Exception {
        String token = server.bean(Access.class).createToken(nora, "a test", Scope.READ);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.address()
                                                + "/api/v1/contacts/"
                                                + marta
                                                + "/balance?at=-999999999-01-01T00:00:00Z"))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void who_alone_writes_is_told_to_stop_and_wait_until_a_day() {
        assertThat(now().band()).isEqualTo(Band.CHASING);
        assertThat(now().lines()).hasSize(16);
        assertThat(now().lines()).allMatch(line -> line.effort().href().startsWith("/touches/"));
        assertThat(balance(nora, Instant.now().minus(Duration.ofDays(43))).band())
                .isEqualTo(Band.NOT_KNOWN);

        List<Signal> signals =
                in(() -> server.bean(ChasingSignals.class).signals(nora, Instant.now()));
        assertThat(signals).hasSize(1);
        assertThat(signals.getFirst().why())
                .startsWith("Stop and wait until ")
                .contains("of the effort in the last 90 days was ours (");
        assertThat(signals.getFirst().level()).isEqualTo(Level.GOING_QUIET);
        assertThat(signals.getFirst().person()).contains(marta);
        assertThat(in(() -> server.bean(ChasingSignals.class).signals(tom, Instant.now())))
                .isEmpty();
    }

    @Test
    void what_they_gave_counts_from_when_it_is_recorded_until_it_is_taken_back() {
        Instant before = Instant.now();
        UUID given =
                in(() ->
                        balances()
                                .record(
                                        nora,
                                        marta,
                                        new Balances.New(
                                                Given.Kind.INTRODUCTION,
                                                false,
                                                "to their sister firm",
                                                before.minusSeconds(60))));

        assertThat(now().band()).isEqualTo(Band.LEANING_IN);
        assertThat(balance(nora, before).band()).isEqualTo(Band.CHASING);

        assertThat(in(() -> balances().takeBack(nora, marta, given))).isTrue();
        assertThat(in(() -> balances().takeBack(nora, marta, given))).isFalse();
        assertThat(now().band()).isEqualTo(Band.CHASING);

        in(() -> {
            server.bean(Erasures.class).erase(nora, marta);
            return null;
        });
        assertThat(now().lines()).isEmpty();
    }

    @Test
    void what_is_wrong_counts_nothing_until_it_counts_again() {
        double share = ours();
        Line newest = now().lines().getFirst();

        String key = newest.effort().key();
        assertThat(in(() -> balances().wrong(nora, marta, key, "A slip"))).isTrue();
        assertThat(in(() -> balances().wrong(nora, marta, "touch-nothing", ""))).isFalse();
        assertThat(now().lines().getFirst().wrong().orElseThrow().by()).isEqualTo("Nora");
        assertThat(ours()).isLessThan(share);

        assertThat(in(() -> balances().countAgain(nora, marta, key))).isTrue();
        assertThat(ours()).isEqualTo(share);
    }

    @Test
    void a_sale_won_by_chasing_is_marked_and_their_reasons_are_asked_for_soon_after() {
        DealBook book = server.bean(DealBook.class);
        Instant before = Instant.now();
        DealId deal =
                in(() -> {
                    DealId id = book.add(nora, Map.of(DealField.NAME, "Filters for line 2"));
                    book.join(nora, id, marta, Role.ECONOMIC);
                    return id;
                });
        assertThat(chased()).isEmpty();
        change(deal, DealField.STAGE, won().toString());

        DealBalances deals = server.bean(DealBalances.class);
        assertThat(in(() -> deals.with(nora, List.of(marta), Instant.now().plusSeconds(1))))
                .singleElement()
                .matches(DealBalances.OfDeal::wonByChasing);
        assertThat(in(() -> deals.with(nora, List.of(marta), before))).isEmpty();
        assertThat(chased())
                .singleElement()
                .satisfies(signal -> assertThat(signal.person()).contains(marta))
                .satisfies(signal -> assertThat(signal.why()).contains("was won by chasing: 9"));
        assertThat(in(() -> server.bean(ChasingSignals.class).signals(tom, Instant.now())))
                .isEmpty();
    }

    @Test
    void who_gets_a_deal_later_was_not_in_charge_of_it_before() {
        DealBook book = server.bean(DealBook.class);
        DealId deal =
                in(() -> {
                    DealId id = book.add(nora, Map.of(DealField.NAME, "Filters for line 2"));
                    book.join(nora, id, marta, Role.ECONOMIC);
                    return id;
                });
        change(deal, DealField.STAGE, won().toString());
        Instant hers = Instant.now();
        change(deal, DealField.OWNER, tom.member().toString());
        change(deal, DealField.NAME, "Filters");

        assertThat(chased(nora, hers))
                .singleElement()
                .satisfies(signal -> assertThat(signal.why()).contains("Filters for line 2"));
        assertThat(chased(tom, hers)).isEmpty();
        assertThat(chased()).isEmpty();
    }

    private void change(DealId deal, DealField field, String value) {
        in(() -> server.bean(DealBook.class).change(nora, deal, Map.of(field, value), _ -> {}));
    }

    private UUID won() {
        return in(() -> server.bean(Stages.class).all(nora)).stream()
                .filter(stage -> stage.kind() == Stage.Kind.WON)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Signal> chased() {
        return chased(nora, Instant.now().plusSeconds(1));
    }

    private List<Signal> chased(Viewer viewer, Instant at) {
        return in(() -> server.bean(ChasingSignals.class).signals(viewer, at)).stream()
                .filter(signal -> signal.why().contains("won by chasing"))
                .toList();
    }

    private double ours() {
        return ((Known) now().estimate()).value();
    }

    @Test
    void of_a_great_deal_the_newest_is_read_and_it_is_said_since_when() {
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < 620; i++)
            mails.append(
                    mail("Jonas Ekdal <jonas@quill.example>", firm.address(), 100 + i, 24 * i));
        firm.bring(mails.toString());
        PersonId jonas = firm.person("jonas@quill.example");
        Instant now = Instant.now();

        Balance all = in(() -> balances().story(nora, List.of(jonas), now));

        assertThat(all.since()).isBetween(ago(now, 601), ago(now, 598));
        assertThat(in(() -> balances().story(nora, List.of(marta), now)).since())
                .isEqualTo(now.minus(Balance.STORY));
    }

    private static Instant ago(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    @Test
    void a_colleague_sees_the_same_but_nothing_of_what_is_kept_private() {
        assertThat(balance(tom, Instant.now()).lines()).hasSize(16);

        in(() -> {
            server.bean(MailPrivacy.class).keepPrivate(nora, "marta@quill.example");
            return null;
        });

        assertThat(balance(tom, Instant.now()).lines()).isEmpty();
        assertThat(balance(nora, Instant.now()).lines()).hasSize(16);
    }
}
