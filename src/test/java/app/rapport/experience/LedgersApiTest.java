package app.rapport.experience;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Scope;
import app.rapport.browser.ApiCaller;
import app.rapport.browser.TestServer;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the pages of the ledgers say and do, a program reads and does as well. */
class LedgersApiTest {
    private static TestServer server;

    private FreshFirm firm;
    private ApiCaller nora;
    private ApiCaller tom;
    private String mill;
    private String marta;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_with_a_customer() {
        firm = new FreshFirm(server);
        nora = caller(firm.nora());
        tom = caller(firm.tom());
        mill = nora.ask("POST", "/accounts", "{\"name\":\"Quill Mill\"}").id();
        marta =
                nora.ask(
                                "POST",
                                "/contacts",
                                "{\"name\":\"Marta Vesely\",\"account\":{\"id\":\"%s\"}}"
                                        .formatted(mill))
                        .id();
    }

    private static ApiCaller caller(Viewer viewer) {
        return new ApiCaller(
                server, server.bean(Access.class).createToken(viewer, "a test", Scope.WRITE));
    }

    @Test
    void our_own_first_contact_is_walked_and_shown_to_colleagues_once_it_is_shared() {
        assertThat(nora.ask("PUT", "/mirror/walk/call", "{\"words\":\"x\"}").status())
                .isEqualTo(422);
        assertThat(nora.ask("PUT", "/mirror/walk/dance", "{\"fine\":true}").status())
                .isEqualTo(404);
        assertThat(
                        nora.ask(
                                        "PUT",
                                        "/mirror/walk/call",
                                        "{\"fine\":false,\"words\":\"Nobody knew the line\"}")
                                .status())
                .isEqualTo(204);

        JsonNode call = nora.get("/mirror").json().get("walk").get(1);
        assertThat(call.get("step").asString()).isEqualTo("call");
        assertThat(call.get("fine").asBoolean()).isFalse();
        assertThat(call.get("words").asString()).isEqualTo("Nobody knew the line");
        String hers = "/mirror/" + firm.nora().member();
        assertThat(tom.get(hers).status()).isEqualTo(404);

        nora.ask("PUT", "/mirror/sharing", "");
        assertThat(tom.get("/mirror/sharing").body()).contains("Nora");
        assertThat(tom.get(hers).body()).contains("Nobody knew the line");
        assertThat(tom.get(hers + "/facts?figure=promises&group=kept").body()).isEqualTo("[]");

        nora.ask("DELETE", "/mirror/sharing", "");
        assertThat(tom.get(hers).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "%2B10000-01-01T00:00:00Z", "noon"})
    void a_moment_beyond_every_calendar_is_refused_by_every_ledger(String at) {
        for (String of : List.of("/contacts/" + marta, "/accounts/" + mill))
            for (String ledger : List.of("/experience", "/balance"))
                assertThat(nora.get(of + ledger + "?at=" + at).status())
                        .as(of + ledger)
                        .isEqualTo(400);
    }

    @Test
    void marks_and_needs_of_a_company_and_points_where_they_meet_us_come_and_go() {
        String ledger = "/accounts/" + mill + "/experience";
        String mark =
                nora.ask(
                                "POST",
                                ledger + "/marks",
                                "{\"feeling\":\"delighted\",\"words\":\"Fast\"}")
                        .id();
        assertThat(nora.get(ledger).json().get("entries")).hasSize(1);
        JsonNode entry = nora.get(ledger).json().get("entries").get(0);
        assertThat(entry.get("reason").asString()).contains("Fast");
        assertThat(nora.ask("DELETE", ledger + "/marks/" + mark, "").status()).isEqualTo(204);
        assertThat(nora.get(ledger).json().get("entries")).isEmpty();

        String needs = "/accounts/" + mill + "/needs";
        String need = nora.ask("POST", needs, "{\"words\":\"Fewer stops at night\"}").id();
        nora.ask("PUT", needs + "/" + need + "/met", "");
        assertThat(nora.get(needs).json().at("/items/0/metAt").isNull()).isFalse();
        nora.ask("DELETE", needs + "/" + need + "/met", "");
        assertThat(nora.get(needs).json().at("/items/0/metAt").isNull()).isTrue();
        nora.ask("DELETE", needs + "/" + need, "");
        assertThat(nora.get(needs).json().get("items")).isEmpty();

        String point = nora.ask("POST", "/touch-points", "{\"name\":\"The first call\"}").id();
        String walks = "/touch-points/" + point + "/walks";
        assertThat(nora.ask("POST", walks, "{\"words\":\"Rang\"}").status()).isEqualTo(422);
        nora.ask("POST", walks, "{\"judgement\":4,\"words\":\"Rang twice\"}").id();
        JsonNode walked = nora.get("/touch-points").json().at("/items/0");
        assertThat(walked.get("due").asBoolean()).isFalse();
        assertThat(walked.at("/last/words").asString()).isEqualTo("Rang twice");
        nora.ask("DELETE", "/touch-points/" + point, "");
        assertThat(nora.get("/touch-points").json().get("items")).isEmpty();
    }

    @Test
    void what_no_mail_shows_counts_in_the_balance_until_it_is_wrong() {
        String balance = "/contacts/" + marta + "/balance";
        assertThat(nora.ask("POST", balance + "/given", "{\"kind\":\"discount\"}").status())
                .isEqualTo(422);
        nora.ask(
                        "POST",
                        balance + "/given",
                        "{\"kind\":\"discount\",\"side\":\"ours\",\"words\":\"Five percent\"}")
                .id();
        JsonNode effort = nora.get("/accounts/" + mill + "/balance").json().at("/efforts/0");
        assertThat(effort.get("ours").asDouble()).isPositive();

        String entry = "{\"entry\":\"%s\"}".formatted(effort.get("entry").asString());
        JsonNode after = nora.ask("POST", balance + "/wrong", entry).json();
        assertThat(after.at("/efforts/0/wrong").asString()).startsWith("Nora");
        assertThat(
                        nora.ask("POST", balance + "/right", entry)
                                .json()
                                .at("/efforts/0/wrong")
                                .isNull())
                .isTrue();

        String deal = nora.ask("POST", "/deals", "{\"name\":\"Pumps\"}").id();
        assertThat(nora.get("/deals/" + deal + "/balance").json().get("band").asString())
                .isEqualTo("not-known");
    }

    @Test
    void answers_are_a_list_and_a_file_that_runs_no_formula() {
        String moment =
                nora.ask(
                                "POST",
                                "/surveys",
                                "{\"contact\":\"%s\",\"occasion\":\"bought\"}".formatted(marta))
                        .id();
        answered(moment, "=HYPERLINK(\"http://elsewhere.example\")");

        assertThat(nora.get("/surveys/answers").json().at("/items/0/contact").asString())
                .isEqualTo(marta);
        assertThat(nora.get("/surveys/answers.csv").body())
                .contains("Answered,Person,After,Measure,Rating,Bad,Words")
                .contains("Marta Vesely,Bought,csat,2,yes,\"'=HYPERLINK(");
        String answer = nora.get("/surveys/answers").json().at("/items/0/answer/id").asString();
        String change =
                nora.ask(
                                "POST",
                                "/surveys/answers/" + answer + "/changes",
                                "{\"words\":\"We call before we come\"}")
                        .id();
        nora.ask(
                        "POST",
                        "/surveys/answers/" + answer + "/told",
                        "{\"change\":\"%s\",\"words\":\"Told her\"}".formatted(change))
                .id();
        assertThat(nora.get("/surveys/changes").json().at("/items/0/because/0/toldAt").isNull())
                .isFalse();
        assertThat(nora.ask("DELETE", "/surveys/" + moment, "").status())
                .as("they were asked after it")
                .isEqualTo(422);
    }

    /** As if a mail had asked her, and she had said so. */
    private void answered(String moment, String words) {
        firm.in(() ->
                server.bean(JdbcClient.class)
                        .sql(
                                """
                                WITH ask AS (
                                  INSERT INTO survey_ask (workspace_id, id, moment_id, person_id, measure, address, member_id, outgoing_id, secret_hash, asked_at, expires_at, hour)
                                  SELECT workspace_id, gen_random_uuid(), id, person_id, 'csat', 'marta@quill.example', member_id, gen_random_uuid(), sha256(id::text::bytea), now(), now(), now()
                                  FROM survey_moment WHERE id = :moment RETURNING *)
                                INSERT INTO survey_answer (workspace_id, id, ask_id, person_id, member_id, occasion, measure, rating, bad, words, at)
                                SELECT workspace_id, gen_random_uuid(), id, person_id, member_id, 'bought', measure, 2, true, :words, now() FROM ask
                                """)
                        .param("moment", UUID.fromString(moment))
                        .param("words", words)
                        .update());
    }
}
