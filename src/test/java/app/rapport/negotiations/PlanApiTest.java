package app.rapport.negotiations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Scope;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.Viewer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A negotiation from its plan to its end over the API, by its team and nobody else. */
class PlanApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server;
    private static Viewer boss;
    private static String nora;
    private static String ivo;
    private static UUID ivosId;

    private String home;
    private JsonNode plan;

    @BeforeAll
    static void a_firm_of_three() {
        server = TestServer.start();
        FirmOfThree firm = FirmOfThree.on(server);
        boss = firm.boss();
        nora = token(firm.nora());
        Viewer seller = firm.ivo();
        ivo = token(seller);
        ivosId = seller.member().value();
    }

    private static String token(Viewer viewer) {
        return server.bean(Access.class).createToken(viewer, "a test", Scope.WRITE);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static HttpResponse<String> sent(
            String token, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (headers.length > 0) request.headers(headers);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode nora(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = sent(nora, method, home + path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isLessThan(300);
        return answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    private int refused(String method, String path, String body) throws Exception {
        return sent(nora, method, home + path, body).statusCode();
    }

    @BeforeEach
    void a_plan_of_noras() throws Exception {
        DealId deal =
                CurrentWorkspace.call(
                        boss.workspace(),
                        () ->
                                server.bean(DealBook.class)
                                        .add(boss, Map.of(DealField.NAME, "Pumps")));
        HttpResponse<String> begun =
                sent(nora, "POST", "/api/v1/negotiations", "{'deal':'%s'}".formatted(deal));
        home =
                "/api/v1/negotiations/"
                        + JsonMapper.shared().readTree(begun.body()).at("/id").asString();
        plan =
                nora(
                        "PUT",
                        "/issues",
                        """
                        {'issues':[{'name':'Price','options':'90 to 110 step 5 EUR','swing':'100','price':true},
                                   {'name':'Term','options':'30 days; 60 days','swing':'50','price':false}]}
                        """);
        nora(
                "PUT",
                "/scores",
                "{'scores':[{'option':'%s','score':0},{'option':'%s','score':100},{'option':'%s','score':70},{'option':'%s','score':0}]}"
                        .formatted(option(0, 0), option(0, 1), option(1, 0), option(1, 1)));
    }

    private String issue(int at) {
        return plan.at("/issues/" + at + "/id").asString();
    }

    private String option(int issue, int at) {
        return plan.at("/issues/" + issue + "/options/" + at + "/id").asString();
    }

    private void planned() throws Exception {
        nora(
                "PUT",
                "/alternatives",
                "{'alternatives':[{'side':'us','name':'the canal trust','low':35,'high':45},{'side':'them','name':'patch them','high':60}]}");
        nora("PUT", "/walk-away", "{'points':42,'words':'below 98'}");
        nora("PUT", "/all-issues", "{'identified':true}");
    }

    @Test
    void a_plan_is_written_by_its_team_until_the_table_may_open() throws Exception {
        String line = "{'lines':[{'side':'them','words':'running by May','cost':9},{'words':''}]}";
        assertThat(sent(ivo, "PUT", home + "/lines/need", line).statusCode()).isEqualTo(404);
        assertThat(refused("PUT", "/lines/fancy", line)).isEqualTo(404);
        JsonNode need = nora("PUT", "/lines/need", line).at("/lines");
        assertThat(need.size()).isEqualTo(1);
        assertThat(need.at("/0/side").asString()).isEqualTo("them");
        assertThat(need.at("/0/cost").isNull()).as("1 to 5").isTrue();
        nora("PUT", "/aim", "{'lift':8,'defence':'their line stands still'}");
        JsonNode priced = nora("PUT", "/price", "{'value':'her mail of Monday'}");
        assertThat(priced.at("/price/agreed/value").asString()).isEqualTo("her mail of Monday");
        assertThat(priced.at("/priceMayBeNamed").asBoolean()).isFalse();
        String proposal = "{'choices':{'%s':'%s'}}";
        assertThat(refused("PUT", "/proposal", proposal.formatted(issue(1), "90 days")))
                .isEqualTo(422);
        nora("PUT", "/proposal", proposal.formatted(issue(1), "60 days"));
        planned();

        JsonNode standing = nora("GET", "", "");
        assertThat(standing.at("/mayOpen").asBoolean()).isTrue();
        assertThat(standing.at("/walkAway").asInt()).isEqualTo(42);
        assertThat(standing.at("/proposal/" + issue(1)).asString()).isEqualTo("60 days");
        assertThat(standing.at("/issues/1/options/0/score").asInt()).isEqualTo(70);
        assertThat(refused("POST", "/aim/sign", ""))
                .as("who defends it does not sign it")
                .isEqualTo(422);
        nora("POST", "/team", "{'member':'%s'}".formatted(ivosId));
        assertThat(sent(ivo, "POST", home + "/aim/sign", "").body()).contains("\"kept\":true");
        assertThat(nora("GET", "/versions", "").at("/items/0/what").asString())
                .isEqualTo("the aim was signed");
        nora("DELETE", "/team/" + ivosId, "");
        assertThat(sent(ivo, "GET", home, "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_changed_since_it_was_read_is_not_written_over() throws Exception {
        nora("POST", "/team", "{'member':'%s'}".formatted(ivosId));
        String read = sent(nora, "GET", home, "").headers().firstValue("ETag").orElseThrow();
        sent(ivo, "PUT", home + "/walk-away", "{'points':50,'words':'we need the hall'}");

        String late = "{'points':42,'words':'below 98'}";
        assertThat(sent(nora, "PUT", home + "/walk-away", late, "If-Match", read).statusCode())
                .isEqualTo(412);
        HttpResponse<String> again = sent(nora, "GET", home, "");
        assertThat(again.body()).contains("we need the hall");
        String now = again.headers().firstValue("ETag").orElseThrow();
        assertThat(sent(nora, "PUT", home + "/walk-away", late, "If-Match", now).statusCode())
                .isEqualTo(200);
        assertThat(sent(ivo, "POST", home + "/aim/sign", "", "If-Match", now).statusCode())
                .as("who signs has read what is signed")
                .isEqualTo(412);
    }

    @Test
    void trade_offs_are_asked_and_answered() throws Exception {
        JsonNode asked = nora("GET", "/trades", "").at("/next");
        String answer =
                "{'give':%s,'get':%s,'answer':'%s'}"
                        .formatted(asked.at("/give"), asked.at("/get"), "no");
        assertThat(refused("POST", "/trades", answer.replace("'no'", "'perhaps'"))).isEqualTo(422);
        JsonNode answered = nora("POST", "/trades", answer);

        assertThat(answered.at("/answered/0/answer").asString()).isEqualTo("no");
        nora("POST", "/swings", "");
        nora("DELETE", "/trades/" + answered.at("/answered/0/id").asString(), "");
        assertThat(nora("GET", "/trades", "").at("/answered").size()).isZero();
    }

    private String offer(String by, String price, String term) {
        return "{'by':'%s','choices':{'%s':'%s','%s':'%s'},'priceReason':'they asked'}"
                .formatted(by, issue(0), price, issue(1), term);
    }

    @Test
    void a_table_is_sat_at_until_it_closes() throws Exception {
        planned();
        nora("POST", "/open", "");
        nora("POST", "/table/offers", offer("ours", "110", "30 days"));
        JsonNode heard = nora("POST", "/table/offers", offer("theirs", "90", "60 days"));
        String anchor = "/table/cautions/" + heard.at("/cautions/0/id").asString();
        assertThat(nora("PUT", anchor, "{'answer':'so'}").at("/cautions/0/answer").asString())
                .isEqualTo("so");
        assertThat(refused("PUT", anchor, "{'answer':'perhaps'}")).isEqualTo(422);
        assertThat(nora("PUT", anchor, "{}").at("/cautions/0/answer").isNull()).isTrue();

        JsonNode weighed = nora("POST", "/table/draft", offer("ours", "105", "30 days"));
        assertThat(weighed.at("/warnings").findValuesAsString("sign"))
                .contains("without_return", "first_on_major");
        assertThat(weighed.at("/ours").asDouble()).isNegative();
        assertThat(refused("POST", "/table/draft", offer("ours", "a lot", "30 days")))
                .isEqualTo(422);
        assertThat(nora("GET", "/table/plane", "").at("/offers").size()).isEqualTo(2);
        assertThat(nora("GET", "/table/suggestions", "").has("triedBefore")).isTrue();

        String last = "/table/offers/" + heard.at("/offers/1/id").asString();
        assertThat(nora("DELETE", last, "").at("/offers").size()).isEqualTo(1);
        assertThat(nora("POST", last + "/bring-back", "").at("/offers").size()).isEqualTo(2);
        assertThat(nora("POST", "/table/break", "").at("/breakUntil").isNull()).isFalse();
        assertThat(nora("DELETE", "/table/break", "").at("/breakUntil").isNull()).isTrue();
        String ends = "2027-01-29T15:00:00Z";
        assertThat(
                        nora("PUT", "/table/deadline", "{'endsOn':'%s'}".formatted(ends))
                                .at("/endsOn")
                                .asString())
                .isEqualTo(ends);
        String first = "/table/offers/" + heard.at("/offers/0/id").asString();
        assertThat(nora("POST", first + "/agree", "").at("/result").asString()).isEqualTo("agreed");
        assertThat(nora("POST", "/table/reopen", "").at("/result").isNull()).isTrue();
        for (String route : new String[] {"", "/plane", "/suggestions", "/deadlock", "/ways-out"})
            assertThat(sent(ivo, "GET", home + "/table" + route, "").statusCode()).isEqualTo(404);
    }

    @Test
    void in_the_deadlock_room_nobody_writes_over_what_they_have_not_read() throws Exception {
        planned();
        assertThat(refused("GET", "/table/deadlock", ""))
                .as("before the table opens")
                .isEqualTo(404);
        nora("POST", "/open", "");
        nora("POST", "/team", "{'member':'%s'}".formatted(ivosId));
        String room = home + "/table/deadlock";
        String read = sent(nora, "GET", room, "").headers().firstValue("ETag").orElseThrow();
        sent(ivo, "PUT", room, "{'theirView':'we need cash'}");

        String late = "{'ourView':'the term carries the stock'}";
        assertThat(sent(nora, "PUT", room, late, "If-Match", read).statusCode()).isEqualTo(412);
        JsonNode both = nora("PUT", "/table/deadlock", late);
        assertThat(both.at("/words/theirView").asString()).isEqualTo("we need cash");
        assertThat(both.at("/words/ourView").asString()).isEqualTo("the term carries the stock");
        assertThat(both.at("/revision").asInt()).isEqualTo(2);
        assertThat(nora("GET", "/table/ways-out", "").at("/question").asString()).isNotEmpty();
    }
}
