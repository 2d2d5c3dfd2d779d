package app.rapport.access;

import app.rapport.access.Routes.Route;
import app.rapport.browser.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** Somebody who sends requests: nobody, a member in a browser, or a program with a token. */
record Caller(String name, String address, Map<String, String> headers, Map<String, String> api) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Caller nobody(TestServer server) {
        return new Caller("nobody", server.address(), Map.of(), Map.of());
    }

    /** With a session for pages, and a token of that scope for the API. */
    static Caller member(TestServer server, Member member, Scope scope) {
        String secret = server.bean(Sessions.class).open(member, "a test");
        String token = server.bean(Access.class).createToken(member.viewer(), "a test", scope);
        String cookie = "rapport_session=" + secret;
        Map<String, String> api = Map.of("Authorization", "Bearer " + token);
        String page =
                new Caller("", server.address(), Map.of("Cookie", cookie), api)
                        .send("GET", "/settings", false)
                        .body();
        Matcher form = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        if (!form.find()) throw new IllegalStateException("no form on " + page);
        return new Caller(
                member.role().key(),
                server.address(),
                Map.of("Cookie", cookie, "X-CSRF-TOKEN", form.group(1)),
                api);
    }

    record Answer(int status, String location, String body) {
        /** Without what differs between any two answers: the asked path, ids, form tokens. */
        Answer plain(String path, UUID id) {
            String words =
                    body.replaceAll("\"instance\":\"[^\"]*\"", "")
                            .replaceAll("X-CSRF-TOKEN[^}]*}", "")
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                            .replace(path, "PATH")
                            .replace(id.toString(), "ID");
            return new Answer(status, location.replace(id.toString(), "ID"), words);
        }
    }

    Answer ask(Route route, UUID id) {
        return send(route.method(), route.path(id), route.multipart());
    }

    Answer send(String method, String path, boolean multipart) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        boolean isApi = path.startsWith("/api/");
        (isApi ? api : headers).forEach(request::header);
        boolean body = !method.equals("GET") && !method.equals("DELETE");
        if (multipart) {
            request.header("Content-Type", "multipart/form-data; boundary=b");
            request.method(method, BodyPublishers.ofString("--b--\r\n"));
        } else if (body) {
            request.header(
                    "Content-Type",
                    isApi ? "application/json" : "application/x-www-form-urlencoded");
            request.method(method, BodyPublishers.ofString(isApi ? "{}" : ""));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        return sent(request.build());
    }

    /** JSON to the API. */
    Answer post(String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        api.forEach(request::header);
        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return sent(request.build());
    }

    /** All that comes of asking for it, readable: also what is in an archive. */
    record Shown(int status, String text) {}

    String shown(String path) {
        return seen(path).text();
    }

    Shown seen(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        (path.startsWith("/api/") ? api : headers).forEach(request::header);
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            boolean archive = body.length > 2 && body[0] == 'P' && body[1] == 'K';
            return new Shown(
                    answer.statusCode(),
                    archive ? unpacked(body) : new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unpacked(byte[] archive) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            while (zip.getNextEntry() != null)
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static Answer sent(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
