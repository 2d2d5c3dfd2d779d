package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.ImportId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
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
    void a_mapping_that_cannot_be_read_is_refused_with_the_reason_and_no_file_stays()
            throws Exception {
        Set<Path> before = kept();
        var refused = post(ours, Map.of("mapping", "{\"columns\":{\"Who\":\"shoe\"}}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("detail").asString())
                .startsWith("There is no field \"shoe\"");
        assertThat(before).containsAll(kept());
    }

    /** What lies in the data folder until it is read. */
    private static Set<Path> kept() throws IOException {
        String data = server.bean(Environment.class).getRequiredProperty("rapport.data");
        Path staging = Files.createDirectories(Path.of(data, "imports"));
        try (Stream<Path> uploads = Files.list(staging)) {
            return uploads.collect(Collectors.toSet());
        }
    }

    @Test
    void what_was_set_aside_comes_out_is_mended_and_goes_in_again() throws Exception {
        String token = token("Heron", "ida@heron.example");
        String id =
                json(post(
                                token,
                                Map.of(),
                                Map.of(
                                        "a.csv",
                                        "First name,Email,Company,Shoe size\nMarta,m@q.example,Q,38\n,,,39\n",
                                        "b.csv",
                                        "Name,Mail\nJan,jan@q.example\n\"\",\" \"\n",
                                        "c.csv",
                                        "Nachname;E-Mail;Nummer\nVesely;v@q.example;1\n;;\"2\n3\"\n",
                                        "d.ics",
                                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Milk\r\nATTENDEE:mailto:e@q.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")))
                        .path("id")
                        .asString();
        assertThat(awaited(token, id).at("/report/setAside").asInt()).isEqualTo(3);

        JsonNode items = json(get(token, "/" + id + "/set-aside")).path("items");
        assertThat(items.valueStream().map(item -> item.path("raw").asString()).toList())
                .anyMatch(raw -> raw.contains("\"Shoe size\":\"39\""));
        assertThat(get(token, "/" + id + "/set-aside/download?kind=shoes").statusCode())
                .isEqualTo(400);
        assertThat(get(theirs, "/" + id + "/set-aside/download").statusCode()).isEqualTo(404);

        String event = get(token, "/" + id + "/set-aside/download?kind=events").body();
        Map<String, String> tables = new TreeMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(
                        new ByteArrayInputStream(
                                bytes(token, "/" + id + "/set-aside/download?kind=rows")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                tables.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(tables).containsOnlyKeys("a-set-aside.csv", "c-set-aside.csv");
        assertThat(tables.get("a-set-aside.csv"))
                .isEqualTo("\ufeffFirst name,Email,Company,Shoe size\r\n,,,39\r\n");

        JsonNode mended =
                awaited(
                        token,
                        json(post(
                                        token,
                                        Map.of(),
                                        Map.of(
                                                "a.csv",
                                                tables.get("a-set-aside.csv")
                                                        .replace(",,,39", "Ida,ida@q.example,,39"),
                                                "c.csv",
                                                tables.get("c-set-aside.csv")
                                                        .replace(",,", "Berg,berg@q.example,"),
                                                "d.ics",
                                                event.replace(
                                                        "SUMMARY",
                                                        "DTSTART:20240506T100000Z\r\nSUMMARY"))))
                                .path("id")
                                .asString());
        assertThat(mended.at("/report/setAside").asInt()).isZero();
        assertThat(mended.at("/report/stored").asInt()).isEqualTo(3);
    }

    @Test
    void an_import_whose_files_are_gone_says_so_and_can_be_undone() throws Exception {
        Member owner =
                server.bean(Access.class)
                        .setUp("Wren", "w@wren.example", "Wil", "long enough", ZoneId.of("UTC"));
        Path file = Files.writeString(Files.createTempFile("gone", ".csv"), PEOPLE);
        FileImport files = server.bean(FileImport.class);
        ImportId id =
                CurrentWorkspace.call(
                        owner.workspace(),
                        () -> {
                            try {
                                return files.begin(owner.viewer(), List.of(file));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        Files.delete(file);

        server.bean(ImportJobs.class).resume();

        Progress at =
                CurrentWorkspace.call(
                        owner.workspace(),
                        () ->
                                server.bean(ImportRecords.class)
                                        .progress(owner.viewer(), id)
                                        .orElseThrow());
        assertThat(at.state()).isEqualTo(Progress.State.FAILED);
        assertThat(at.failure()).hasValue(FileImport.GONE);
        assertThat(
                        CurrentWorkspace.<Boolean>call(
                                owner.workspace(), () -> files.undo(owner.viewer(), id)))
                .isTrue();
    }

    @Test
    void another_firm_sees_nothing_of_it() throws Exception {
        String other = token("Beck", "ola@beck.example");
        String id = json(post(other, Map.of())).path("id").asString();
        for (String path : new String[] {"", "/set-aside"})
            assertThat(get(theirs, "/" + id + path).statusCode()).as(path).isEqualTo(404);
    }

    private static JsonNode awaited(String id) throws Exception {
        return awaited(ours, id);
    }

    private static JsonNode awaited(String token, String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            JsonNode at = json(get(token, "/" + id));
            if (!at.path("state").asString().equals("running")) return at;
            Thread.sleep(50);
        }
        throw new AssertionError("it does not end");
    }

    private static HttpResponse<String> post(String token, Map<String, String> parts)
            throws IOException, InterruptedException {
        return post(token, parts, Map.of("people.csv", PEOPLE));
    }

    private static HttpResponse<String> post(
            String token, Map<String, String> parts, Map<String, String> files)
            throws IOException, InterruptedException {
        String line = "--b\r\nContent-Disposition: form-data; name=\"";
        StringBuilder body = new StringBuilder();
        parts.forEach((name, value) ->
                body.append(line).append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        files.forEach((name, content) ->
                body.append(line)
                        .append("files\"; filename=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(content)
                        .append("\r\n"));
        return CLIENT.send(
                request(token, "")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body.append("--b--\r\n").toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] bytes(String token, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(request(token, path).build(), BodyHandlers.ofByteArray()).body();
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
