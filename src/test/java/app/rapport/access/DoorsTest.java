package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.TestServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who comes in and who does not, over real HTTP and a real database. */
class DoorsTest {
    private static final String PASSWORD = "four sample cartridges";
    private static TestServer server;
    private static Member nora;
    private static Member dai;

    private final HttpClient anybody =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void twoFirmsOnOneServer() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        ZoneId zone = ZoneId.of("Europe/London");
        nora = access.setUp("Tarn & Teasel", "nora@tarn.example", "Nora Pelling", PASSWORD, zone);
        dai = access.setUp("Pennywhistle", "dai@penny.example", "Dai Penhallow", PASSWORD, zone);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void without_login_a_page_leads_to_the_login_and_back() throws Exception {
        HttpResponse<String> answer = get("/settings/tokens");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/login?to=%2Fsettings%2Ftokens");
    }

    @Test
    void a_login_leads_to_pages_of_our_own_only() throws Exception {
        assertThat(logIn("nora@tarn.example", PASSWORD, "/settings")).endsWith("/settings");
        for (String elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            assertThat(logIn("nora@tarn.example", PASSWORD, elsewhere)).isEqualTo(address() + "/");
        }
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        logIn("nora@tarn.example", PASSWORD, "/");
        HttpResponse<String> answer =
                post("/settings/workspace/domains", Map.of("domain", "x.example"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/settings/workspace").body()).doesNotContain("x.example");
    }

    @Test
    void the_token_of_another_session_does_not_fit() throws Exception {
        logIn("dai@penny.example", PASSWORD, "/");
        String foreign = csrf(get("/settings").body());
        logIn("nora@tarn.example", PASSWORD, "/");

        assertThat(
                        post(
                                        "/settings/addresses",
                                        Map.of("address", "a@b.example", "_csrf", foreign))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_upload_that_does_not_come_from_a_page_of_ours_is_refused_before_it_is_read()
            throws Exception {
        logIn("nora@tarn.example", PASSWORD, "/");
        String token = csrf(get("/settings").body());
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + token
                        + "\r\n--b--\r\n";
        String inAddress = "/settings/tokens?name=upload&_csrf=" + encoded(token);
        String path = "/settings/tokens?name=upload";

        assertThat(uploaded(body, path)).as("in a part that would have to be read").isEqualTo(403);
        assertThat(uploaded(body, inAddress)).as("where logs would keep it").isEqualTo(403);
        assertThat(uploaded(body, path, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(uploaded(body, path, "Sec-Fetch-Site", "cross-site", "Origin", address()))
                .isEqualTo(403);
        assertThat(uploaded(body, path, "Origin", "null")).isEqualTo(403);
        assertThat(uploaded(body, path, "Origin", "http://elsewhere.example")).isEqualTo(403);
        assertThat(uploaded(body, path, "X-CSRF-TOKEN", "x", "Origin", address())).isEqualTo(403);
        assertThat(uploaded(body, path, "X-CSRF-TOKEN", token)).isEqualTo(200);
        assertThat(uploaded(body, path, "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(uploaded(body, path, "Origin", address())).as("older browsers").isEqualTo(200);
    }

    private int uploaded(String body, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder upload =
                HttpRequest.newBuilder()
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) upload.headers(headers);
        return send(upload, path).statusCode();
    }

    @Test
    void an_upload_of_nobody_is_not_read_at_any_open_door() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nx\r\n--b--\r\n";
        for (String door :
                List.of("/login", "/login/code", "/login/forgotten", "/join/x", "/reset/x")) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address() + door))
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build();
            assertThat(anybody.send(request, BodyHandlers.ofString()).statusCode())
                    .as(door)
                    .isEqualTo(415);
        }
    }

    @Test
    void after_logging_out_the_old_cookie_opens_nothing() throws Exception {
        logIn("nora@tarn.example", PASSWORD, "/");
        String cookie = sessionCookie();
        post("/logout", Map.of("_csrf", csrf(get("/settings").body())));

        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address() + "/settings"))
                                        .header("Cookie", "rapport_session=" + cookie)
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() throws Exception {
        HttpResponse<String> answer = logInAnswer("nora@tarn.example", PASSWORD, "/");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("rapport_session=")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax"));
    }

    @Test
    void a_refused_login_does_not_say_which_half_was_wrong() throws Exception {
        HttpResponse<String> wrong = logInAnswer("nora@tarn.example", "not this one", "/");
        HttpResponse<String> unknown = logInAnswer("who@tarn.example", "not this one", "/");

        String words = "This address and password do not fit together.";
        assertThat(wrong.body()).contains(words);
        assertThat(unknown.body()).contains(words);
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(422);
    }

    @Test
    void pages_forbid_everything_inline_and_hold_nothing_inline() throws Exception {
        logIn("nora@tarn.example", PASSWORD, "/");
        for (String path : new String[] {"/settings", "/settings/workspace", "/find", "/login"}) {
            HttpResponse<String> page = get(path);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.body()).doesNotContain(" style=", "<style", "onclick=");
        }
    }

    @Test
    void one_firm_never_sees_the_other() throws Exception {
        logIn("dai@penny.example", PASSWORD, "/");
        assertThat(get("/settings").body())
                .contains("Pennywhistle", "dai@penny.example")
                .doesNotContain("Tarn", "nora@");

        Tokens tokens = server.bean(Tokens.class);
        tokens.create(nora.viewer(), "of Nora", Scope.READ);
        var id = tokens.list(nora.viewer()).getFirst().id();
        assertThat(tokens.revoke(dai.viewer(), id)).isFalse();
        assertThat(tokens.list(dai.viewer())).noneMatch(token -> token.name().equals("of Nora"));
    }

    @Test
    void the_api_answers_to_a_token_until_it_is_revoked() throws Exception {
        Tokens tokens = server.bean(Tokens.class);
        String token = tokens.create(dai.viewer(), "for a test", Scope.READ);

        assertThat(me(token).body()).contains("\"email\":\"dai@penny.example\"", "Pennywhistle");
        tokens.revoke(dai.viewer(), tokens.list(dai.viewer()).getFirst().id());

        HttpResponse<String> refused = me(token);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/problem+json");
        assertThat(refused.body()).contains("\"status\":401", "revoked");
    }

    @Test
    void a_session_is_no_key_to_the_api() throws Exception {
        logIn("nora@tarn.example", PASSWORD, "/");

        assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_missing_part_of_the_api_is_a_problem_and_a_missing_page_is_a_page() throws Exception {
        String token = server.bean(Tokens.class).create(nora.viewer(), "t", Scope.READ);
        HttpResponse<String> api =
                send(
                        HttpRequest.newBuilder().header("Authorization", "Bearer " + token),
                        "/api/v1/nothing");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");

        logIn("nora@tarn.example", PASSWORD, "/");
        HttpResponse<String> page = get("/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Nothing is here");
    }

    @Test
    void assets_may_be_kept_for_a_year_and_come_compressed() throws Exception {
        Matcher sheet = Pattern.compile("/assets/\\w+/rapport.css").matcher(get("/login").body());
        assertThat(sheet.find()).isTrue();
        HttpResponse<String> css =
                send(HttpRequest.newBuilder().header("Accept-Encoding", "gzip"), sheet.group());

        assertThat(css.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "immutable");
        assertThat(css.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    private HttpResponse<String> me(String token) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder().header("Authorization", "Bearer " + token), "/api/v1/me");
    }

    /** Where the login leads. */
    private String logIn(String email, String password, String to)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = logInAnswer(email, password, to);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.startsWith("/") ? address() + location : location;
    }

    private HttpResponse<String> logInAnswer(String email, String password, String to)
            throws IOException, InterruptedException {
        ((CookieManager) anybody.cookieHandler().orElseThrow()).getCookieStore().removeAll();
        String csrf = csrf(get("/login").body());
        return post(
                "/login", Map.of("email", email, "password", password, "to", to, "_csrf", csrf));
    }

    private String sessionCookie() {
        return ((CookieManager) anybody.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("rapport_session"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
    }

    private static String csrf(String page) {
        Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path);
    }

    private HttpResponse<String> post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        return anybody.send(
                request.uri(URI.create(address() + path)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String address() {
        return server.address();
    }
}
