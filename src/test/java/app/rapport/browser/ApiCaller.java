package app.rapport.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks to the API with a token. */
public record ApiCaller(TestServer server, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * @param link the header of that name
     */
    public record Answer(int status, String body, Optional<String> link) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** Of what was made. */
        public String id() {
            if (status != 201) throw new IllegalStateException(status + " " + body);
            return json().path("id").asString();
        }
    }

    public Answer get(String path) {
        return ask("GET", path, "");
    }

    public Answer ask(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.body(), answer.headers().firstValue("Link"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
