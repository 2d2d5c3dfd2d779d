package app.rapport.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import app.rapport.access.Access;
import app.rapport.access.Members;
import app.rapport.access.Refused;
import app.rapport.access.Scope;
import app.rapport.access.Visibility;
import app.rapport.browser.TestServer;
import app.rapport.calls.CaseOf.OfAccount;
import app.rapport.calls.CaseOf.OfDeal;
import app.rapport.calls.model.BusinessCase;
import app.rapport.calls.model.CaseBenefit;
import app.rapport.calls.model.Span;
import app.rapport.calls.model.Timing;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.Bin;
import app.rapport.people.Merges;
import app.rapport.people.model.AccountField;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case is written in versions, shared by a link that shows one of them, and nothing else leaks.
 */
class BusinessCasesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestServer server;

    private FreshFirm firm;
    private Viewer nora;
    private BusinessCases cases;
    private CaseLinks links;
    private AccountId mill;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_and_a_mill() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        cases = server.bean(BusinessCases.class);
        links = server.bean(CaseLinks.class);
        mill = company("Quillbrook Mill");
    }

    private AccountId company(String name) {
        return in(() -> server.bean(AccountBook.class).add(nora, Map.of(AccountField.NAME, name)));
    }

    private DealId deal(String name) {
        return in(() ->
                server.bean(DealBook.class)
                        .add(
                                nora,
                                Map.of(
                                        DealField.NAME,
                                        name,
                                        DealField.ACCOUNT,
                                        mill.toString(),
                                        DealField.AMOUNT,
                                        "12500",
                                        DealField.CURRENCY,
                                        "EUR")));
    }

    private <T> T in(Supplier<T> work) {
        return firm.in(work);
    }

    private static BusinessCase titled(String title) {
        CaseBenefit scrap =
                new CaseBenefit(
                        "Less scrap",
                        "Petra Holm",
                        Optional.of(new Span(new BigDecimal("8000"), new BigDecimal("9000.50"))),
                        Timing.EACH_YEAR,
                        Optional.of(90),
                        "scale tickets of March");
        BusinessCase blank = BusinessCase.blank(title, "EUR", Optional.empty());
        return new BusinessCase(
                title,
                "",
                "EUR",
                3,
                Optional.of(new BigDecimal("8")),
                blank.costs(),
                List.of(scrap));
    }

    private FiledCase made(String title) {
        return in(() -> cases.add(nora, new OfAccount(mill), titled(title)));
    }

    private FiledCase saved(FiledCase standing, String title) {
        return in(() ->
                cases.change(
                        nora,
                        standing.id(),
                        titled(title),
                        BusinessCases.unchangedSince(standing.revision())));
    }

    private Optional<FiledCase> one(Viewer viewer, FiledCase of) {
        return in(() -> cases.one(viewer, of.id()));
    }

    @Test
    void each_save_is_a_version_that_can_stand_again() {
        FiledCase first = made("Pumps");
        FiledCase second = saved(first, "Pumps and valves");
        assertThat(saved(second, "Pumps and valves").revision()).isEqualTo(2);
        in(() -> cases.restore(nora, first.id(), 1, _ -> {}));
        assertThat(one(nora, first))
                .get()
                .satisfies(now -> {
                    assertThat(now.content()).isEqualTo(titled("Pumps"));
                    assertThat(now.revision()).isEqualTo(3);
                });
        assertThat(in(() -> cases.versions(nora, first.id())))
                .extracting(CaseVersion::revision)
                .containsExactly(3, 2, 1);
    }

    @Test
    void undoing_a_save_takes_nothing_along_that_a_colleague_saved_since() {
        FiledCase first = made("Pumps");
        FiledCase second = saved(first, "Pumps and valves");
        saved(second, "Hers");

        assertThatThrownBy(() ->
                        in(() ->
                                cases.restore(
                                        nora,
                                        first.id(),
                                        1,
                                        BusinessCases.unchangedSince(second.revision()))))
                .isInstanceOf(Refused.class);
        assertThat(one(nora, first).orElseThrow().content().title()).isEqualTo("Hers");
    }

    @Test
    void what_somebody_saved_meanwhile_is_not_written_over() {
        FiledCase read = made("Pumps");
        saved(read, "Hers");
        assertThatThrownBy(() -> saved(read, "His"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("revision"));
        assertThat(one(nora, read).orElseThrow().content().title()).isEqualTo("Hers");
    }

    @Test
    void a_case_of_a_deal_begins_with_its_price_and_stands_on_the_company_too() {
        DealId deal = deal("Pump retrofit");
        FiledCase fresh = in(() -> cases.fresh(nora, new OfDeal(deal))).orElseThrow();
        assertThat(fresh.content().title())
                .as("the customer reads it")
                .isEqualTo("Business case for Quillbrook Mill");
        assertThat(fresh.content().costs().getFirst().amount())
                .hasValueSatisfying(all -> assertThat(all.low()).isEqualByComparingTo("12500"));
        in(() -> cases.add(nora, new OfDeal(deal), fresh.content()));
        assertThat(in(() -> cases.of(nora, new OfAccount(mill), 10)))
                .extracting(FiledCase::deal)
                .containsExactly("Pump retrofit");
        in(() -> {
            server.bean(DealBook.class).delete(nora, deal, _ -> {});
            return true;
        });
        assertThat(in(() -> cases.of(nora, new OfAccount(mill), 10))).isEmpty();
    }

    @Test
    void who_does_not_see_the_company_sees_no_case_of_it() {
        FiledCase hers = made("Pumps");
        server.bean(Members.class)
                .changeVisibility(
                        server.bean(Access.class)
                                .member(nora.workspace(), nora.member())
                                .orElseThrow(),
                        firm.tom().member(),
                        Visibility.OWN);
        String token = server.bean(Access.class).createToken(firm.tom(), "a test", Scope.WRITE);
        assertThat(ask(token, "GET", "/business-cases/" + hers.id(), "").statusCode())
                .isEqualTo(404);
        assertThat(ask(token, "GET", "/business-cases/" + hers.id() + "/links", "").statusCode())
                .isEqualTo(404);
        assertThat(json(ask(token, "GET", "/business-cases", "")).get("items")).isEmpty();
    }

    private static HttpResponse<String> ask(
            String token, String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return sent(request.build());
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> opened(CaseLinks.Made link) {
        return sent(HttpRequest.newBuilder(URI.create(server.address() + link.path())).build());
    }

    private CaseLinks.Made shared(FiledCase of) {
        return in(() -> links.make(nora, of, "Their board", links.usualEnd(nora)));
    }

    @Test
    void a_link_shows_the_version_that_stood_and_no_other_until_somebody_says_so() {
        DealId deal = deal("Squeeze them for the retrofit");
        FiledCase first = in(() -> cases.add(nora, new OfDeal(deal), titled("Pumps")));
        CaseLinks.Made link = shared(first);
        FiledCase second = saved(first, "Draft nobody may see");

        HttpResponse<String> page = opened(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body())
                .contains("Pumps", "Quillbrook Mill", "Petra Holm", "scale tickets of March")
                .doesNotContain(
                        "Draft nobody may see", "Squeeze", deal.toString(), first.id().toString());

        assertThat(in(() -> links.renew(nora, second, link.link().id()))).isTrue();
        assertThat(opened(link).body()).contains("Draft nobody may see");
    }

    @Test
    void a_link_opens_nothing_once_it_is_revoked_or_ended_or_its_case_is_deleted() {
        FiledCase pumps = made("Pumps");
        CaseLinks.Made link = shared(pumps);
        in(() -> links.revoke(nora, pumps, link.link().id()));
        assertThat(opened(link).statusCode()).isEqualTo(404);
        assertThat(in(() -> links.restore(nora, pumps, link.link().id()))).isTrue();
        assertThat(opened(link).statusCode()).isEqualTo(200);

        in(() -> {
            cases.delete(nora, pumps.id(), _ -> {});
            return true;
        });
        assertThat(opened(link).statusCode()).isEqualTo(404);
        assertThat(in(() -> server.bean(Bin.class).restore(nora, pumps.id()))).isPresent();
        assertThat(opened(link).statusCode()).isEqualTo(200);

        assertThatThrownBy(() ->
                        in(() ->
                                links.make(
                                        nora, pumps, "", LocalDate.now(nora.zone()).minusDays(1))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_link_to_the_case_of_a_deal_opens_nothing_while_its_company_lies_in_the_bin() {
        DealId pumps = deal("Pumps");
        CaseLinks.Made link = shared(in(() -> cases.add(nora, new OfDeal(pumps), titled("Pumps"))));
        assertThat(opened(link).statusCode()).isEqualTo(200);

        in(() -> {
            server.bean(AccountBook.class).delete(nora, mill, _ -> {});
            return true;
        });
        assertThat(opened(link).statusCode()).isEqualTo(404);

        in(() -> server.bean(Bin.class).restore(nora, mill.value()));
        assertThat(opened(link).statusCode()).isEqualTo(200);
    }

    @Test
    void no_more_links_open_a_case_than_can_be_seen_and_revoked() {
        FiledCase pumps = made("Pumps");
        CaseLinks.Made oldest = shared(pumps);
        for (int i = 1; i < 50; i++) shared(pumps);

        assertThatThrownBy(() -> shared(pumps)).isInstanceOf(Refused.class);
        assertThat(in(() -> links.of(nora, pumps)))
                .extracting(CaseLink::id)
                .contains(oldest.link().id());
        in(() -> links.revoke(nora, pumps, oldest.link().id()));
        shared(pumps);
    }

    @Test
    void a_number_or_a_text_that_cannot_be_kept_is_refused_and_spoils_nothing() {
        String token = server.bean(Access.class).createToken(nora, "a test", Scope.WRITE);
        made("Pumps");
        for (String content :
                List.of(
                        "{\"title\":\"A\",\"costs\":[{\"name\":\"Price\",\"bearer\":\"us\",\"from\":1e-2000}]}",
                        "{\"title\":\"A\",\"rate\":1e-2000}",
                        "{\"title\":\"A\\u0000B\"}"))
            assertThat(
                            ask(
                                            token,
                                            "POST",
                                            "/business-cases",
                                            "{\"account\":\"%s\",\"content\":%s}"
                                                    .formatted(mill, content))
                                    .statusCode())
                    .as(content)
                    .isEqualTo(422);
        assertThat(
                        ask(token, "PUT", "/risk/limit", "{\"amount\":1e9000,\"currency\":\"EUR\"}")
                                .body())
                .as("before it is written out")
                .contains("#/amount", "cannot be read");
        assertThat(json(ask(token, "GET", "/business-cases", "")).get("items")).hasSize(1);
        URI zero = URI.create(server.address() + "/login?to=%00");
        assertThat(sent(HttpRequest.newBuilder(zero).build()).statusCode()).isEqualTo(400);
    }

    @Test
    void opening_a_link_leaves_no_trace() {
        CaseLinks.Made link = shared(made("Pumps"));
        String before = kept();
        opened(link);
        assertThat(kept()).isEqualTo(before);
    }

    private String kept() {
        return in(() ->
                server.bean(JdbcClient.class)
                        .sql("SELECT string_agg(l::text, ',') FROM business_case_link l")
                        .query(String.class)
                        .single());
    }

    @Test
    void cases_go_along_when_companies_become_one() {
        FiledCase pumps = made("Pumps");
        AccountId other = company("Quillbrook Mills Ltd");
        in(() ->
                server.bean(Merges.class)
                        .join(nora, RecordKind.ACCOUNT, other.value(), mill.value(), Map.of()));
        assertThat(one(nora, pumps)).map(FiledCase::of).contains(new OfAccount(other));
    }

    private static HttpResponse<String> sharedOnce(String token, String path) {
        String board = "{\"label\":\"Board\"}";
        return ask(token, "POST", path + "/links", board, "Idempotency-Key", "board");
    }

    private List<String> keptAnswers() {
        return in(() ->
                server.bean(JdbcClient.class)
                        .sql("SELECT encode(sealed, 'escape') FROM idempotent_answer")
                        .query(String.class)
                        .list());
    }

    @Test
    void a_program_makes_reads_changes_and_shares_a_case() {
        String token = server.bean(Access.class).createToken(nora, "a test", Scope.WRITE);
        String content =
                """
                {"title":"Pumps","currency":"EUR","years":3,"rate":10,
                 "costs":[{"name":"Price","bearer":"us","from":10000}],
                 "benefits":[{"name":"Less scrap","owner":"Petra","from":6000,"often":"yearly","certainty":100}]}
                """;
        HttpResponse<String> made =
                ask(
                        token,
                        "POST",
                        "/business-cases",
                        "{\"account\":\"%s\",\"content\":%s}".formatted(mill, content));
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode filed = json(made);
        assertThat(filed.get("expected").get("npv").asDouble())
                .isEqualTo(-10000 + 6000 * 2.486852, offset(0.01));
        assertThat(filed.get("expected").get("roi").asDouble()).isEqualTo(0.8);
        String path = "/business-cases/" + filed.get("id").asString();
        String tag = made.headers().firstValue("ETag").orElseThrow();
        String other = content.replace("10000", "9000");
        assertThat(ask(token, "PUT", path, other, "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(ask(token, "PUT", path, content, "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(json(ask(token, "GET", path + "/versions", "")).get("items")).hasSize(2);
        assertThat(json(ask(token, "GET", path + "/versions/1", "")).at("/costs/0/from").asInt())
                .isEqualTo(10_000);
        assertThat(ask(token, "GET", path + "/versions/3", "").statusCode()).isEqualTo(404);
        JsonNode counted = json(ask(token, "POST", "/business-cases/figures", content));
        assertThat(counted.at("/expected/roi").asDouble()).isEqualTo(0.8);
        assertThat(ask(token, "POST", path + "/versions/1/restore", "").statusCode())
                .isEqualTo(200);
        JsonNode link = json(sharedOnce(token, path));
        assertThat(link.get("path").asString()).startsWith("/case/");
        assertThat(json(sharedOnce(token, path))).as("asked again").isEqualTo(link);
        assertThat(keptAnswers())
                .isNotEmpty()
                .as("what lies in the database tells no secret")
                .noneMatch(kept -> kept.contains(link.get("path").asString()));
        assertThat(
                        ask(token, "DELETE", path + "/links/" + link.get("id").asString(), "")
                                .statusCode())
                .isEqualTo(204);
        assertThat(ask(token, "PUT", path, content.replace("\"us\"", "\"nobody\"")).statusCode())
                .isEqualTo(422);
        assertThat(ask(token, "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(ask(token, "GET", path, "").statusCode()).isEqualTo(404);
        assertThat(ask(token, "GET", "/business-cases/" + UUID.randomUUID(), "").statusCode())
                .isEqualTo(404);
    }
}
