package app.rapport.promises;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.access.Scope;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.promises.store.ReminderRows;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises, tasks and trust as a program sees them. */
class PromisesApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestServer server;
    private static String nora;
    private static String tom;
    private static Member noraMember;
    private static Member tomMember;
    private static String marta;

    @BeforeAll
    static void a_firm_with_one_contact() throws Exception {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        noraMember =
                access.setUp(
                        "Tarn",
                        "nora@tarn.example",
                        "Nora",
                        "four sample cartridges",
                        ZoneId.of("Europe/Berlin"));
        nora = access.createToken(noraMember.viewer(), "a test", Scope.WRITE);
        tomMember =
                server.bean(Members.class)
                        .add(
                                noraMember.workspace(),
                                "tom@tarn.example",
                                "Tom",
                                Role.SELLER,
                                Optional.of("four sample cartridges"),
                                Optional.empty());
        tom = access.createToken(tomMember.viewer(), "a test", Scope.WRITE);
        marta =
                ask(nora, "POST", "/contacts", "{\"name\":\"Marta Vesely\"}")
                        .json()
                        .get("id")
                        .asString();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private static Answer ask(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    @Test
    void the_words_of_a_promise_are_mended() throws Exception {
        String promise =
                "/promises/"
                        + ask(
                                        nora,
                                        "POST",
                                        "/promises",
                                        "{\"contact\":\"%s\",\"line\":\"send the offfer by Friday\"}"
                                                .formatted(marta))
                                .json()
                                .get("id")
                                .asString();

        Answer mended = ask(nora, "PUT", promise + "/words", "{\"what\":\"send the offer\"}");

        assertThat(mended.json().get("what").asString()).isEqualTo("send the offer");
        assertThat(ask(nora, "PUT", promise + "/words", "{}").status()).isEqualTo(422);
    }

    @Test
    void a_deed_moves_trust_says_which_it_is_and_can_be_taken_back() throws Exception {
        String trust = "/contacts/" + marta + "/trust";
        assertThat(ask(nora, "GET", trust, "").json().get("inUs").get("missing").asString())
                .isEqualTo("One promise kept or broken is needed to begin.");

        Answer made =
                ask(
                        nora,
                        "POST",
                        trust + "/deeds",
                        "{\"words\":\"Told her to keep the old pump\",\"side\":\"ours\",\"good\":true,\"weight\":2}");

        assertThat(made.status()).isEqualTo(201);
        String deed = made.json().get("deed").asString();
        JsonNode inUs = ask(nora, "GET", trust, "").json().get("inUs");
        assertThat(inUs.get("value").asDouble()).isGreaterThan(50);
        assertThat(inUs.get("entries").get(0).get("deed").asString()).isEqualTo(deed);
        assertThat(inUs.get("entries").get(0).get("good").asDouble()).isEqualTo(2);

        assertThat(ask(nora, "DELETE", trust + "/deeds/" + deed, "").status()).isEqualTo(204);
        assertThat(ask(nora, "DELETE", trust + "/deeds/" + deed, "").status()).isEqualTo(404);
        assertThat(ask(nora, "GET", trust, "").json().get("inUs").get("value").isNull()).isTrue();
    }

    @Test
    void a_deed_without_a_doer_or_words_is_refused_with_its_field() throws Exception {
        String deeds = "/contacts/" + marta + "/trust/deeds";

        assertThat(ask(nora, "POST", deeds, "{\"words\":\"x\",\"good\":true}"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("ours or theirs"));
        assertThat(ask(nora, "POST", deeds, "{\"side\":\"ours\",\"good\":true}").body())
                .contains("Say what was done");
    }

    @Test
    void a_year_that_the_database_cannot_keep_is_refused_in_words() throws Exception {
        String body = "{\"contact\":\"" + marta + "\",\"line\":\"send it\",\"due\":\"%s\"}";

        Answer beyond = ask(nora, "POST", "/promises", body.formatted("+999999999-01-01"));

        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.body()).contains("between the years 1970 and 9999");
        assertThat(ask(nora, "POST", "/promises", body.formatted("9999-12-31")).status())
                .isEqualTo(201);
    }

    private static JsonNode add(String line) throws Exception {
        Answer made = ask(nora, "POST", "/tasks", "{\"line\":\"" + line + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static JsonNode list(String token, String query) throws Exception {
        return ask(token, "GET", "/tasks?" + query, "").json().get("items");
    }

    private static List<String> whats(JsonNode items) {
        return items.valueStream().map(one -> one.get("what").asString()).toList();
    }

    @Test
    void one_line_says_who_about_whom_by_when_and_how_often() throws Exception {
        JsonNode task = add("every month send Marta the figures by the 28th @tom");

        assertThat(task.get("what").asString()).isEqualTo("send Marta the figures");
        assertThat(task.get("contact").asString()).isEqualTo(marta);
        assertThat(task.get("member").asString()).isEqualTo(tomMember.id().toString());
        assertThat(task.get("task").get("every").asString()).isEqualTo("month");
        assertThat(task.get("due").asString()).endsWith("28");
        assertThat(ask(nora, "POST", "/tasks", "{\"line\":\"call @nobody\"}").status())
                .isEqualTo(422);
    }

    @Test
    void the_next_of_a_series_comes_once_when_one_is_done_and_goes_when_that_is_taken_back()
            throws Exception {
        JsonNode first = add("every week count the crates");
        String path = "/promises/" + first.get("id").asString() + "/steps";
        String today = first.get("due").asString();

        JsonNode done = ask(nora, "POST", path, "{\"kind\":\"kept\"}").json();
        assertThat(done.get("state").asString()).isEqualTo("kept");
        assertThat(crates())
                .singleElement()
                .isEqualTo(LocalDate.parse(today).plusDays(7).toString());

        JsonNode last = done.get("steps").get(done.get("steps").size() - 1);
        ask(nora, "POST", path + "/" + last.get("id").asString() + "/undo", "");
        assertThat(crates()).containsExactly(today);

        ask(nora, "POST", path, "{\"kind\":\"kept\"}");
        assertThat(crates()).hasSize(1);
    }

    private static List<String> crates() throws Exception {
        return list(nora, "limit=200")
                .valueStream()
                .filter(one -> one.get("what").asString().equals("count the crates"))
                .map(one -> one.get("due").asString())
                .toList();
    }

    @Test
    void a_task_given_away_is_in_the_colleagues_today_until_it_is_handed_back() throws Exception {
        JsonNode task = add("read the tender");
        String id = task.get("id").asString();
        assertThat(ask(tom, "GET", "/tasks/" + id, "").status()).isEqualTo(404);

        ask(nora, "POST", "/tasks/" + id + "/give", "{\"member\":\"" + tomMember.id() + "\"}");

        assertThat(today(tom)).contains("Nora gave you “read the tender”");
        assertThat(today(nora)).doesNotContain("read the tender");
        assertThat(whats(list(nora, "whose=given"))).contains("read the tender");
        Answer back = ask(tom, "POST", "/tasks/" + id + "/hand-back", "");
        assertThat(back.json().get("member").asString()).isEqualTo(noraMember.id().toString());
        assertThat(today(tom)).doesNotContain("read the tender");
        assertThat(ask(tom, "POST", "/tasks/" + id + "/hand-back", "").status()).isEqualTo(422);
    }

    private static String today(String token) throws Exception {
        return ask(token, "GET", "/today", "").body();
    }

    @Test
    void done_in_today_is_done_and_taken_back_there_it_is_open_again() throws Exception {
        add("today tidy the store");
        String item =
                ask(nora, "GET", "/today", "")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("why").asString().contains("tidy the store"))
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asString();

        ask(nora, "POST", "/today/" + item + "/done", "{}");
        assertThat(whats(list(nora, "state=done"))).contains("tidy the store");
        assertThat(today(nora)).doesNotContain("tidy the store");
    }

    @Test
    void a_reminder_shows_a_task_before_its_day_and_is_mailed_once_only_where_that_is_ordered()
            throws Exception {
        String id = add("next year renew the lease").get("id").asString();
        assertThat(today(nora)).doesNotContain("renew the lease");
        String at = Instant.now().plusSeconds(300).toString();

        String reminder = "{\"at\":\"%s\",\"byMail\":true}";
        assertThat(
                        ask(
                                        nora,
                                        "PUT",
                                        "/tasks/" + id + "/reminder",
                                        reminder.formatted("2020-01-01T00:00:00Z"))
                                .status())
                .isEqualTo(422);
        assertThat(ask(nora, "PUT", "/tasks/" + id + "/reminder", reminder.formatted(at)).status())
                .isEqualTo(200);
        ReminderRows rows = server.bean(ReminderRows.class);
        Instant later = Instant.now().plusSeconds(400);
        UUID task = UUID.fromString(id);
        assertThat(rows.workspaces(later)).containsExactly(noraMember.workspace());
        CurrentWorkspace.run(
                noraMember.workspace(),
                () -> {
                    assertThat(rows.due(noraMember.workspace(), later))
                            .extracting(ReminderRows.Due::task)
                            .containsExactly(task);
                    assertThat(rows.claim(noraMember.workspace(), task, later)).isTrue();
                    assertThat(rows.claim(noraMember.workspace(), task, later)).isFalse();
                });
        assertThat(ask(nora, "GET", "/today?at=" + later, "").body()).contains("renew the lease");
    }

    @Test
    void pages_of_a_list_follow_each_other_and_a_move_is_a_step() throws Exception {
        for (int i = 0; i < 5; i++) add("in " + (i + 20) + " days step " + i);
        Answer first = ask(nora, "GET", "/tasks?limit=2", "");
        String next = first.json().get("next").asString();
        JsonNode second = ask(nora, "GET", "/tasks?limit=200&cursor=" + next, "").json();

        assertThat(second.get("next").isNull()).isTrue();
        assertThat(whats(second.get("items")))
                .doesNotContainAnyElementsOf(whats(first.json().get("items")))
                .contains("step 4");

        String id = add("in 20 days paint the fence").get("id").asString();
        JsonNode moved = ask(nora, "POST", "/tasks/" + id + "/move", "{\"to\":\"today\"}").json();
        assertThat(moved.get("due").asString())
                .isEqualTo(LocalDate.now(noraMember.zone()).toString());
        assertThat(
                        ask(nora, "POST", "/tasks/" + id + "/move", "{\"to\":\"done\"}")
                                .json()
                                .get("state")
                                .asString())
                .isEqualTo("kept");
        assertThat(ask(nora, "POST", "/tasks/" + id + "/move", "{\"to\":\"late\"}").status())
                .isEqualTo(422);
    }
}
