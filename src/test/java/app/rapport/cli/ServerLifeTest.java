package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One data folder through all that can happen to the processes on it; real processes, real kills.
 */
@TestMethodOrder(OrderAnnotation.class)
class ServerLifeTest {
    private static final String SET_UP_LINE = "Set it up, once: ";

    @TempDir static Path data;

    @AfterEach
    void nothing_of_it_runs_on() {
        assertThat(RapportProcess.stillRunningOn(data)).isEmpty();
    }

    @Test
    @Order(1)
    void a_fresh_server_offers_a_link_takes_commands_beside_it_and_suffers_no_second()
            throws IOException {
        try (RapportProcess server = RapportProcess.serving(data)) {
            server.await(SET_UP_LINE);
            try (RapportProcess second = RapportProcess.started(data, "serve", "--port", "0")) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.err().lines())
                        .singleElement()
                        .asString()
                        .contains("another server already runs on " + data);
            }
            try (RapportProcess setup = setUp("owner@example.org")) {
                assertThat(setup.exitCode()).isZero();
                assertThat(setup.out()).isEmpty();
            }
            server.terminateGroup();
            assertThat(server.exitCode()).isIn(0, 143);
        }
    }

    @Test
    @Order(2)
    void
            after_the_app_was_killed_the_next_start_adopts_the_database_and_believes_a_proxy_that_is_named()
                    throws Exception {
        long postmaster;
        try (RapportProcess server = RapportProcess.serving(data)) {
            assertThat(server.out()).doesNotContain(SET_UP_LINE);
            assertThat(logsOverHttps(server)).isFalse();
            postmaster = RapportProcess.postmasterOf(data);
            server.kill();
        }
        try (RapportProcess next =
                RapportProcess.serving(data, Map.of(), "--trusted-proxy", "localhost")) {
            assertThat(logsOverHttps(next)).isTrue();
            assertThat(RapportProcess.postmasterOf(data)).isEqualTo(postmaster);
            assertThat(next.out()).doesNotContain(SET_UP_LINE);
        }
    }

    @Test
    @Order(3)
    void after_both_were_killed_nothing_acknowledged_is_gone() throws IOException {
        try (RapportProcess server = RapportProcess.serving(data)) {
            RapportProcess.signal("KILL", String.valueOf(RapportProcess.postmasterOf(data)));
            server.kill();
        }
        try (RapportProcess token =
                RapportProcess.started(
                        data, "token", "create", "--email", "owner@example.org", "--name", "t")) {
            assertThat(token.exitCode()).as(token.err()).isZero();
            assertThat(token.out().lines()).hasSize(1);
        }
    }

    @Test
    @Order(4)
    void a_server_whose_database_was_killed_ends_by_itself_so_that_its_supervisor_starts_it()
            throws IOException {
        try (RapportProcess server = RapportProcess.serving(data)) {
            RapportProcess.signal("KILL", String.valueOf(RapportProcess.postmasterOf(data)));
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.err()).contains("PostgreSQL ended by itself");
        }
        try (RapportProcess doctor = RapportProcess.started(data, "doctor")) {
            assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        }
    }

    @Test
    @Order(5)
    void wrong_use_and_failure_have_codes_of_their_own() throws IOException {
        try (RapportProcess unknown = RapportProcess.started(data, "no-such-command")) {
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.out()).isEmpty();
        }
        try (RapportProcess stranger =
                RapportProcess.started(
                        data, "token", "create", "--email", "nobody@example.org", "--name", "t")) {
            assertThat(stranger.exitCode()).isEqualTo(1);
            assertThat(stranger.out()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void a_port_that_is_taken_is_named_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RapportProcess second =
                        RapportProcess.started(
                                data, "serve", "--port", String.valueOf(taken.getLocalPort()))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort() + " is taken");
        }
    }

    /** What is asked is answered, what comes is refused, what is read stands at a whole batch. */
    @Test
    @Order(7)
    void told_to_end_under_load_it_answers_what_was_asked_and_stops_an_import_where_it_can_go_on()
            throws Exception {
        try (RapportProcess server = RapportProcess.serving(data);
                Socket asking = new Socket("localhost", URI.create(server.address()).getPort())) {
            String token = token();
            upload(server.address(), token, mailbox(8_000));
            String body = "{\"name\":\"Asked before the end\"}";
            OutputStream out = asking.getOutputStream();
            out.write(
                    """
                    POST /api/v1/contacts HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    %s\
                    """
                            .formatted(token, body.length(), body.substring(0, 9))
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
            await("SELECT count(*) FROM import_item", count -> count > 0);

            Instant told = Instant.now();
            server.terminateGroup();
            awaitRefusal(server.address());
            out.write(body.substring(9).getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(new String(asking.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 201");
            assertThat(server.exitCode()).isIn(0, 143);
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(40));
        }
        await(
                "SELECT count(*) FROM contact WHERE display_name = 'Asked before the end'",
                c -> c == 1);
        await(
                """
                SELECT count(*) FROM import i WHERE state IN ('running', 'done')
                  AND read = (SELECT count(*) FROM import_item) AND stored = (SELECT count(*) FROM touch)
                """,
                count -> count == 1);
    }

    private static String token() throws IOException {
        try (RapportProcess token =
                RapportProcess.started(
                        data, "token", "create", "--email", "owner@example.org", "--name", "l")) {
            assertThat(token.exitCode()).as(token.err()).isZero();
            return token.out().strip();
        }
    }

    private static String mailbox(int mails) {
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < mails; i++)
            mbox.append(
                    """
                    From ida@holm.example Mon Mar  9 10:12:00 2026
                    Message-ID: <%1$d@holm.example>
                    From: Ida Holm <ida%2$d@holm.example>
                    To: owner@example.org
                    Date: Mon, 9 Mar 2026 10:12:00 +0000
                    Subject: Order %1$d

                    Could you send number %1$d again?

                    """
                            .formatted(i, i % 200));
        return mbox.toString();
    }

    private static void upload(String address, String token, String mbox) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(address + "/api/v1/imports"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "multipart/form-data; boundary=b")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.mbox\"\r\n\r\n"
                                                            + mbox
                                                            + "\r\n--b--\r\n"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    private static void awaitRefusal(String address) throws InterruptedException {
        URI at = URI.create(address);
        Instant end = Instant.now().plusSeconds(5);
        while (Instant.now().isBefore(end)) {
            try (Socket socket = new Socket(at.getHost(), at.getPort())) {
                socket.setSoTimeout(500);
                socket.getOutputStream()
                        .write("GET /health HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                if (socket.getInputStream().read() < 0) return;
            } catch (IOException e) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("still takes requests");
    }

    private static void await(String count, LongPredicate fits) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        try (EmbeddedPostgres beside = EmbeddedPostgres.in(data)) {
            DatabaseAccess access = beside.start();
            try (Connection owner =
                            DriverManager.getConnection(
                                    access.url(),
                                    access.owner().user(),
                                    access.owner().password());
                    Statement statement = owner.createStatement()) {
                long found;
                do {
                    try (ResultSet rows = statement.executeQuery(count)) {
                        rows.next();
                        found = rows.getLong(1);
                    }
                } while (!fits.test(found) && Instant.now().isBefore(end));
                assertThat(fits.test(found)).as(count + ": " + found).isTrue();
            }
        }
    }

    /** Whether a cookie of the answer is meant for HTTPS only. */
    private static boolean logsOverHttps(RapportProcess server) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(server.address() + "/login"))
                                    .header("X-Forwarded-Proto", "https")
                                    .header("X-Forwarded-For", "203.0.113.9")
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            List<String> cookies = answer.headers().allValues("set-cookie");
            assertThat(cookies).isNotEmpty();
            return cookies.stream().anyMatch(cookie -> cookie.contains("Secure"));
        }
    }

    private static RapportProcess setUp(String email) throws IOException {
        return RapportProcess.started(
                        data,
                        "setup",
                        "--workspace",
                        "Firm",
                        "--email",
                        email,
                        "--name",
                        "Owner",
                        "--password-stdin")
                .given("Correct-Horse-9-battery\n");
    }
}
