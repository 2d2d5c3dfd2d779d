package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Refused;
import app.rapport.access.Scope;
import app.rapport.bargaining.course.Turn.Side;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.PlanEdits.IssueRow;
import app.rapport.negotiations.model.Alternative;
import app.rapport.negotiations.model.PlanIssue;
import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.Section;
import app.rapport.negotiations.model.table.Agreement;
import app.rapport.negotiations.model.table.CurveBall;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.model.table.Ending;
import app.rapport.negotiations.model.table.NotedCaution;
import app.rapport.negotiations.model.table.NotedCaution.Answer;
import app.rapport.negotiations.model.table.Offer;
import app.rapport.negotiations.model.table.Tactic;
import app.rapport.negotiations.model.table.Warning;
import app.rapport.people.AccountBook;
import app.rapport.people.model.AccountField;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
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

/** What is put on the table stays there, for its team only. */
class SittingsTest {
    private static TestServer server;
    private static Viewer nora;
    private static Viewer ivo;
    private static Viewer boss;
    private static Sittings sittings;
    private static Closings closings;
    private static String quill;

    private NegotiationId id;
    private List<PlanIssue> issues;

    @BeforeAll
    static void a_firm_of_three() {
        server = TestServer.start();
        FirmOfThree firm = FirmOfThree.on(server);
        boss = firm.boss();
        nora = firm.nora();
        ivo = firm.ivo();
        sittings = server.bean(Sittings.class);
        closings = server.bean(Closings.class);
        quill =
                in(() ->
                        server.bean(AccountBook.class)
                                .add(nora, Map.of(AccountField.NAME, "Quill"))
                                .toString());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static <T> T in(Supplier<T> work) {
        return CurrentWorkspace.call(boss.workspace(), work);
    }

    @BeforeEach
    void an_open_table_of_noras() {
        Negotiations negotiations = server.bean(Negotiations.class);
        issues =
                PlanEdits.issues(
                        List.of(),
                        List.of(
                                new IssueRow(
                                        "",
                                        "Price",
                                        "90 to 110 step 5 EUR",
                                        "100",
                                        "60",
                                        "90",
                                        true),
                                new IssueRow("", "Term", "30 days; 60 days", "50", "", "", false)));
        issues = List.of(scored(issues.get(0), 0, 100), scored(issues.get(1), 100, 0));
        id =
                in(() -> {
                    var deal =
                            server.bean(DealBook.class)
                                    .add(
                                            nora,
                                            Map.of(
                                                    DealField.NAME,
                                                    "Pumps",
                                                    DealField.ACCOUNT,
                                                    quill));
                    return negotiations.begin(nora, deal, "Pumps", Optional.empty());
                });
        in(() ->
                negotiations.change(
                        nora,
                        id,
                        plan ->
                                plan.withIssues(issues)
                                        .leavingAt(Optional.of(BigDecimal.valueOf(40)), "")
                                        .withAlternatives(
                                                List.of(
                                                        alternative(Section.Side.US),
                                                        alternative(Section.Side.THEM)))));
        in(() ->
                negotiations.change(
                        nora, id, plan -> plan.allIssuesSaid(Optional.of(Instant.EPOCH))));
        in(() -> negotiations.open(nora, id));
    }

    private static Alternative alternative(Section.Side side) {
        return new Alternative(
                UUID.randomUUID(),
                side,
                "Quill",
                "",
                Optional.of(new Range(BigDecimal.valueOf(30), BigDecimal.valueOf(35))));
    }

    private static PlanIssue scored(PlanIssue issue, int... scores) {
        List<PlanIssue.PlanOption> options = new java.util.ArrayList<>();
        for (int i = 0; i < scores.length; i++)
            options.add(
                    new PlanIssue.PlanOption(
                            issue.options().get(i).id(),
                            issue.options().get(i).name(),
                            Optional.of(BigDecimal.valueOf(scores[i])),
                            Optional.empty()));
        return issue.with(issue.swing(), issue.theirs(), options);
    }

    private Said said(Side by, String price, String term) {
        return said(by, price, term, "they asked", "");
    }

    private Said said(Side by, String price, String term, String priceReason, String belowReason) {
        Map<UUID, String> choices = new HashMap<>();
        if (!price.isEmpty()) choices.put(issues.get(0).id(), price);
        if (!term.isEmpty()) choices.put(issues.get(1).id(), term);
        return new Said(
                UUID.randomUUID(),
                by,
                Optional.empty(),
                "",
                "",
                choices,
                priceReason,
                belowReason,
                Set.of());
    }

    private Offer put(Viewer viewer, Said said) {
        return in(() -> sittings.put(viewer, id, said)).orElseThrow();
    }

    private Sitting sitting() {
        return in(() -> sittings.one(nora, id)).orElseThrow();
    }

    @Test
    void what_is_sent_twice_is_one_offer_and_what_was_a_mistake_is_taken_back() {
        Said first = said(Side.THEIRS, "90", "60 days");
        put(nora, first);
        Offer again = put(nora, first);
        assertThat(sitting().path()).hasSize(1);
        assertThat(sitting().path().getFirst().standing()).isEqualTo(first.choices());

        int before = in(() -> sittings.changes(nora, id)).orElseThrow();
        in(() -> sittings.takeBack(nora, id, again.id()));
        assertThat(sitting().path()).isEmpty();
        assertThat(in(() -> sittings.changes(nora, id)).orElseThrow()).isGreaterThan(before);
        in(() -> sittings.bringBack(nora, id, again.id()));
        assertThat(sitting().path()).hasSize(1);
    }

    @Test
    void the_price_waits_at_the_table_too_and_the_reason_why_it_does_not_is_kept() {
        assertThatThrownBy(() -> put(nora, said(Side.OURS, "110", "30 days", "", "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("price waits");
        put(nora, said(Side.OURS, "", "30 days", "", ""));
        put(nora, said(Side.THEIRS, "90", "", "", ""));
        put(nora, said(Side.OURS, "110", "", "they named it first", ""));

        assertThat(sitting().plan().price().override()).isEqualTo("they named it first");
    }

    @Test
    void under_the_walk_away_an_offer_waits_for_a_second_person() {
        assertThatThrownBy(() -> put(nora, said(Side.OURS, "90", "60 days")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("under your walk-away");
        Offer waits =
                put(nora, said(Side.OURS, "90", "60 days", "they asked", "the line stands still"));
        assertThat(sitting().path()).isEmpty();
        assertThat(sitting().waiting()).extracting(Offer::id).containsExactly(waits.id());
        assertThatThrownBy(() -> in(() -> sittings.agreeBelow(nora, id, waits.id())))
                .isInstanceOf(Refused.class);

        in(() -> server.bean(Negotiations.class).join(nora, id, ivo.member()));
        in(() -> sittings.agreeBelow(ivo, id, waits.id()));
        assertThat(sitting().path()).hasSize(1);
        assertThat(in(() -> closings.agree(nora, id, waits.id()))).isTrue();
    }

    @Test
    void a_walk_away_that_was_set_in_calm_is_not_lowered_at_the_table() {
        Negotiations negotiations = server.bean(Negotiations.class);
        for (Optional<BigDecimal> lower :
                List.of(Optional.of(BigDecimal.TEN), Optional.<BigDecimal>empty()))
            assertThatThrownBy(() ->
                            in(() ->
                                    negotiations.change(
                                            nora, id, plan -> plan.leavingAt(lower, ""))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("set in calm");

        Optional<BigDecimal> higher = Optional.of(BigDecimal.valueOf(50));
        in(() -> negotiations.change(nora, id, plan -> plan.leavingAt(higher, "")));
        assertThat(sitting().plan().walkAway()).isEqualTo(higher);
    }

    @Test
    void their_offer_is_not_accepted_under_the_walk_away_nor_before_all_is_said() {
        Offer part = put(nora, said(Side.THEIRS, "110", ""));
        assertThatThrownBy(() -> in(() -> closings.agree(nora, id, part.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Term");
        Offer low = put(nora, said(Side.THEIRS, "90", "60 days"));
        assertThatThrownBy(() -> in(() -> closings.agree(nora, id, low.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("under your walk-away");
    }

    @Test
    void an_agreement_closes_the_table_and_says_what_it_is_worth() {
        put(nora, said(Side.OURS, "110", "30 days"));
        Offer theirs = put(nora, said(Side.THEIRS, "105", "30 days"));
        in(() -> closings.agree(nora, id, theirs.id()));

        Agreement agreement = sitting().agreement().orElseThrow();
        assertThat(agreement.terms()).isEqualTo(theirs.choices());
        assertThat(agreement.value().middle()).isBetween(83.0, 84.0);
        assertThatThrownBy(() -> put(nora, said(Side.OURS, "110", "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("closed");
        in(() -> closings.reopen(nora, id));
        assertThat(sitting().agreement()).isEmpty();
    }

    @Test
    void who_walks_away_says_why() {
        assertThatThrownBy(() -> in(() -> closings.leave(nora, id, " ")))
                .isInstanceOf(Refused.class);
        in(() -> closings.leave(nora, id, "the term does not carry the stock"));
        assertThat(sitting().state().ending())
                .get()
                .isInstanceOfSatisfying(
                        Ending.Left.class, left -> assertThat(left.reason()).contains("stock"));
    }

    @Test
    void what_was_warned_of_is_kept_with_what_was_made_of_it() {
        put(nora, said(Side.OURS, "110", "30 days"));
        put(nora, said(Side.THEIRS, "90", "60 days"));
        NotedCaution anchor = sitting().open().getFirst();
        assertThat(anchor.caution().sign()).isEqualTo(Tactic.EXTREME_ANCHOR);

        in(() -> sittings.answer(nora, id, anchor.id(), Optional.of(Answer.SO)));
        assertThat(sitting().open()).isEmpty();
        Said gift = said(Side.OURS, "105", "30 days");
        put(
                nora,
                new Said(
                        gift.id(),
                        gift.by(),
                        gift.at(),
                        "",
                        "",
                        gift.choices(),
                        "",
                        "",
                        Set.of("first_on_major")));
        assertThat(sitting().cautions())
                .filteredOn(one -> one.caution().sign() == Warning.FIRST_ON_MAJOR)
                .singleElement()
                .satisfies(one -> assertThat(one.answer()).contains(Answer.WENT_ON));
        assertThat(in(() -> sittings.answer(ivo, id, anchor.id(), Optional.empty()))).isFalse();
    }

    @Test
    void what_a_buyer_tried_at_one_table_is_told_at_the_next_one_to_the_team_of_both() {
        put(nora, said(Side.THEIRS, "90", "60 days"));
        UUID anchor = sitting().open().getFirst().id();
        in(() -> sittings.answer(nora, id, anchor, Optional.of(Answer.SO)));

        an_open_table_of_noras();
        assertThat(in(() -> sittings.curveBalls(nora, id)))
                .extracting(CurveBall::sign)
                .contains(Tactic.EXTREME_ANCHOR);
        in(() -> server.bean(Negotiations.class).join(nora, id, ivo.member()));
        assertThat(in(() -> sittings.curveBalls(ivo, id))).as("who was not there").isEmpty();
    }

    private static Deadlock view(String theirs, int seen) {
        return new Deadlock("ours", theirs, "", "", "", "", seen, Optional.empty());
    }

    @Test
    void of_two_who_write_in_the_deadlock_room_the_second_one_is_told() {
        Deadlocks deadlocks = server.bean(Deadlocks.class);
        in(() -> server.bean(Negotiations.class).join(nora, id, ivo.member()));
        in(() -> deadlocks.write(nora, id, view("we need the term", 0)));
        assertThatThrownBy(() -> in(() -> deadlocks.write(ivo, id, view("we need cash", 0))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nora changed this");
        in(() -> deadlocks.write(ivo, id, view("we need cash", 1)));

        assertThat(in(() -> deadlocks.one(nora, id)).orElseThrow().theirView())
                .isEqualTo("we need cash");
        assertThat(in(() -> deadlocks.one(boss, id))).isEmpty();
        assertThat(in(() -> deadlocks.write(boss, id, view("", 2)))).isFalse();
    }

    private static int status(Viewer who, String path) throws Exception {
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
    void to_whoever_is_not_on_the_team_there_is_no_table() throws Exception {
        Offer offer = put(nora, said(Side.THEIRS, "105", "30 days"));
        for (Viewer other : List.of(ivo, boss)) {
            assertThat(in(() -> sittings.one(other, id))).isEmpty();
            assertThat(in(() -> sittings.changes(other, id))).isEmpty();
            assertThat(in(() -> sittings.put(other, id, said(Side.OURS, "", "30 days")))).isEmpty();
            assertThat(in(() -> sittings.takeBack(other, id, offer.id()))).isFalse();
            assertThat(in(() -> closings.agree(other, id, offer.id()))).isFalse();
            assertThat(in(() -> sittings.agreeBelow(other, id, offer.id()))).isFalse();
            assertThat(in(() -> closings.leave(other, id, "no"))).isFalse();
            assertThat(in(() -> closings.reopen(other, id))).isFalse();
            assertThat(in(() -> closings.endsOn(other, id, Optional.empty()))).isFalse();
            assertThat(status(other, "/api/v1/negotiations/" + id + "/table")).isEqualTo(404);
        }
        assertThat(sitting().path()).hasSize(1);
        assertThat(status(nora, "/api/v1/negotiations/" + id + "/table")).isEqualTo(200);
    }

    @Test
    void what_was_said_before_the_table_closed_is_kept_as_a_note_that_changes_nothing() {
        Said first = said(Side.THEIRS, "110", "30 days");
        put(nora, first);
        Said late = said(Side.THEIRS, "90", "60 days");
        assertThatThrownBy(() -> in(() -> sittings.keepLate(nora, id, late)))
                .as("it can be put on the table")
                .isInstanceOf(Refused.class);
        in(() -> closings.agree(nora, id, first.id()));
        Agreement agreed = sitting().agreement().orElseThrow();

        assertThat(put(nora, first).id()).as("what was sent before is known").isEqualTo(first.id());
        assertThatThrownBy(() -> put(nora, late))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("closed");
        assertThat(in(() -> sittings.keepLate(ivo, id, late))).as("not on the team").isEmpty();
        in(() -> sittings.keepLate(nora, id, late));
        in(() -> sittings.keepLate(nora, id, late));
        assertThat(sitting().late()).extracting(Offer::id).containsExactly(late.id());
        assertThat(sitting().path()).hasSize(1);
        assertThat(sitting().agreement()).contains(agreed);
        in(() -> sittings.dropLate(nora, id, late.id()));
        assertThat(sitting().late()).isEmpty();
    }
}
