package app.rapport.kills;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member with a token and a browser. What is answered was acknowledged; all else throws. */
final class Client {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final String address;
    private final String token;

    Client(String address, String token) {
        this.address = address;
        this.token = token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(api(path).GET());
    }

    JsonNode post(String path, Object body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                api(path)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)));
        if (headers.length > 0) request.headers(headers);
        return json(request);
    }

    JsonNode upload(String path, String name, String content)
            throws IOException, InterruptedException {
        String part =
                "--b1\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n--b1--\r\n"
                        .formatted(name, content);
        return json(
                api(path)
                        .header("Content-Type", "multipart/form-data; boundary=b1")
                        .POST(BodyPublishers.ofString(part)));
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        String body = sent(request);
        return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
    }

    void logIn(String email, String password) throws IOException, InterruptedException {
        form(
                "/login",
                "/login",
                List.of(Map.entry("email", email), Map.entry("password", password)));
    }

    /** Sends a form that a page shows. */
    void form(String page, String path, List<Map.Entry<String, String>> fields)
            throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(sent(HttpRequest.newBuilder(URI.create(address + page))));
        if (!token.find()) throw new IOException("no form on " + page);
        String words =
                fields.stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        sent(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(120))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        words + "&_csrf=" + encoded(token.group(1)))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.build();
        var answer = http.send(asked, BodyHandlers.ofString());
        if (answer.statusCode() >= 300)
            throw new IOException(
                    asked.method()
                            + " "
                            + asked.uri()
                            + ": "
                            + answer.statusCode()
                            + " "
                            + answer.body());
        return answer.body();
    }
}
