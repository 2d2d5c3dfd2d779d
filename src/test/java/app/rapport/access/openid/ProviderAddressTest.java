package app.rapport.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an issuer's address may lead to, and what may stand there. */
class ProviderAddressTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private String page = "{}";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    try (exchange) {
                        if (exchange.getRequestURI().getPath().startsWith("/moved/")) {
                            exchange.getResponseHeaders().add("Location", issuer() + "/elsewhere");
                            exchange.sendResponseHeaders(302, -1);
                            return;
                        }
                        byte[] body = page.getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static Provider open(String issuer, boolean privateNetworks) throws ProviderTrouble {
        return Provider.of(
                new ProviderAccount(issuer, "client", "secret", "https://crm.example/back"),
                privateNetworks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost/realms/firm",
                "https://[::1]",
                "https://10.1.2.3",
                "https://169.254.169.254/latest",
                "https://192.168.0.1",
                "https://0.0.0.0"
            })
    void no_issuer_leads_to_a_machine_beside_ours(String issuer) {
        assertThatThrownBy(() -> open(issuer, false))
                .isInstanceOf(ProviderTrouble.class)
                .hasMessageContaining("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.example.org", "file:///etc/passwd", "ftp://x.example", "no"})
    void without_tls_nothing_is_asked(String issuer) {
        assertThatThrownBy(() -> open(issuer, false))
                .isInstanceOf(ProviderTrouble.class)
                .hasMessageContaining("https://");
    }

    @Test
    void a_server_beside_ours_is_not_asked_unless_that_is_allowed() {
        assertThatThrownBy(() -> open(issuer(), false)).isInstanceOf(ProviderTrouble.class);
        assertThat(asked).hasValue(0);

        assertThatThrownBy(() -> open(issuer(), true)).isInstanceOf(ProviderTrouble.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_description_that_names_another_issuer_is_refused() {
        page =
                """
                {"issuer": "https://other.example", "authorization_endpoint": "https://other.example/a",
                 "token_endpoint": "https://other.example/t", "jwks_uri": "https://other.example/k",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """;
        assertThatThrownBy(() -> open(issuer(), true))
                .isInstanceOf(ProviderTrouble.class)
                .hasMessageContaining("https://other.example");
    }

    @Test
    void what_is_no_description_is_refused_in_words() {
        for (String something : new String[] {"{}", "[]", "<html>", "{\"issuer\": 7}"}) {
            page = something;
            assertThatThrownBy(() -> open(issuer(), true))
                    .as(something)
                    .isInstanceOf(ProviderTrouble.class)
                    .hasMessageContaining("issuer's address");
        }
    }

    @Test
    void an_answer_without_end_is_not_read_to_it() {
        page = "{\"issuer\": \"" + "x".repeat(2_000_000) + "\"}";
        assertThatThrownBy(() -> open(issuer(), true))
                .isInstanceOf(ProviderTrouble.class)
                .hasMessageContaining("too long");
    }

    @Test
    void nothing_is_followed_elsewhere() {
        assertThatThrownBy(() -> open(issuer() + "/moved", true))
                .isInstanceOf(ProviderTrouble.class);
        assertThat(asked).hasValue(1);
    }
}
