package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's document says what the controllers do, no more and no less. */
class ApiDocumentTest {
    private static final String DOCUMENT = "/api/v1/openapi.json";
    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void readTheDocument() throws Exception {
        server = TestServer.start();
        document = read(DOCUMENT, "");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void it_is_openapi_3_1_with_bearer_tokens() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        JsonNode scheme = document.at("/components/securitySchemes/token");
        assertThat(scheme.path("type").asString()).isEqualTo("http");
        assertThat(scheme.path("scheme").asString()).isEqualTo("bearer");
    }

    @Test
    void each_route_is_in_the_document_and_each_entry_is_a_route() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        Set<String> routes = new TreeSet<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> addRoutes(info, routes));

        assertThat(described).isEqualTo(routes).isNotEmpty();
    }

    private static void addRoutes(RequestMappingInfo info, Set<String> routes) {
        for (String path : info.getPatternValues()) {
            if (!path.startsWith("/api/v1/") || path.startsWith(DOCUMENT)) continue;
            info.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> routes.add(method.name() + " " + path));
        }
    }

    /** Such as are whole, since they hold few of one thing: all other lists have pages. */
    private static final Set<String> WHOLE =
            Set.of(
                    "/api/v1/accounts/{id}/needs",
                    "/api/v1/calendar",
                    "/api/v1/calendars",
                    "/api/v1/contacts/{id}/promises/found",
                    "/api/v1/contacts/{id}/suggestions",
                    "/api/v1/contacts/{id}/thanks",
                    "/api/v1/contacts/{id}/ties",
                    "/api/v1/deal-stages",
                    "/api/v1/mirror/sharing",
                    "/api/v1/mirror/team",
                    "/api/v1/plan-templates",
                    "/api/v1/reports",
                    "/api/v1/surveys/figures",
                    "/api/v1/today",
                    "/api/v1/touch-points",
                    "/api/v1/touch-points/retired");

    /** The newest of what was written about one record. */
    private static final Set<String> NEWEST =
            Set.of("/api/v1/deals/{id}/risk/history", "/api/v1/negotiations/{id}/versions");

    @Test
    void a_list_has_pages_or_is_whole() {
        Set<String> lists = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> {
                    JsonNode get = path.getValue().path("get");
                    if (isList(get) && !hasPages(get)) lists.add(path.getKey());
                });

        lists.removeAll(NEWEST);
        assertThat(lists).isEqualTo(new TreeSet<>(WHOLE));
    }

    private static boolean isList(JsonNode get) {
        JsonNode answers = get.at("/responses/200/content").path("application/json").path("schema");
        JsonNode schema =
                answers.has("$ref")
                        ? document.at(answers.get("$ref").asString().substring(1))
                        : answers;
        return schema.path("type").asString("").equals("array")
                || schema.at("/properties/items/type").asString("").equals("array");
    }

    private static boolean hasPages(JsonNode get) {
        return get.path("parameters")
                .valueStream()
                .anyMatch(one -> one.path("name").asString("").equals("cursor"));
    }

    @Test
    void what_me_answers_has_just_the_fields_that_are_described() throws Exception {
        Access access = server.bean(Access.class);
        Member nora =
                access.setUp("Tarn", "n@tarn.example", "Nora", "long enough", ZoneId.of("UTC"));
        JsonNode me = read("/api/v1/me", access.createToken(nora.viewer(), "t"));

        Set<String> described =
                new TreeSet<>(document.at("/components/schemas/Me/properties").propertyNames());
        assertThat(new TreeSet<>(me.propertyNames())).isEqualTo(described);
        assertThat(me.path("timeZone").asString()).isEqualTo("UTC");
        assertThat(me.path("ownAddresses").get(0).asString()).isEqualTo("n@tarn.example");
    }

    private static JsonNode read(String path, String token) throws Exception {
        String address = server.address();
        String body =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address + path))
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
        return JsonMapper.shared().readTree(body);
    }
}
