package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over the API, as two firms on one server use it. */
class ImportsApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PEOPLE =
            "Who,Where,Firm\nMarta Vesely,m@q.example,Quillbrook\n,,Unknown Ltd\n";
    private static final String MAPPING =
            "{\"columns\":{\"Who\":\"name\",\"Where\":\"mail\",\"Firm\":\"notes\"},\"kind\":\"contacts\"}";
    private static TestServer server;
    private static String ours;
    private static String theirs;

    @BeforeAll
    static void twoFirmsOnOneServer() {
        server = TestServer.start();
        ours = token("Tarn", "nora@tarn.example");
        theirs = token("Pennywhistle", "dai@penny.example");
    }

    private static String token(String firm, String email) {
        Access access = server.bean(Access.class);
        Member member = access.setUp(firm, email, "Nora", "long enough", ZoneId.of("UTC"));
        return access.createToken(member.viewer(), "test");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_dry_run_answers_at_once_and_the_import_itself_is_accepted_and_reports_the_same()
            throws Exception {
        var tried = post(ours, Map.of("mapping", MAPPING, "dryRun", "true"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(json(tried).path("state").asString()).isEqualTo("dry-run");
        assertThat(json(tried).path("id").isNull()).isTrue();

        var begun = post(ours, Map.of("mapping", MAPPING));
        assertThat(begun.statusCode()).isEqualTo(202);
        JsonNode done = awaited(json(begun).path("id").asString());

        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("report")).isEqualTo(json(tried).path("report"));
        assertThat(done.at("/report/contacts/created").asInt()).isEqualTo(1);
        assertThat(done.at("/report/setAside").asInt()).isEqualTo(1);
    }

    @Test
    void a_mapping_that_cannot_be_read_is_refused_with_the_reason() throws Exception {
        var refused = post(ours, Map.of("mapping", "{\"columns\":{\"Who\":\"shoe\"}}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("detail").asString())
                .startsWith("There is no field \"shoe\"");
    }

    @Test
    void another_firm_sees_nothing_of_it() throws Exception {
        String other = token("Beck", "ola@beck.example");
        String id = json(post(other, Map.of())).path("id").asString();
        for (String path : new String[] {"", "/set-aside"})
            assertThat(get(theirs, "/" + id + path).statusCode()).as(path).isEqualTo(404);
    }

    private static JsonNode awaited(String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode at = json(get(ours, "/" + id));
            if (!at.path("state").asString().equals("running")) return at;
            Thread.sleep(50);
        }
        throw new AssertionError("it does not end");
    }

    private static HttpResponse<String> post(String token, Map<String, String> parts)
            throws IOException, InterruptedException {
        String line = "--b\r\nContent-Disposition: form-data; name=\"";
        StringBuilder body = new StringBuilder();
        parts.forEach((name, value) ->
                body.append(line).append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        body.append(line)
                .append("files\"; filename=\"people.csv\"\r\n\r\n")
                .append(PEOPLE)
                .append("\r\n--b--\r\n");
        return CLIENT.send(
                request(token, "")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String token, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(request(token, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/imports" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
