package app.rapport.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.ExportSource;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Level;
import app.rapport.kernel.Seen;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.Assumption;
import app.rapport.risk.model.Chance;
import app.rapport.risk.model.ChosenLoss;
import app.rapport.risk.model.LimitUse;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.Noted;
import app.rapport.risk.model.OwnRisk;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.RiskSheet;
import app.rapport.risk.model.Scenario;
import app.rapport.risk.model.Stake;
import app.rapport.risk.model.StopOrGo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Risks are written down, corrected, signalled and decided upon; what is one's own stays so. */
class RiskTest {
    private static TestServer server;
    private static RiskDesk desk;
    private static RiskDecisions decisions;
    private static Risks risks;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;
    private DealId deal;

    @BeforeAll
    static void a_server() {
        server = TestServer.start();
        desk = server.bean(RiskDesk.class);
        decisions = server.bean(RiskDecisions.class);
        risks = server.bean(Risks.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_deal_of_noras() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        deal = deal("Housings");
    }

    private DealId deal(String name) {
        return firm.in(() ->
                server.bean(DealBook.class)
                        .add(nora, Map.of(DealField.NAME, name, DealField.CURRENCY, "EUR")));
    }

    private static Scenario loses(String cause, long much) {
        return new Scenario(
                cause, "sent back", BigDecimal.valueOf(-much), Optional.of(Chance.of(10, 20)));
    }

    private static LossLimit limit(long most, String why) {
        return new LossLimit(BigDecimal.valueOf(most), "", why, true);
    }

    private UUID note(RiskItem item) {
        return firm.in(() -> desk.note(nora, deal, item));
    }

    private RiskSheet sheet() {
        return firm.in(() -> risks.of(nora, deal)).orElseThrow().sheet();
    }

    private List<Signal> signals(Viewer viewer, Instant at) {
        return firm.in(() -> server.bean("riskSignals", SignalSource.class).signals(viewer, at));
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(1);
    }

    @Test
    void a_correction_stands_beside_what_it_corrects_and_can_be_undone() {
        note(loses("", 4000));
        Noted<Scenario> first = sheet().all(Scenario.class).getFirst();
        UUID wording =
                firm.in(() -> desk.correct(nora, first.item(), loses("", 1000))).orElseThrow();

        assertThat(sheet().exposure().worst()).isEqualByComparingTo("-1000");
        assertThat(firm.in(() -> risks.history(nora, Optional.of(deal), "", 9)).items()).hasSize(2);
        assertThat(firm.in(() -> desk.undo(nora, wording))).isTrue();
        assertThat(sheet().exposure().worst()).isEqualByComparingTo("-4000");
        assertThat(firm.in(() -> desk.undo(nora, wording))).as("something came after").isFalse();
    }

    @Test
    void what_was_taken_out_comes_back() {
        note(loses("", 4000));
        UUID item = sheet().all(Scenario.class).getFirst().item();
        UUID wording = firm.in(() -> desk.remove(nora, item)).orElseThrow();

        assertThat(sheet().scenarios()).isEmpty();
        firm.in(() -> desk.undo(nora, wording));
        assertThat(sheet().scenarios()).hasSize(1);
    }

    @Test
    void scenarios_that_exclude_one_another_cannot_be_more_than_certain() {
        note(new Scenario("end", "a", BigDecimal.TEN, Optional.of(Chance.of(60, 70))));

        assertThatThrownBy(() ->
                        note(
                                new Scenario(
                                        "End",
                                        "b",
                                        BigDecimal.ONE,
                                        Optional.of(Chance.of(50, 60)))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("more than certain");
    }

    @Test
    void a_limit_that_is_near_is_raised_with_a_reason_only_and_not_taken_away() {
        note(loses("", 4000));
        note(limit(5000, "three months of margin"));
        assertThat(sheet().use().orElseThrow().state()).isEqualTo(LimitUse.State.NEAR);

        assertThatThrownBy(() -> note(limit(9000, "three months of margin")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("set in calm");
        UUID item = sheet().limit().orElseThrow().item();
        assertThatThrownBy(() -> firm.in(() -> desk.remove(nora, item)))
                .isInstanceOf(Refused.class);
        note(limit(9000, "the second plant joined"));
        assertThat(sheet().limit().orElseThrow().body().calm()).isFalse();
    }

    @Test
    void a_limit_that_nears_is_told_until_somebody_decides_and_again_when_it_grows() {
        note(limit(5000, ""));
        Instant calm = Instant.now();
        note(loses("", 3000));
        note(
                new Stake(
                        Optional.of(BigDecimal.valueOf(1500)),
                        "a sample lot",
                        Optional.empty(),
                        "",
                        ""));

        assertThat(signals(nora, calm)).isEmpty();
        assertThat(signals(tom, soon())).as("it is Nora's deal").isEmpty();
        assertThat(signals(nora, soon()))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.level()).isEqualTo(Level.PROMISE_DUE);
                    assertThat(signal.why())
                            .contains("4,500 EUR", "5,000 EUR", "1,500 EUR of that is spent");
                });
        firm.in(() -> decisions.goOn(nora, deal, "The second lot is paid before it is cast"));
        assertThat(signals(nora, soon())).isEmpty();
        note(loses("", 900));
        assertThat(signals(nora, soon())).hasSize(1);
    }

    @Test
    void cutting_a_deal_loses_it_and_can_be_undone() {
        note(loses("", 4000));
        UUID wording = firm.in(() -> decisions.cut(nora, deal, "they will not pay before"));

        assertThat(firm.in(() -> risks.of(nora, deal)).orElseThrow().deal().stage().isOpen())
                .isFalse();
        assertThat(sheet().decision().orElseThrow().body())
                .extracting(StopOrGo::cut, StopOrGo::worst)
                .containsExactly(true, Optional.of(new BigDecimal("-4000")));
        assertThat(firm.in(() -> risks.book(nora, soon())).deals())
                .as("what is decided is not in the book")
                .isEmpty();
        firm.in(() -> desk.undo(nora, wording));
        assertThat(firm.in(() -> risks.of(nora, deal)).orElseThrow().deal().stage().isOpen())
                .isTrue();
        assertThat(sheet().decision()).isEmpty();
    }

    @Test
    void a_deal_is_cut_for_no_reason_that_is_not_so_and_not_once_it_is_decided() {
        firm.in(() -> decisions.cut(nora, deal, ""));

        assertThat(firm.in(() -> risks.of(nora, deal)).orElseThrow().deal().text(DealField.REASON))
                .as("there was no limit that could be near")
                .isEqualTo("cut");
        assertThatThrownBy(() -> firm.in(() -> decisions.cut(nora, deal, "again")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_past_moment_is_told_to_whose_deal_it_was_then() {
        note(limit(5000, ""));
        note(loses("", 4500));
        Instant then = Instant.now();
        firm.in(() ->
                server.bean(DealBook.class)
                        .change(
                                nora,
                                deal,
                                Map.of(DealField.OWNER, tom.member().toString()),
                                _ -> {}));

        assertThat(signals(nora, then)).hasSize(1);
        assertThat(signals(tom, then)).isEmpty();
        assertThat(signals(tom, soon())).hasSize(1);
    }

    @Test
    void whoever_sees_some_deals_only_neither_sets_nor_changes_the_limit_of_the_book() {
        UUID set =
                firm.in(() ->
                        desk.limit(nora, new LossLimit(BigDecimal.valueOf(9000), "EUR", "", true)));
        note(loses("", 8000));
        UUID item = firm.in(() -> risks.wording(nora, set)).orElseThrow().note().item();
        Seen own = new Seen(Set.of(tom.member()));

        LossLimit more = new LossLimit(BigDecimal.valueOf(90_000), "EUR", "room enough", true);
        for (Supplier<Object> attempt :
                List.<Supplier<Object>>of(
                        () -> desk.limit(tom, more),
                        () -> desk.remove(tom, item),
                        () -> desk.undo(tom, set)))
            assertThatThrownBy(() -> seeing(own, attempt))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("some of the deals only");
        RiskBook book = seeing(own, () -> risks.book(tom, soon()));
        assertThat(book.whole()).isFalse();
        assertThat(firm.in(() -> risks.book(nora, soon())).part("EUR").use().orElseThrow().limit())
                .isEqualByComparingTo("9000");
    }

    private <T> T seeing(Seen seen, Supplier<T> work) {
        return CurrentWorkspace.callThrowing(nora.workspace(), seen, work::get);
    }

    @Test
    void the_book_says_how_many_open_deals_nobody_wrote_about() {
        deal("Seals");
        note(loses("", 4000));
        RiskBook book = firm.in(() -> risks.book(nora, soon()));

        assertThat(firm.in(() -> risks.silent(nora, book))).isEqualTo(1);
        assertThat(book.part("EUR").use(BigDecimal.TEN).leftOut()).contains("what was spent");
    }

    @Test
    void a_past_moment_calls_a_deal_as_it_was_called() {
        note(limit(5000, ""));
        note(loses("", 4500));
        Instant then = Instant.now();
        firm.in(() ->
                server.bean(DealBook.class)
                        .change(
                                nora,
                                deal,
                                Map.of(DealField.NAME, "Valves", DealField.CURRENCY, "USD"),
                                _ -> {}));

        assertThat(signals(nora, then)).singleElement().asString().contains("Housings", "EUR");
        assertThat(signals(nora, soon())).singleElement().asString().contains("Valves", "USD");
    }

    @Test
    void what_somebody_kept_to_themselves_goes_with_them() {
        firm.in(() ->
                desk.dare(
                        tom,
                        Optional.empty(),
                        new OwnRisk("Ask the owner herself", "", Optional.empty(), "")));
        server.bean(Members.class)
                .remove(
                        server.bean(Access.class)
                                .member(nora.workspace(), nora.member())
                                .orElseThrow(),
                        tom.member(),
                        nora.member());

        assertThat(firm.in(() -> risks.own(tom))).isEmpty();
    }

    @Test
    void an_assumption_and_a_chosen_loss_come_up_on_their_day() {
        LocalDate today = LocalDate.ofInstant(Instant.now(), nora.zone());
        note(
                new Assumption(
                        "Their foundry holds the tolerance",
                        "Measure the sample",
                        Optional.of(today.plusDays(2)),
                        Optional.empty()));
        note(
                new ChosenLoss(
                        BigDecimal.valueOf(800),
                        "a first lot",
                        today.plusDays(2),
                        Optional.empty()));

        assertThat(signals(nora, soon())).isEmpty();
        Instant then = Instant.now().plus(Duration.ofDays(3));
        assertThat(signals(nora, then))
                .extracting(Signal::level)
                .containsExactly(Level.GOING_QUIET, Level.GOING_QUIET);
        Noted<Assumption> one = sheet().all(Assumption.class).getFirst();
        assertThatThrownBy(() ->
                        firm.in(() ->
                                desk.correct(
                                        nora,
                                        one.item(),
                                        one.body()
                                                .tested(
                                                        new Assumption.Finding(
                                                                true, "x".repeat(1001), today)))))
                .isInstanceOf(Refused.class);
        firm.in(() ->
                desk.correct(
                        nora,
                        one.item(),
                        one.body().tested(new Assumption.Finding(true, "it does", today))));
        assertThat(signals(nora, then)).hasSize(1);
    }

    @Test
    void the_book_has_a_limit_of_its_own_and_tells_who_set_it() {
        DealId other = deal("Seals");
        firm.in(() -> desk.limit(nora, new LossLimit(BigDecimal.valueOf(9000), "EUR", "", true)));
        firm.in(() -> desk.note(nora, other, loses("steel", 3000)));
        note(loses("steel", 5000));
        RiskBook.Part part = firm.in(() -> risks.book(nora, soon())).part("EUR");

        assertThat(part.exposure().atRisk()).isEqualByComparingTo("8000");
        assertThat(signals(nora, soon()))
                .extracting(Signal::why)
                .singleElement()
                .asString()
                .contains("All open deals together", "9,000 EUR");
        assertThat(signals(tom, soon())).isEmpty();
    }

    @Test
    void what_somebody_dares_is_their_own_until_they_share_it() {
        OwnRisk risk = new OwnRisk("Ask the owner herself", "", Optional.empty(), "");
        firm.in(() -> desk.dare(tom, Optional.of(deal), risk));
        UUID item = firm.in(() -> risks.own(tom)).getFirst().note().item();

        assertThat(firm.in(() -> risks.own(nora))).isEmpty();
        assertThat(firm.in(() -> risks.standing(nora, item))).isEmpty();
        assertThat(exported(nora)).doesNotContain("Ask the owner");
        assertThat(exported(tom)).contains("Ask the owner");
        firm.in(() -> desk.share(tom, item, true));
        assertThat(firm.in(() -> risks.own(nora))).hasSize(1);
        assertThat(firm.in(() -> desk.correct(nora, item, risk))).as("not hers").isEmpty();
        assertThat(firm.in(() -> desk.remove(nora, item))).isEmpty();
        firm.in(() -> desk.share(tom, item, false));
        assertThat(firm.in(() -> risks.own(nora))).isEmpty();
    }

    private String exported(Viewer viewer) {
        ExportSource file = server.bean("riskExport", ExportSource.class);
        return firm.in(() -> {
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                file.write(viewer, out);
                return out.toString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
