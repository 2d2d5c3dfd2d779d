package app.rapport.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives access tokens for one client, and takes each refresh token once. */
public final class TokenServer implements AutoCloseable {
    public static final String FIRST = "refresh-1";

    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile String accessToken = "";
    private volatile String error = "";
    private volatile int number = 1;

    public TokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::answer);
        server.start();
    }

    public OAuthGrant grant() {
        return OAuthGrant.of(client(), FIRST);
    }

    public OAuthGrant.Client client() {
        return new OAuthGrant.Client(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/token",
                "rapport",
                "s3 &cret");
    }

    /** The next one that it gives. */
    public void gives(String token) {
        accessToken = token;
        error = "";
    }

    public void refuses(String code) {
        error = code;
    }

    /** The refresh tokens that it was asked with. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        asked.add(form.getOrDefault("refresh_token", ""));
        boolean good =
                error.isEmpty()
                        && "refresh_token".equals(form.get("grant_type"))
                        && "rapport".equals(form.get("client_id"))
                        && "s3 &cret".equals(form.get("client_secret"))
                        && ("refresh-" + number).equals(form.get("refresh_token"));
        String body =
                good
                        ? "{\"access_token\":\"%s\",\"expires_in\":3600,\"refresh_token\":\"refresh-%d\",\"token_type\":\"Bearer\"}"
                                .formatted(accessToken, ++number)
                        : "{\"error\":\"%s\"}".formatted(error.isEmpty() ? "invalid_grant" : error);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(good ? 200 : 400, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .forEach(field -> form.put(field[0], decoded(field[1])));
        return form;
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
