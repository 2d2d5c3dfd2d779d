package app.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Scope;
import app.rapport.access.Tokens;
import app.rapport.browser.TestServer;
import app.rapport.database.OwnerDatabase;
import app.rapport.kernel.Viewer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contacts, companies and ties over the API, as two firms on one server use it. */
class PeopleApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestServer server;
    private static String ours;
    private static String theirs;
    private static Viewer nora;

    @BeforeAll
    static void twoFirmsOnOneServer() {
        server = TestServer.start();
        ours = token("Tarn", "nora@tarn.example");
        theirs = token("Pennywhistle", "dai@penny.example");
    }

    private static String token(String firm, String email) {
        Access access = server.bean(Access.class);
        Member member = access.setUp(firm, email, "Nora", "long enough", ZoneId.of("UTC"));
        if (firm.equals("Tarn")) nora = member.viewer();
        return access.createToken(member.viewer(), "test");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_contact_keeps_every_field_that_it_was_given() {
        JsonNode made =
                made(
                        "/contacts",
                        """
                        {"name":"Marta Veselá","givenName":"Marta","familyName":"Veselá","title":"Buyer","department":"Plant 2",
                         "points":[{"kind":"mail","label":"work","value":"Marta@quill.example"},{"kind":"chat","value":"marta.v"}],
                         "postalAddresses":[{"label":"work","street":"Mill Lane 4","city":"Brno","country":"CZ"}],
                         "birthday":"05-17","language":"cs_cz","timeZone":"Europe/Prague","tags":["dairy","dairy","vip"],"notes":"Two\\nlines"}
                        """);

        JsonNode read = json(send("GET", "/contacts/" + id(made), ours, ""));
        assertThat(read).isEqualTo(made);
        assertThat(made.path("addresses").get(0).asString()).isEqualTo("Marta@quill.example");
        assertThat(made.at("/points/0/label").asString()).isEqualTo("work");
        assertThat(made.at("/postalAddresses/0/city").asString()).isEqualTo("Brno");
        assertThat(made.path("birthday").asString()).isEqualTo("--05-17");
        assertThat(made.path("language").asString()).isEqualTo("cs-CZ");
        assertThat(made.path("tags").size()).isEqualTo(2);
        assertThat(made.at("/owner/name").asString()).isEqualTo("Nora");
        assertThat(new TreeSet<>(made.propertyNames())).isEqualTo(described("ContactJson"));
        assertThat(new TreeSet<>(made.at("/points/0").propertyNames()))
                .isEqualTo(described("PointJson"));
    }

    @Test
    void a_patch_leaves_what_is_absent_and_clears_what_is_null() {
        JsonNode made =
                made(
                        "/contacts",
                        """
                        {"name":"Luis Ferro","title":"Chef","points":[{"kind":"phone","label":"mobile","value":"+351 21 555"},{"kind":"mail","label":"home","value":"luis@home.example"}]}
                        """);
        JsonNode changed =
                json(
                        send(
                                "PATCH",
                                "/contacts/" + id(made),
                                ours,
                                """
                                {"title":null,"addresses":["luis@home.example","luis@ferro.example"]}
                                """));

        assertThat(changed.path("name").asString()).isEqualTo("Luis Ferro");
        assertThat(changed.path("title").asString()).isEmpty();
        assertThat(changed.path("phones").size()).isEqualTo(1);
        assertThat(changed.at("/points/0/label").asString())
                .as("label of a kept address")
                .isEqualTo("home");
        assertThat(changed.path("addresses").size()).isEqualTo(2);
    }

    @Test
    void refusals_name_the_field() {
        assertRefused("{\"name\":\"A\",\"addresses\":[\"a@b.example\",\"none\"]}", "#/addresses/1");
        assertRefused(
                "{\"name\":\"A\",\"points\":[{\"kind\":\"fax\",\"value\":\"1\"}]}",
                "#/points/0/kind");
        assertRefused("{\"name\":\"A\",\"birthday\":\"1980-02-31\"}", "#/birthday");
        assertRefused("{\"name\":\"A\",\"timeZone\":\"Atlantis\"}", "#/timeZone");
        assertRefused(
                "{\"name\":\"A\",\"account\":{\"id\":\"" + UUID.randomUUID() + "\"}}", "#/account");
        assertRefused("{\"name\":\"A\",\"account\":7}", "#/account");
        assertRefused("{\"title\":\"Nobody\"}", "#/name");
        made("/contacts", "{\"name\":\"First\",\"addresses\":[\"taken@b.example\"]}");
        assertRefused("{\"name\":\"A\",\"addresses\":[\"TAKEN@b.example\"]}", "#/addresses");
    }

    private static void assertRefused(String body, String pointer) {
        HttpResponse<String> answer = send("POST", "/contacts", ours, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void only_what_was_read_can_be_changed() {
        String path = "/contacts/" + id(made("/contacts", "{\"name\":\"Ada\"}"));
        String tag = send("GET", path, ours, "").headers().firstValue("ETag").orElseThrow();

        assertThat(send("PATCH", path, ours, "{\"title\":\"Dr\"}", "If-Match", tag).statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale =
                send("PATCH", path, ours, "{\"title\":\"Prof\"}", "If-Match", tag);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/problem+json");
        assertThat(send("DELETE", path, ours, "", "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(json(send("GET", path, ours, "")).path("title").asString()).isEqualTo("Dr");
        String now = send("GET", path, ours, "").headers().firstValue("ETag").orElseThrow();
        assertThat(send("GET", path, ours, "", "If-None-Match", now).statusCode()).isEqualTo(304);
        assertThat(send("DELETE", path, ours, "", "If-Match", now).statusCode()).isEqualTo(204);
        assertThat(send("GET", path, ours, "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_not_ours_looks_like_what_is_not_there() {
        String contact = "/contacts/" + id(made("/contacts", "{\"name\":\"Ours only\"}"));
        String account = "/accounts/" + id(made("/accounts", "{\"name\":\"Ours Ltd\"}"));
        String nobody = "/contacts/" + UUID.randomUUID();
        for (String path :
                new String[] {contact, account, contact + "/ties", account + "/contacts"}) {
            assertThat(send("GET", path, theirs, "").statusCode()).as(path).isEqualTo(404);
            assertThat(send("GET", path, "", "").statusCode()).as(path).isEqualTo(401);
        }
        for (String method : new String[] {"PATCH", "DELETE"}) {
            assertThat(send(method, contact, theirs, "{}").statusCode()).isEqualTo(404);
            assertThat(send(method, account, theirs, "{}").statusCode()).isEqualTo(404);
        }
        String body = send("GET", contact, theirs, "").body();
        assertThat(body.replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo(
                        send("GET", nobody, theirs, "").body().replaceAll("[0-9a-f-]{36}", "ID"));
        assertThat(send("GET", "/contacts?q=only", theirs, "").body()).doesNotContain("Ours only");
    }

    @Test
    void an_id_that_was_merged_leads_to_the_other_until_they_are_parted() {
        String bea = id(made("/contacts", "{\"name\":\"Bea\",\"title\":\"Head\"}"));
        String twin = id(made("/contacts", "{\"name\":\"B.\",\"title\":\"Chief\"}"));
        String ask = "{\"other\":\"%s\",\"fields\":{\"title\":\"other\"}}".formatted(twin);

        assertThat(send("POST", "/contacts/" + bea + "/merge", theirs, ask).statusCode())
                .isEqualTo(404);
        for (String wrong :
                new String[] {
                    "{}",
                    "{\"other\":\"" + bea + "\"}",
                    "{\"other\":\"" + UUID.randomUUID() + "\"}",
                    ask.replace("title", "tags"),
                    ask.replace("\"other\"}", "\"both\"}")
                })
            assertThat(send("POST", "/contacts/" + bea + "/merge", ours, wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        JsonNode merge = json(send("POST", "/contacts/" + bea + "/merge", ours, ask));

        HttpResponse<String> moved = send("GET", "/contacts/" + twin + "/ties", ours, "");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/api/v1/contacts/" + bea + "/ties");
        assertThat(send("GET", "/contacts/" + twin, theirs, "").statusCode()).isEqualTo(404);
        assertThat(json(send("GET", "/contacts/" + bea, ours, "")).path("title").asString())
                .isEqualTo("Chief");
        String undo = "/merges/" + id(merge) + "/undo";
        assertThat(send("POST", undo, theirs, "").statusCode()).isEqualTo(404);
        assertThat(json(send("POST", undo, ours, "")).path("back").asString()).isEqualTo(twin);
        assertThat(send("POST", undo, ours, "").statusCode()).isEqualTo(422);
        assertThat(send("GET", "/contacts/" + twin, ours, "").statusCode()).isEqualTo(200);
    }

    @Test
    void companies_belong_to_each_other_without_circles() {
        String mother =
                id(made("/accounts", "{\"name\":\"Mother\",\"domains\":[\"www.Mother.example\"]}"));
        String child =
                id(
                        made(
                                "/accounts",
                                "{\"name\":\"Child\",\"parent\":{\"id\":\"%s\"}}"
                                        .formatted(mother)));
        HttpResponse<String> circle =
                send(
                        "PATCH",
                        "/accounts/" + mother,
                        ours,
                        "{\"parent\":{\"id\":\"%s\"}}".formatted(child));

        assertThat(circle.statusCode()).isEqualTo(422);
        JsonNode read = json(send("GET", "/accounts/" + child, ours, ""));
        assertThat(read.at("/parent/name").asString()).isEqualTo("Mother");
        assertThat(new TreeSet<>(read.propertyNames())).isEqualTo(described("AccountJson"));
        JsonNode found = json(send("GET", "/accounts?q=mother.ex", ours, ""));
        assertThat(found.at("/items/0/domains/0").asString()).isEqualTo("mother.example");
        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(
                        send(
                                        "POST",
                                        "/accounts",
                                        ours,
                                        "{\"name\":\"B\",\"domains\":[\"mother.example\"]}")
                                .statusCode())
                .isEqualTo(422);
    }

    @Test
    void somebody_new_at_a_known_domain_works_there() {
        String dairy =
                id(made("/accounts", "{\"name\":\"Dairy\",\"domains\":[\"dairy.example\"]}"));
        JsonNode made =
                made("/contacts", "{\"name\":\"Eve\",\"addresses\":[\"eve@dairy.example\"]}");

        assertThat(made.at("/account/id").asString()).isEqualTo(dairy);
        assertThat(
                        json(send("GET", "/accounts/" + dairy + "/contacts", ours, ""))
                                .at("/items/0/name")
                                .asString())
                .isEqualTo("Eve");
    }

    @Test
    void pages_of_a_search_skip_and_repeat_nothing() {
        for (String name : new String[] {"Quince One", "Quince Two", "Quince Three"})
            made("/contacts", "{\"name\":\"%s\"}".formatted(name));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(send("GET", "/contacts?q=quince&limit=2" + cursor, ours, ""));
            page.path("items").forEach(one -> seen.add(one.path("name").asString()));
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder("Quince One", "Quince Two", "Quince Three");
        assertThat(
                        send("GET", "/contacts?q=quince&cursor=" + UUID.randomUUID(), ours, "")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_field_that_there_is_none_of_is_refused_by_its_name() {
        for (String[] one :
                new String[][] {
                    {"/contacts", "{\"name\":\"Ida\",\"phone\":\"1\"}", "#/phone"},
                    {"/accounts", "{\"name\":\"Ida\",\"web\":\"1\"}", "#/web"},
                    {"/contacts", "{\"name\":\"Ida\",\"a/b~\":\"1\"}", "#/a~1b~0"},
                    {
                        "/contacts",
                        "{\"name\":\"Ida\",\"postalAddresses\":[{\"town\":\"Brno\"}]}",
                        "#/postalAddresses/0/town"
                    },
                    {"/touches", "{\"kind\":\"call\",\"text\":\"x\"}", "#/text"}
                }) {
            HttpResponse<String> answer = send("POST", one[0], ours, one[1]);
            assertThat(answer.statusCode()).as(one[1]).isEqualTo(400);
            assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(one[2]);
        }
    }

    @Test
    void pages_of_companies_skip_and_repeat_nothing() {
        for (String name : new String[] {"Zz one", "Zz two", "Zz three"})
            made("/accounts", "{\"name\":\"%s\"}".formatted(name));
        JsonNode first = json(send("GET", "/accounts?q=zz&limit=2", ours, ""));
        JsonNode second =
                json(
                        send(
                                "GET",
                                "/accounts?q=zz&limit=2&cursor=" + first.path("next").asString(),
                                ours,
                                ""));

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.at("/items/0/name").asString()).isEqualTo("Zz two");
        assertThat(send("GET", "/accounts?cursor=nonsense", ours, "").statusCode()).isEqualTo(400);
    }

    @Test
    void a_tie_is_made_once_read_from_both_sides_and_removed() {
        String ada = id(made("/contacts", "{\"name\":\"Ada Tie\"}"));
        String bob = id(made("/contacts", "{\"name\":\"Bob Tie\"}"));
        String body =
                "{\"person\":{\"id\":\"%s\"},\"role\":\"introducer\",\"note\":\"at the fair\"}"
                        .formatted(bob);
        JsonNode tie = made("/contacts/" + ada + "/ties", body);

        assertThat(send("POST", "/contacts/" + ada + "/ties", ours, body).statusCode())
                .isEqualTo(422);
        JsonNode seen = json(send("GET", "/contacts/" + bob + "/ties", ours, ""));
        assertThat(seen.at("/items/0/from/name").asString()).isEqualTo("Ada Tie");
        assertThat(new TreeSet<>(seen.at("/items/0").propertyNames()))
                .isEqualTo(described("TieJson"));
        assertThat(send("DELETE", "/contacts/" + bob + "/ties/" + id(tie), ours, "").statusCode())
                .as("only from whose it is")
                .isEqualTo(404);
        assertThat(send("DELETE", "/contacts/" + ada + "/ties/" + id(tie), ours, "").statusCode())
                .isEqualTo(204);
        assertThat(json(send("GET", "/contacts/" + bob + "/ties", ours, "")).path("items").size())
                .isZero();
    }

    @Test
    void the_same_post_under_one_key_is_done_once() {
        String body = "{\"name\":\"Quirin Kirschbaum\"}";
        HttpResponse<String> first =
                send("POST", "/contacts", ours, body, "Idempotency-Key", "k-1");
        HttpResponse<String> again =
                send("POST", "/contacts", ours, body, "Idempotency-Key", "k-1");
        HttpResponse<String> other =
                send("POST", "/contacts", ours, "{\"name\":\"Else\"}", "Idempotency-Key", "k-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(send("GET", "/contacts?q=kirschbaum", ours, "")).path("items").size())
                .isEqualTo(1);
        assertThat(send("POST", "/contacts", theirs, body, "Idempotency-Key", "k-1").body())
                .as("another firm's key is another key")
                .isNotEqualTo(first.body());
    }

    @Test
    void an_answer_is_not_given_again_to_a_token_that_may_not_ask() {
        String body = "{\"name\":\"Ottilie Brandt\"}";
        send("POST", "/contacts", ours, body, "Idempotency-Key", "k-4");
        String reads = server.bean(Tokens.class).create(nora, "reads", Scope.READ);

        HttpResponse<String> again =
                send("POST", "/contacts", reads, body, "Idempotency-Key", "k-4");

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).doesNotContain("Ottilie");
    }

    @Test
    void what_cannot_be_remembered_under_its_key_is_not_done_either() {
        JdbcClient owner = server.bean(OwnerDatabase.class).jdbc();
        owner.sql(
                        "ALTER TABLE idempotent_answer ADD CONSTRAINT cut CHECK (status IS NULL) NOT VALID")
                .update();
        String body = "{\"name\":\"Wiebke Sturm\"}";
        try {
            assertThat(send("POST", "/contacts", ours, body, "Idempotency-Key", "k-3").statusCode())
                    .isEqualTo(500);
        } finally {
            owner.sql("ALTER TABLE idempotent_answer DROP CONSTRAINT cut").update();
        }
        assertThat(json(send("GET", "/contacts?q=wiebke", ours, "")).path("items").size()).isZero();
        send("POST", "/contacts", ours, body, "Idempotency-Key", "k-3");
        assertThat(json(send("GET", "/contacts?q=wiebke", ours, "")).path("items").size())
                .isEqualTo(1);
    }

    @Test
    void who_was_refused_may_mend_it_under_the_same_key() {
        assertThat(send("POST", "/contacts", ours, "{}", "Idempotency-Key", "k-2").statusCode())
                .isEqualTo(422);
        assertThat(
                        send(
                                        "POST",
                                        "/contacts",
                                        ours,
                                        "{\"name\":\"Mended\"}",
                                        "Idempotency-Key",
                                        "k-2")
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_null_among_values_is_refused_by_its_place() {
        for (String body :
                new String[] {
                    "{\"name\":\"A\",\"tags\":[null]}",
                    "{\"name\":\"A\",\"addresses\":[null]}",
                    "{\"name\":\"A\",\"postalAddresses\":[null]}",
                    "{\"name\":\"A\",\"points\":[{\"kind\":\"mail\"}]}",
                    "{\"name\":\"A\",\"owner\":{\"id\":null}}",
                    "{\"name\":\"A\",\"account\":{}}"
                })
            assertThat(send("POST", "/contacts", ours, body).statusCode()).as(body).isEqualTo(422);
    }

    @Test
    void a_time_beyond_all_calendars_is_refused() {
        for (String year : new String[] {"%2B999999999", "-999999999"})
            assertThat(send("GET", "/today?at=" + year + "-01-01T00:00:00Z", ours, "").statusCode())
                    .isEqualTo(422);
    }

    private static Set<String> described(String schema) {
        JsonNode document = json(send("GET", "/openapi.json", "", ""));
        return new TreeSet<>(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    private static JsonNode made(String path, String body) {
        HttpResponse<String> answer = send("POST", path, ours, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> send(
            String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (headers.length > 0) request.headers(headers);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
