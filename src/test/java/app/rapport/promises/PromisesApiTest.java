package app.rapport.promises;

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

/** Promises, tasks and trust as a program sees them. */
class PromisesApiTest {
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
        marta =
                ask(nora, "POST", "/contacts", "{\"name\":\"Marta Vesely\"}")
                        .json()
                        .get("id")
                        .asString();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private static Answer ask(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    @Test
    void a_deed_moves_trust_says_which_it_is_and_can_be_taken_back() throws Exception {
        String trust = "/contacts/" + marta + "/trust";
        assertThat(ask(nora, "GET", trust, "").json().get("inUs").get("missing").asString())
                .isEqualTo("One promise kept or broken is needed to begin.");

        Answer made =
                ask(
                        nora,
                        "POST",
                        trust + "/deeds",
                        "{\"words\":\"Told her to keep the old pump\",\"side\":\"ours\",\"good\":true,\"weight\":2}");

        assertThat(made.status()).isEqualTo(201);
        String deed = made.json().get("deed").asString();
        JsonNode inUs = ask(nora, "GET", trust, "").json().get("inUs");
        assertThat(inUs.get("value").asDouble()).isGreaterThan(50);
        assertThat(inUs.get("entries").get(0).get("deed").asString()).isEqualTo(deed);
        assertThat(inUs.get("entries").get(0).get("good").asDouble()).isEqualTo(2);

        assertThat(ask(nora, "DELETE", trust + "/deeds/" + deed, "").status()).isEqualTo(204);
        assertThat(ask(nora, "DELETE", trust + "/deeds/" + deed, "").status()).isEqualTo(404);
        assertThat(ask(nora, "GET", trust, "").json().get("inUs").get("value").isNull()).isTrue();
    }

    @Test
    void a_deed_without_a_doer_or_words_is_refused_with_its_field() throws Exception {
        String deeds = "/contacts/" + marta + "/trust/deeds";

        assertThat(ask(nora, "POST", deeds, "{\"words\":\"x\",\"good\":true}"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("ours or theirs"));
        assertThat(ask(nora, "POST", deeds, "{\"side\":\"ours\",\"good\":true}").body())
                .contains("Say what was done");
    }

    @Test
    void a_year_that_the_database_cannot_keep_is_refused_in_words() throws Exception {
        String body = "{\"contact\":\"" + marta + "\",\"line\":\"send it\",\"due\":\"%s\"}";

        Answer beyond = ask(nora, "POST", "/promises", body.formatted("+999999999-01-01"));

        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.body()).contains("between the years 1970 and 9999");
        assertThat(ask(nora, "POST", "/promises", body.formatted("9999-12-31")).status())
                .isEqualTo(201);
    }
}
