package app.rapport.watch;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Scope;
import app.rapport.browser.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a supervisor and Prometheus get, and who does not get it. */
class WatchTest {
    private static TestServer server;
    private static String token;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        Member owner =
                access.setUp(
                        "Tarn & Teasel",
                        "nora@tarn.example",
                        "Nora Pelling",
                        "four sample cartridges",
                        ZoneId.of("Europe/London"));
        token = access.createToken(owner.viewer(), "prometheus", Scope.READ);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void anybody_may_ask_whether_it_is_up_and_learns_nothing_else() throws Exception {
        HttpResponse<String> answer = get("/health", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void metrics_are_for_a_token() throws Exception {
        assertThat(get("/api/v1/metrics", "").statusCode()).isEqualTo(401);
    }

    @Test
    void metrics_count_answers_by_route_and_name_nobody() throws Exception {
        get("/api/v1/contacts?q=pelling", token);
        get("/no/such/page/pelling", token);
        HttpResponse<String> answer = get("/api/v1/metrics", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("uri=\"/api/v1/contacts\"")
                .contains("jvm_memory_used_bytes")
                .contains("rapport_database_connections{pool=\"app\",state=\"active\"}")
                .contains("# TYPE rapport_jobs_overdue gauge")
                .doesNotContainIgnoringCase("pelling")
                .doesNotContain("@");
        assertThat(answer.body().lines())
                .allMatch(line -> line.matches("#.*|[a-z_0-9]+(\\{.*})? [-+0-9.eEINFa]+"));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
