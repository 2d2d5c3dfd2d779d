package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Refused;
import app.rapport.access.Scope;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Level;
import app.rapport.kernel.Signal;
import app.rapport.kernel.SignalSource;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.PlanLine;
import app.rapport.negotiations.model.PlanPart;
import app.rapport.negotiations.model.PriceGate;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.Section.Side;
import app.rapport.negotiations.model.TradeOff;
import app.rapport.negotiations.model.TradeOff.Move;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A plan is its team's: nobody else is told that there is one. */
class NegotiationsTest {
    private static TestServer server;
    private static Viewer nora;
    private static Viewer ivo;
    private static Viewer boss;
    private static Negotiations negotiations;
    private static PlanVersions versions;

    private DealId deal;
    private NegotiationId id;

    @BeforeAll
    static void a_firm_of_three() {
        server = TestServer.start();
        FirmOfThree firm = FirmOfThree.on(server);
        boss = firm.boss();
        nora = firm.nora();
        ivo = firm.ivo();
        negotiations = server.bean(Negotiations.class);
        versions = server.bean(PlanVersions.class);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_plan_of_noras() {
        deal = in(() -> server.bean(DealBook.class).add(nora, Map.of(DealField.NAME, "Pumps")));
        id = in(() -> negotiations.begin(nora, deal, "Zanzibar pumps", Optional.empty()));
        change(plan -> plan.leavingAt(Optional.of(BigDecimal.valueOf(37)), "below 98 we leave"));
    }

    private static <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(boss.workspace(), work);
    }

    private Negotiation change(UnaryOperator<Plan> edit) {
        return in(() -> negotiations.change(nora, id, edit)).orElseThrow();
    }

    private Plan plan() {
        return in(() -> negotiations.one(nora, id)).orElseThrow().plan();
    }

    private static List<PlanIssue> issues(List<PlanIssue> standing) {
        return PlanEdits.issues(
                standing,
                List.of(
                        new IssueRow("", "Price", "90 to 110 step 5 EUR", "100", "60", "90", true),
                        new IssueRow("", "Term", "30 days; 60 days", "50", "", "", false)));
    }

    @Test
    void a_plan_is_written_and_read_as_a_whole() {
        Plan written =
                change(
                                plan -> {
                                    List<PlanIssue> issues = issues(plan.issues());
                                    return plan.withIssues(issues)
                                            .withLines(
                                                    Section.CURRENCY,
                                                    List.of(
                                                            new PlanLine(
                                                                    UUID.randomUUID(),
                                                                    Section.CURRENCY,
                                                                    Side.THEM,
                                                                    "Quill",
                                                                    "reference visit",
                                                                    "",
                                                                    "",
                                                                    Optional.of(1),
                                                                    Optional.of(4))))
                                            .proposing(Map.of(issues.getFirst().id(), "105"))
                                            .withTradeOffs(
                                                    List.of(
                                                            new TradeOff(
                                                                    UUID.randomUUID(),
                                                                    new Move(
                                                                            issues.get(0).id(),
                                                                            "110",
                                                                            "100"),
                                                                    new Move(
                                                                            issues.get(1).id(),
                                                                            "60 days",
                                                                            "30 days"),
                                                                    TradeOff.Answer.NO)))
                                            .withPrice(
                                                    new PriceGate(
                                                            Map.of(
                                                                    PriceGate.Tick.VALUE,
                                                                    "her mail"),
                                                            ""))
                                            .titled(
                                                    "Pumps",
                                                    Optional.of(
                                                            Instant.parse("2026-12-01T09:00:00Z")));
                                })
                        .plan();

        assertThat(plan()).isEqualTo(written);
        assertThat(written.issues()).extracting(PlanIssue::name).containsExactly("Price", "Term");
        assertThat(change(plan -> plan).plan()).isEqualTo(written);
    }

    private static int status(Viewer who, String path) throws IOException, InterruptedException {
        String token = server.bean(Access.class).createToken(who, "a test", Scope.WRITE);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void to_whoever_is_not_on_the_team_there_is_no_negotiation_whatever_their_role()
            throws Exception {
        for (Viewer other : List.of(ivo, boss)) {
            assertThat(in(() -> negotiations.one(other, id))).isEmpty();
            assertThat(in(() -> negotiations.list(other))).isEmpty();
            assertThat(in(() -> negotiations.of(other, deal))).isEmpty();
            assertThat(in(() -> versions.page(other, id, Optional.empty(), 100).items())).isEmpty();
            assertThat(
                            in(() ->
                                    negotiations.change(
                                            other,
                                            id,
                                            plan -> plan.leavingAt(Optional.empty(), ""))))
                    .isEmpty();
            assertThat(in(() -> negotiations.join(other, id, other.member()))).isFalse();
            assertThat(in(() -> negotiations.remove(other, id))).isFalse();
            assertThatThrownBy(() -> in(() -> negotiations.begin(other, deal, "", Optional.of(id))))
                    .as("nor does it become theirs as a copy")
                    .isInstanceOf(Refused.class);
            assertThat(status(other, "/api/v1/negotiations/" + id)).isEqualTo(404);
        }
        assertThat(plan().walkAway()).contains(BigDecimal.valueOf(37));
        assertThat(status(nora, "/api/v1/negotiations/" + id)).isEqualTo(200);
    }

    @Test
    void who_is_added_to_the_team_and_who_owns_the_deal_see_it() {
        in(() -> negotiations.join(nora, id, ivo.member()));
        assertThat(in(() -> negotiations.one(ivo, id))).isPresent();

        in(() -> negotiations.leave(nora, id, ivo.member()));
        assertThat(in(() -> negotiations.one(ivo, id))).isEmpty();

        in(() ->
                server.bean(DealBook.class)
                        .change(
                                nora,
                                deal,
                                Map.of(DealField.OWNER, ivo.member().toString()),
                                _ -> {}));
        assertThat(in(() -> negotiations.one(ivo, id))).isPresent();
    }

    @Test
    void somebody_stays_on_the_team() {
        assertThatThrownBy(() -> in(() -> negotiations.leave(nora, id, nora.member())))
                .isInstanceOf(Refused.class);
    }

    private void aim() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        change(plan ->
                plan.aimingAt(
                        new Aim(
                                Optional.of(BigDecimal.valueOf(7)),
                                "their line stands still",
                                Optional.of(new Aim.Deed(nora.member(), now)),
                                Optional.empty())));
    }

    @Test
    void the_aim_is_kept_once_a_colleague_has_signed_it() {
        aim();
        assertThatThrownBy(() -> in(() -> negotiations.signAim(nora, id, _ -> {})))
                .isInstanceOf(Refused.class);

        in(() -> negotiations.join(nora, id, ivo.member()));
        in(() -> negotiations.signAim(ivo, id, _ -> {}));

        assertThat(plan().aim().state(false)).isEqualTo(Aim.State.KEPT);
        assertThat(plan().aim().heard().orElseThrow().by()).isEqualTo(ivo.member());
        assertThat(in(() -> versions.page(nora, id, Optional.empty(), 100).items()))
                .extracting(PlanVersion::what)
                .containsExactly("the aim was signed");
    }

    private static Alternative alternative(Side side, String name) {
        return new Alternative(
                UUID.randomUUID(),
                side,
                name,
                "two weeks of work",
                Optional.of(new Range(BigDecimal.valueOf(30), BigDecimal.valueOf(35))));
    }

    @Test
    void the_table_opens_when_what_it_needs_is_there_and_the_plan_is_kept() {
        assertThatThrownBy(() -> in(() -> negotiations.open(nora, id)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no issue");

        change(plan ->
                plan.withIssues(issues(plan.issues()))
                        .withAlternatives(
                                List.of(
                                        alternative(Side.US, "sell to Quill"),
                                        alternative(Side.THEM, "patch the old ones"))));
        change(plan ->
                plan.allIssuesSaid(Optional.of(Instant.now().truncatedTo(ChronoUnit.MICROS))));
        in(() -> negotiations.open(nora, id));

        Negotiation open = in(() -> negotiations.one(nora, id)).orElseThrow();
        assertThat(open.opened()).isPresent();
        int kept =
                in(() -> versions.page(nora, id, Optional.empty(), 100).items())
                        .getFirst()
                        .revision();
        assertThat(in(() -> versions.one(nora, id, kept))).contains(open.plan());
        assertThatThrownBy(() -> in(() -> negotiations.remove(nora, id)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_earlier_version_stands_again_and_what_stood_until_then_is_kept() {
        in(() -> versions.keep(nora, id, "by hand"));
        int kept =
                in(() -> versions.page(nora, id, Optional.empty(), 100).items())
                        .getFirst()
                        .revision();
        change(plan -> plan.leavingAt(Optional.of(BigDecimal.valueOf(50)), "we need the hall"));

        assertThat(in(() -> versions.restore(ivo, id, kept))).isEmpty();
        assertThat(in(() -> versions.restore(nora, id, 999))).isEmpty();
        in(() -> versions.restore(nora, id, kept));
        assertThat(plan().walkAway()).contains(BigDecimal.valueOf(37));
        int before =
                in(() -> versions.page(nora, id, Optional.empty(), 100).items())
                        .getFirst()
                        .revision();
        assertThat(in(() -> versions.one(nora, id, before)).orElseThrow().walkAwayWords())
                .isEqualTo("we need the hall");
    }

    @Test
    void an_earlier_plan_is_begun_with_again() {
        change(plan -> plan.withIssues(issues(plan.issues())));
        NegotiationId copy = in(() -> negotiations.begin(nora, deal, "Again", Optional.of(id)));
        Plan begun = in(() -> negotiations.one(nora, copy)).orElseThrow().plan();

        assertThat(begun.issues()).extracting(PlanIssue::name).containsExactly("Price", "Term");
        assertThat(begun.walkAway()).isEmpty();
    }

    private List<Signal> signals(Viewer viewer, Instant at) {
        return in(() ->
                server.beans(SignalSource.class).stream()
                        .flatMap(source -> source.signals(viewer, at).stream())
                        .filter(signal -> signal.key().name().startsWith(id.toString()))
                        .toList());
    }

    @Test
    void planning_that_is_near_with_parts_missing_comes_up_for_the_team_only() {
        Instant before = Instant.now();
        change(plan -> plan.titled("Pumps", Optional.of(Instant.now().plus(Duration.ofHours(20)))));

        assertThat(signals(nora, Instant.now()))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.level()).isEqualTo(Level.PROMISE_DUE);
                    assertThat(signal.why()).contains("Pumps", "not known yet");
                });
        assertThat(signals(boss, Instant.now())).isEmpty();
        assertThat(signals(nora, before)).as("it was not known then").isEmpty();
    }

    @Test
    void whoever_takes_over_is_on_the_team() {
        in(() -> negotiations.join(nora, id, ivo.member()));
        var rooms = server.beans(app.rapport.kernel.MemberRecords.class);
        var handed =
                in(() ->
                        rooms.stream()
                                .filter(room ->
                                        room.columns().contains("negotiation_member.member_id"))
                                .findFirst()
                                .orElseThrow()
                                .handOver(boss, ivo.member(), boss.member()));

        assertThat(in(() -> negotiations.one(boss, id))).isPresent();
        in(() -> {
            rooms.stream()
                    .filter(room -> room.columns().contains("negotiation_member.member_id"))
                    .forEach(room ->
                            room.giveBack(
                                    boss,
                                    ivo.member(),
                                    boss.member(),
                                    "negotiation_member.member_id",
                                    handed.get("negotiation_member.member_id")));
            return true;
        });
        assertThat(in(() -> negotiations.one(boss, id))).isEmpty();
    }

    @Test
    void a_past_moment_goes_by_the_date_and_the_team_of_then() {
        change(plan -> plan.titled("Pumps", Optional.of(Instant.now().plus(Duration.ofHours(20)))));
        in(() -> versions.keep(nora, id, "by hand"));
        Instant then = Instant.now();
        change(plan -> plan.titled("Valves", Optional.of(then.plus(Duration.ofDays(90)))));
        in(() -> negotiations.join(nora, id, ivo.member()));

        assertThat(signals(nora, Instant.now())).as("there is time now").isEmpty();
        assertThat(signals(nora, then))
                .singleElement()
                .satisfies(signal -> assertThat(signal.why()).contains("Pumps"));
        assertThat(signals(ivo, then)).as("he came later").isEmpty();
    }

    @Test
    void who_saved_a_part_last_is_kept_part_by_part() {
        in(() -> negotiations.join(nora, id, ivo.member()));
        in(() -> negotiations.change(ivo, id, plan -> plan.withIssues(issues(plan.issues()))));

        assertThat(saved(PlanPart.ISSUES).by()).isEqualTo(ivo.member());
        assertThat(saved(PlanPart.WALK_AWAY).by()).isEqualTo(nora.member());
        assertThat(in(() -> negotiations.lastSaved(boss, id, PlanPart.ISSUES))).isEmpty();
        assertThat(in(() -> negotiations.lastSaved(nora, id, PlanPart.PRICE))).isEmpty();
    }

    private Aim.Deed saved(PlanPart part) {
        return in(() -> negotiations.lastSaved(nora, id, part)).orElseThrow();
    }

    @Test
    void more_options_than_a_sheet_holds_are_refused_where_they_are_added() {
        String many =
                java.util.stream.IntStream.range(0, 110)
                        .mapToObj(i -> "o" + i)
                        .collect(java.util.stream.Collectors.joining("; "));
        List<IssueRow> rows =
                List.of(
                        new IssueRow("", "Colour", many, "", "", "", false),
                        new IssueRow("", "Form", many, "", "", "", false));

        assertThat(PlanEdits.issues(List.of(), rows.subList(0, 1))).hasSize(1);
        assertThatThrownBy(() -> PlanEdits.issues(List.of(), rows))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("220 options, and at most 200 fit");
    }
}
