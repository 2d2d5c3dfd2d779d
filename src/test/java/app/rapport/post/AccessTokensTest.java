package app.rapport.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access that renews itself. */
class AccessTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private TokenServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TokenServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static AccessTokens at(Instant moment) {
        return new AccessTokens(true, Clock.fixed(moment, ZoneOffset.UTC));
    }

    @Test
    void a_token_is_got_once_and_renewed_before_it_runs_out_by_the_newest_refresh_token() {
        server.gives("one");
        AccessTokens.Opened first = at(NOW).open(server.grant().kept());
        assertThat(first.word()).isEqualTo("one");
        assertThat(first.renewed()).isTrue();

        Instant halfAnHour = NOW.plus(Duration.ofMinutes(30));
        AccessTokens.Opened still = at(halfAnHour).open(first.kept());
        assertThat(still.word()).isEqualTo("one");
        assertThat(still.renewed()).isFalse();
        assertThat(server.asked()).hasSize(1);

        server.gives("two");
        AccessTokens.Opened next = at(NOW.plus(Duration.ofMinutes(57))).open(still.kept());
        assertThat(next.word()).isEqualTo("two");
        assertThat(server.asked()).containsExactly("refresh-1", "refresh-2");
    }

    @Test
    void a_password_is_told_as_it_is() {
        assertThat(at(NOW).open("nine teasels").word()).isEqualTo("nine teasels");
        assertThat(at(NOW).open("nine teasels").renewed()).isFalse();
        assertThat(at(NOW).open("oauth is hard").word()).isEqualTo("oauth is hard");
        assertThat(at(NOW).open("oauth {}").word()).isEqualTo("oauth {}");
    }

    @Test
    void an_answer_that_never_ends_is_not_waited_for() throws IOException {
        HttpServer slow =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CountDownLatch over = new CountDownLatch(1);
        slow.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    await(over);
                });
        slow.start();
        String address = "http://127.0.0.1:" + slow.getAddress().getPort();
        String kept =
                OAuthGrant.of(new OAuthGrant.Client(address, "rapport", ""), "refresh-1").kept();
        AccessTokens hasty =
                new AccessTokens(true, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMillis(300));
        try {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () ->
                            assertThatThrownBy(() -> hasty.open(kept))
                                    .isInstanceOf(TokenTrouble.class)
                                    .hasMessageContaining("does not answer"));
        } finally {
            over.countDown();
            slow.stop(0);
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_is_wrong_is_said_in_plain_words_and_whether_it_lasts() throws IOException {
        server.refuses("invalid_grant");
        says(true, "the permission was withdrawn or has run out", server.grant());
        server.refuses("invalid_client");
        says(true, "does not know this client", server.grant());
        server.refuses("temporarily_unavailable");
        says(false, "It is tried again", server.grant());
        OAuthGrant.Client client = server.client();
        server.close();
        says(false, "does not answer", OAuthGrant.of(client, "x"));
        says(
                false,
                "no server of the name",
                OAuthGrant.of(new OAuthGrant.Client("https://nowhere.invalid/t", "a", ""), "x"));
        says(
                true,
                "begins with https://",
                OAuthGrant.of(new OAuthGrant.Client("ftp://x.example/t", "a", ""), "x"));
        AccessTokens careful = new AccessTokens(false, Clock.systemUTC());
        String inside =
                OAuthGrant.of(new OAuthGrant.Client("https://127.0.0.1/token", "a", ""), "x")
                        .kept();
        assertThatThrownBy(() -> careful.open(inside)).hasMessageContaining("private network");
    }

    private static void says(boolean lasting, String words, OAuthGrant grant) {
        assertThatThrownBy(() -> at(NOW).open(grant.kept()))
                .isInstanceOfSatisfying(
                        TokenTrouble.class,
                        trouble -> assertThat(trouble.lasting()).isEqualTo(lasting))
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3");
    }
}
