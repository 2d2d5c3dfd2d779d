package app.rapport.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Sessions;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.exchange.FileImport;
import app.rapport.people.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a browser has to fetch, compressed: for its first page with all that belongs to it, and for
 * each further page.
 */
class PageWeightTest {
    private static final int FIRST = 150_000;
    private static final int FURTHER = 30_000;
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");

    /** Those of the Latin script, which every page shows. */
    private static final List<String> FONTS =
            List.of(
                    "fonts/inter-latin-wght-normal.woff2",
                    "fonts/source-serif-4-latin-400-normal.woff2");

    private static TestServer server;
    private static TodayHouse house;
    private static String cookie;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        house = new TodayHouse(access, server.bean(House.class), server.bean(FileImport.class));
        for (int i = 0; i < 60; i++)
            house.mail(
                    "Person %1$d <person%1$d@firm%1$d.example>".formatted(i),
                    NORA,
                    Instant.now().minus(Duration.ofHours(i + 1)),
                    "Order " + i,
                    "Could you send me the price list for order " + i + " until Friday?");
        house.bring();
        cookie =
                "rapport_session="
                        + server.bean(Sessions.class)
                                .open(
                                        access.byEmail(java.util.Optional.of(TodayHouse.OWNER))
                                                .orElseThrow(),
                                        "a test");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Fetched(int bytes, String text) {}

    @Test
    void a_first_page_is_light_with_all_that_belongs_to_it() throws Exception {
        for (String page : pages()) assertThat(first(page)).as(page).isLessThan(FIRST);
    }

    @Test
    void a_further_page_is_lighter_still() throws Exception {
        for (String page : pages()) assertThat(fetch(page).bytes()).as(page).isLessThan(FURTHER);
    }

    private static List<String> pages() {
        String somebody =
                house.in(() ->
                        String.valueOf(
                                server.bean(People.class)
                                        .byAddress(house.viewer(), List.of("person3@firm3.example"))
                                        .get("person3@firm3.example")));
        return List.of(
                "/",
                "/people",
                "/people/" + somebody,
                "/accounts",
                "/find?q=person",
                "/settings",
                "/imports");
    }

    private static int first(String path) throws Exception {
        Fetched page = fetch(path);
        Set<String> assets =
                ASSET.matcher(page.text())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        FONTS.forEach(font -> assets.add(Assets.path(font)));
        int all = page.bytes();
        for (String asset : assets) all += fetch(asset).bytes();
        return all;
    }

    private static Fetched fetch(String path) throws Exception {
        HttpResponse<byte[]> answer =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .header("Cookie", cookie)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new Fetched(answer.body().length, text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").isEmpty()) return "";
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
