package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void after_the_app_was_killed_the_next_start_adopts_the_database() throws IOException {
        long postmaster;
        try (RapportProcess server = RapportProcess.serving(data)) {
            assertThat(server.out()).doesNotContain(SET_UP_LINE);
            postmaster = RapportProcess.postmasterOf(data);
            server.kill();
        }
        try (RapportProcess next = RapportProcess.serving(data)) {
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
    void a_server_whose_database_was_killed_still_ends_in_order() throws IOException {
        try (RapportProcess server = RapportProcess.serving(data)) {
            RapportProcess.signal("KILL", String.valueOf(RapportProcess.postmasterOf(data)));
            server.terminateGroup();
            assertThat(server.exitCode()).isIn(0, 143);
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

    @Test
    @Order(7)
    void a_proxy_is_believed_only_where_it_was_named() throws Exception {
        try (RapportProcess server = RapportProcess.serving(data)) {
            assertThat(logsOverHttps(server)).isFalse();
        }
        try (RapportProcess server =
                RapportProcess.serving(data, Map.of(), "--trusted-proxy", "localhost")) {
            assertThat(logsOverHttps(server)).isTrue();
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
