package app.rapport.calls;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Scope;
import app.rapport.browser.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans, notes and logs as a program sees them. */
class PlansApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestServer server;
    private static String nora;
    private static String marta;

    @BeforeAll
    static void a_firm_with_one_contact() throws Exception {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        Member member =
                access.setUp(
                        "Tarn",
                        "nora@tarn.example",
                        "Nora",
                        "four sample cartridges",
                        ZoneId.of("Europe/Berlin"));
        nora = access.createToken(member.viewer(), "a test", Scope.WRITE);
        marta = ask("POST", "/contacts", "{\"name\":\"Marta Vesely\"}").json().get("id").asString();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private record Answer(int status, String body, String tag) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private static Answer ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + nora)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.body(), answer.headers().firstValue("ETag").orElse(""));
    }

    private static Answer made(String more) throws Exception {
        return ask("POST", "/plans", "{\"contact\":\"" + marta + "\"" + more + "}");
    }

    @Test
    void a_plan_is_made_changed_by_who_read_it_and_deleted() throws Exception {
        Answer made =
                made(",\"kind\":\"offer\",\"aim\":\"A date\",\"questions\":[\"Who?\",\"When?\"]");
        String plan = "/plans/" + made.json().get("id").asString();
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("questions").size()).isEqualTo(2);

        String later = "{\"startsAt\":\"2026-12-01T10:00:00Z\",\"minutes\":45}";
        Answer changed = ask("PATCH", plan, later, "If-Match", made.tag());
        assertThat(changed.json().get("aim").asString()).isEqualTo("A date");
        assertThat(changed.json().get("startsAt").asString()).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(ask("PATCH", plan, "{\"aim\":\"x\"}", "If-Match", made.tag()).status())
                .isEqualTo(412);
        assertThat(ask("PATCH", plan, "{\"startsAt\":null}").json().get("startsAt").isNull())
                .isTrue();

        assertThat(ask("DELETE", plan, "").status()).isEqualTo(204);
        assertThat(ask("GET", plan, "").status()).isEqualTo(404);
    }

    @Test
    void plans_are_listed_page_by_page() throws Exception {
        for (int i = 0; i < 3; i++) made("");
        JsonNode first = ask("GET", "/plans?limit=2&contact=" + marta, "").json();
        assertThat(first.get("items").size()).isEqualTo(2);
        JsonNode rest =
                ask("GET", "/plans?limit=200&cursor=" + first.get("next").asString(), "").json();
        assertThat(rest.get("items").size()).isGreaterThan(0);
        assertThat(rest.get("items").get(0).get("id"))
                .isNotEqualTo(first.get("items").get(1).get("id"));
        assertThat(ask("GET", "/plans?cursor=elsewhere", "").status()).isEqualTo(400);
        assertThat(ask("GET", "/plan-templates", "").json().get("items").size()).isEqualTo(6);
    }

    @Test
    void notes_are_read_accepted_and_logged_and_the_log_is_taken_back() throws Exception {
        String plan = "/plans/" + made("").json().get("id").asString();
        JsonNode notes =
                ask(
                                "PUT",
                                plan + "/notes",
                                "{\"text\":\"!! we send the list by Friday\",\"revision\":0}")
                        .json();
        JsonNode found = notes.get("found").get(0);
        assertThat(found.get("kind").asString()).isEqualTo("our_promise");
        JsonNode accepted =
                ask("POST", plan + "/found/" + found.get("place").asString() + "/accept", "")
                        .json();
        String promise = accepted.get("decided").get(0).get("promise").asString();
        assertThat(ask("GET", "/promises/" + promise, "").json().get("what").asString())
                .isEqualTo("send the list");

        Answer logged = ask("POST", plan + "/log", "{\"aim\":\"yes\",\"noneBecause\":\"done\"}");
        assertThat(logged.status()).isEqualTo(201);
        String touch = logged.json().get("touch").asString();
        assertThat(ask("GET", "/promises/" + promise, "").json().get("touch").asString())
                .isEqualTo(touch);
        assertThat(ask("GET", "/plans?state=open&contact=" + marta, "").body())
                .doesNotContain(plan.substring(7));
        assertThat(ask("DELETE", plan, "").status()).isEqualTo(409);
        assertThat(
                        ask("PUT", plan + "/log", "{\"moved\":\"a date\"}")
                                .json()
                                .get("moved")
                                .asString())
                .isEqualTo("a date");

        assertThat(ask("DELETE", plan + "/log", "").status()).isEqualTo(204);
        assertThat(ask("GET", plan + "/log", "").status()).isEqualTo(404);
        assertThat(ask("GET", "/touches/" + touch, "").status()).isEqualTo(404);
    }

    @Test
    void a_plan_goes_ahead_in_one_mail_that_waits_with_an_entry_for_calendars() throws Exception {
        String plan =
                "/plans/"
                        + made(",\"kind\":\"offer\",\"startsAt\":\"2030-03-10T14:30:00Z\",\"aim\":\"She signs\",\"questions\":[\"Who decides?\"]")
                                .json()
                                .get("id")
                                .asString();
        JsonNode preview = ask("GET", plan + "/ahead", "").json();
        assertThat(preview.get("draft").isNull()).isTrue();
        assertThat(preview.get("words").asString())
                .contains("Who decides?")
                .doesNotContain("She signs");
        assertThat(ask("POST", plan + "/ahead/send", "").status()).isEqualTo(422);

        JsonNode kept = ask("POST", plan + "/ahead", "").json();
        JsonNode again = ask("POST", plan + "/ahead", "{\"subject\":\"Tuesday\"}").json();

        assertThat(kept.get("files").toString()).isEqualTo("[\"meeting.ics\"]");
        assertThat(again.get("draft")).isEqualTo(kept.get("draft"));
        assertThat(again.get("subject").asString()).isEqualTo("Tuesday");
        assertThat(again.get("files")).isEqualTo(kept.get("files"));
        assertThat(again.get("sent").asBoolean()).isFalse();
        assertThat(ask("GET", plan + "/plan.ics", "").body())
                .contains("BEGIN:VEVENT", "DTSTART:20300310T143000Z");
        assertThat(ask("GET", "/plans/sent-ahead", "").json().get("with").get("talks").asInt())
                .isZero();
        String timeless = "/plans/" + made("").json().get("id").asString();
        assertThat(ask("GET", timeless + "/plan.ics", "").status()).isEqualTo(404);
    }

    @Test
    void what_is_known_before_a_talk_and_the_words_of_its_template_are_there() throws Exception {
        JsonNode back = ask("POST", "/contacts/" + marta + "/promises/get-back", "").json();
        String plan = "/plans/" + made(",\"kind\":\"first\"").json().get("id").asString();

        assertThat(ask("POST", plan + "/template", "").json().get("aim").asString())
                .contains("Marta");
        assertThat(ask("GET", plan + "/known", "").json().get("promises").toString())
                .contains(back.get("id").asString());
        assertThat(made(",\"meeting\":\"0199aaaa-0000-7000-8000-000000000000\"").body())
                .contains("no such meeting");
    }

    @Test
    void what_cannot_be_is_refused_with_its_field() throws Exception {
        String plan = "/plans/" + made("").json().get("id").asString();

        assertThat(ask("POST", "/plans", "{}").body()).contains("Say with whom");
        assertThat(made(",\"kind\":\"duel\"").body()).contains("no such kind");
        assertThat(made(",\"minutes\":0").status()).isEqualTo(422);
        assertThat(made(",\"startsAt\":\"+99999-01-01T00:00:00Z\"").status()).isEqualTo(422);
        assertThat(made(",\"questions\":[\"Who?\",null]").body()).contains("#/questions/1");
        assertThat(ask("POST", plan + "/log", "{}").body()).contains("what was said");
        ask("PUT", plan + "/notes", "{\"text\":\"hello\"}");
        assertThat(ask("POST", plan + "/log", "{\"next\":\"call\"}").body()).contains("by when");
        assertThat(ask("POST", plan + "/found/nothing/accept", "").status()).isEqualTo(404);
    }
}
