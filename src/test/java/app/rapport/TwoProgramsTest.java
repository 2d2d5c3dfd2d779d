package app.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Sessions;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.database.TestDatabase;
import app.rapport.exchange.FileImport;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers on one database at once: whatever is asked of either, it is done once. */
@TestMethodOrder(OrderAnnotation.class)
class TwoProgramsTest {
    @RegisterExtension static final TestDatabase database = new TestDatabase();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MAILS = 1_200;
    private static final AtomicInteger jobRuns = new AtomicInteger();

    @TempDir static Path folder;
    private static TestServer one;
    private static TestServer other;
    private static Member olga;
    private static String token;
    private static GreenMail post;

    /** Due at once on both, and then not for an hour. */
    private static final class Counted implements RecurringJob {
        @Override
        public String name() {
            return "counted";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void run() {
            jobRuns.incrementAndGet();
        }
    }

    @BeforeAll
    static void two_servers() {
        one = TestServer.startOn(database, TwoProgramsTest::counted);
        other = TestServer.startOn(database, TwoProgramsTest::counted);
        Access access = one.bean(Access.class);
        olga =
                access.setUp(
                        "Firm", "olga@firm.example", "Olga", "Correct-Horse-9", ZoneId.of("UTC"));
        token = access.createToken(olga.viewer(), "test");
        post = new GreenMail(ServerSetup.SMTP.dynamicPort());
        post.start();
    }

    private static void counted(
            org.springframework.context.support.GenericApplicationContext context) {
        context.registerBean("counted", RecurringJob.class, Counted::new);
    }

    @AfterAll
    static void end() {
        one.close();
        other.close();
        post.stop();
    }

    @Test
    @Order(1)
    void an_import_is_read_once_however_many_programs_are_asked_for_it() throws Exception {
        Viewer viewer = olga.viewer();
        Path mails = mails();
        ImportId id = in(() -> one.bean(FileImport.class).begin(viewer, List.of(mails)));
        both(server -> in(() -> server.bean(FileImport.class).run(viewer, id, _ -> {})));

        Report report = in(() -> other.bean(FileImport.class).run(viewer, id, _ -> {}));
        assertThat(report.read()).isEqualTo(MAILS);
        assertThat(report.stored()).isEqualTo(MAILS);
        assertThat(report.alreadyKnown()).isZero();
        assertThat(count("touch")).isEqualTo(MAILS);
        assertThat(count("import WHERE state = 'done'")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void both_give_the_same_today_and_a_verdict_on_one_is_seen_on_the_other() throws Exception {
        JsonNode items = json(ask(one, "GET", "/today", "")).path("items");
        assertThat(items.size()).isGreaterThan(1);
        assertThat(json(ask(other, "GET", "/today", "")).path("items")).isEqualTo(items);

        String id = items.get(0).path("id").asString();
        JsonNode decided = json(ask(one, "POST", "/today/" + id + "/done", ""));
        assertThat(json(ask(other, "GET", "/today", "")).path("items").findValuesAsString("id"))
                .doesNotContain(id);
        ask(other, "POST", "/today/undo/" + decided.path("batch").asString(), "");
        assertThat(json(ask(one, "GET", "/today", "")).path("items")).isEqualTo(items);
    }

    @Test
    @Order(3)
    void who_is_logged_in_on_one_is_on_both_and_logged_out_on_both() throws Exception {
        String secret = one.bean(Sessions.class).open(olga, "a browser");
        for (TestServer server : List.of(one, other, one))
            assertThat(page(server, secret).statusCode()).isEqualTo(200);
        String staying = other.bean(Sessions.class).open(olga, "another browser");
        other.bean(Sessions.class).closeOthers(olga, staying);
        for (TestServer server : List.of(one, other)) {
            assertThat(page(server, secret).statusCode()).isEqualTo(302);
            assertThat(page(server, staying).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Order(4)
    void the_same_two_records_asked_to_be_joined_on_both_are_joined_once() throws Exception {
        String winner = made("Ada Lind");
        String loser = made("Ada Lindh");
        List<HttpResponse<String>> answers =
                both(server ->
                        ask(
                                server,
                                "POST",
                                "/contacts/" + winner + "/merge",
                                "{\"other\":\"" + loser + "\"}"));
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(200, 422);
        assertThat(count("merge")).isEqualTo(1);
    }

    @Test
    @Order(5)
    void one_key_sent_to_both_makes_one_record() throws Exception {
        both(server -> ask(server, "POST", "/contacts", "{\"name\":\"Only Once\"}", "k-1"));
        assertThat(count("contact WHERE display_name = 'Only Once'")).isEqualTo(1);
    }

    @Test
    @Order(6)
    void each_mail_leaves_once_while_both_empty_the_outbox() throws Exception {
        database.owner()
                .jdbc()
                .sql(
                        """
                        INSERT INTO smtp_account (workspace_id, id, host, port, security, from_address, updated_at)
                        SELECT id, id, '127.0.0.1', :port, 'none', 'olga@firm.example', now() FROM workspace
                        """)
                .param("port", post.getSmtp().getPort())
                .update();
        String marta = made("Marta Brandt");
        for (int i = 0; i < 12; i++)
            assertThat(
                            ask(
                                            i % 2 == 0 ? one : other,
                                            "POST",
                                            "/contacts/" + marta + "/mails",
                                            "{\"subject\":\"Offer %d\",\"words\":\"As agreed\"}"
                                                    .formatted(i))
                                    .statusCode())
                    .isEqualTo(202);
        database.owner().jdbc().sql("UPDATE outgoing_mail SET due_at = now()").update();
        both(server -> {
            server.bean("postman", RecurringJob.class).run();
            return 0;
        });

        // what the servers' own rounds took up meanwhile is still on its way
        Instant end = Instant.now().plusSeconds(30);
        while (count("outgoing_mail WHERE state <> 'sent'") > 0 && Instant.now().isBefore(end))
            Thread.sleep(50);
        assertThat(count("outgoing_mail WHERE state = 'sent'")).isEqualTo(12);
        assertThat(post.getReceivedMessages()).hasSize(12);
        assertThat(count("touch WHERE subject LIKE 'Offer %'")).isEqualTo(12);
    }

    @Test
    @Order(7)
    void a_job_that_is_due_on_both_runs_on_one() throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (jobRuns.get() == 0 && Instant.now().isBefore(end)) Thread.sleep(100);
        assertThat(jobRuns.get()).isEqualTo(1);
        assertThat(count("scheduled_tasks WHERE task_name = 'counted'")).isEqualTo(1);
        assertThat(count("scheduled_tasks WHERE consecutive_failures > 0")).isZero();
    }

    private interface Asked<T> {
        T of(TestServer server) throws Exception;
    }

    /** Of both at once. */
    private static <T> List<T> both(Asked<T> asked) throws Exception {
        try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
            List<Future<T>> answers = new ArrayList<>();
            for (TestServer server : List.of(one, other))
                answers.add(pair.submit(() -> asked.of(server)));
            List<T> given = new ArrayList<>();
            for (Future<T> answer : answers) given.add(answer.get());
            return given;
        }
    }

    private static <T> T in(Callable<T> work) {
        return CurrentWorkspace.call(
                olga.workspace(),
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static String made(String name) throws Exception {
        String body =
                "{\"name\":\"%s\",\"addresses\":[\"%s@holm.example\"]}"
                        .formatted(name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'));
        return json(ask(one, "POST", "/contacts", body)).path("id").asString();
    }

    private static HttpResponse<String> ask(
            TestServer server, String method, String path, String body, String... key)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        for (String one : key) request.header("Idempotency-Key", one);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<Void> page(TestServer server, String secret) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/settings"))
                        .header("Cookie", "rapport_session=" + secret)
                        .build(),
                BodyHandlers.discarding());
    }

    private static long count(String rows) {
        return database.owner()
                .jdbc()
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }

    /** Of yesterday: they wait for an answer today. */
    private static Path mails() throws IOException {
        String yesterday =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < MAILS; i++)
            mbox.append(
                    """
                    From ida@holm.example Mon Mar  9 10:12:00 2026
                    Message-ID: <%1$d@holm.example>
                    From: Ida Holm <ida%2$d@holm.example>
                    To: olga@firm.example
                    Date: %3$s
                    Subject: Order %1$d

                    Could you send number %1$d again?

                    """
                            .formatted(i, i % 50, yesterday));
        return Files.writeString(folder.resolve("mails.mbox"), mbox);
    }
}
