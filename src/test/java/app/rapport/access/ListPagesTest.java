package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.ApiCaller;
import app.rapport.browser.ApiCaller.Answer;
import app.rapport.browser.TestServer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists of the API tell where they go on: page by page they give what they give whole. */
class ListPagesTest {
    private static final Pattern NEXT = Pattern.compile("</api/v1([^>]*)>; rel=\"next\"");
    private static final int OF_EACH = 3;

    private static TestServer server;
    private static ApiCaller nora;

    @BeforeAll
    static void a_firm() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        Member member =
                access.setUp("Tarn", "nora@tarn.example", "Nora", "long enough", ZoneId.of("UTC"));
        nora = new ApiCaller(server, access.createToken(member.viewer(), "a test", Scope.WRITE));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void page_by_page_a_list_is_what_it_is_whole() {
        List<String> lists = listsOfThree();

        SoftAssertions.assertSoftly(softly -> {
            for (String list : lists) {
                List<String> whole = items(nora.get(list));
                softly.assertThat(whole).as(list).hasSizeGreaterThanOrEqualTo(OF_EACH);
                softly.assertThat(walked(list)).as(list).isEqualTo(whole);
                softly.assertThat(nora.get(with(list, "cursor=elsewhere")).status())
                        .as(list)
                        .isEqualTo(400);
            }
        });
    }

    private static List<String> listsOfThree() {
        String mill = made("/accounts", "{\"name\":\"Quill Mill\"}");
        String marta = "";
        for (int i = 0; i < OF_EACH; i++)
            marta = made("/contacts", "{\"name\":\"M%d\",\"account\":{\"id\":\"%s\"}}", i, mill);
        String deal = made("/deals", "{\"name\":\"Pumps\"}");
        String written = "{\"account\":\"%s\",\"content\":%s}";
        String talks = "";
        String about =
                "/business-cases/"
                        + made("/business-cases", written, mill, CASE.formatted("first"));
        for (int i = 0; i < OF_EACH; i++) {
            made("/promises", "{\"contact\":\"%s\",\"line\":\"send it\"}", marta);
            settle(made("/promises", "{\"contact\":\"%s\",\"line\":\"call\"}", marta));
            settle(made("/tasks", "{\"line\":\"count the crates\"}"));
            made("/tasks", "{\"line\":\"tidy up by Friday\"}");
            made("/surveys", "{\"contact\":\"%s\",\"occasion\":\"bought\"}", marta);
            talks =
                    "/negotiations/"
                            + made("/negotiations", "{\"deal\":\"%s\",\"title\":\"Talks\"}", deal);
            done("PUT", "/deals/" + deal + "/risk/limit", "{\"amount\":%d}".formatted(1_000 - i));
            done("POST", "/risk/own", "{\"what\":\"Ask for more\"}");
            done("DELETE", "/contacts/" + made("/contacts", "{\"name\":\"Gone\"}"), "");
            made(about + "/links", "{\"label\":\"Board\"}");
            done("PUT", about, CASE.formatted("version " + i));
        }
        done("PUT", "/mirror/answers", LEFT_OUT);
        for (int i = 0; i < OF_EACH; i++) {
            done("PUT", talks + "/walk-away", "{\"points\":%d}".formatted(50 + i));
            done("POST", talks + "/versions", "");
        }
        return List.of(
                "/contacts",
                "/accounts/" + mill + "/contacts",
                "/promises",
                "/promises?state=settled",
                "/promises?contact=" + marta,
                "/tasks",
                "/tasks?state=done",
                "/surveys",
                "/surveys?contact=" + marta,
                "/negotiations",
                "/risk/own",
                "/deals/" + deal + "/risk/history",
                talks + "/versions",
                "/bin",
                about + "/links",
                about + "/versions",
                "/mirror/facts?figure=promises&group=kept");
    }

    private static final String CASE =
            """
            {"title":"Pumps, %s","currency":"EUR","years":3,
             "costs":[{"name":"Price","bearer":"us","from":10000}],"benefits":[]}
            """;

    private static final String LEFT_OUT =
            """
            {"would-buy":"left-out","quick":"left-out","answered":"left-out","kept":"left-out","giving":"left-out","thanked":"left-out"}
            """;

    private static String made(String path, String body, Object... values) {
        return nora.ask("POST", path, body.formatted(values)).id();
    }

    private static void settle(String promise) {
        done("POST", "/promises/" + promise + "/steps", "{\"kind\":\"kept\"}");
    }

    private static void done(String method, String path, String body) {
        Answer answer = nora.ask(method, path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isLessThan(300);
    }

    private static String with(String list, String more) {
        return list + (list.contains("?") ? "&" : "?") + more;
    }

    private static List<String> walked(String list) {
        List<String> all = new ArrayList<>();
        Optional<String> page = Optional.of(with(list, "limit=1"));
        while (page.isPresent() && all.size() < 50) {
            Answer answer = nora.get(page.get());
            List<String> items = items(answer);
            assertThat(items).as(page.get()).hasSize(1);
            all.addAll(items);
            page = next(with(list, "limit=1&cursor="), answer);
        }
        return all;
    }

    private static Optional<String> next(String from, Answer answer) {
        Matcher link = NEXT.matcher(answer.link().orElse(""));
        if (link.find()) return Optional.of(link.group(1));
        JsonNode cursor = answer.json().path("next");
        return cursor.isString() ? Optional.of(from + cursor.asString()) : Optional.empty();
    }

    private static List<String> items(Answer answer) {
        JsonNode read = answer.json();
        return (read.isArray() ? read : read.path("items"))
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }
}
