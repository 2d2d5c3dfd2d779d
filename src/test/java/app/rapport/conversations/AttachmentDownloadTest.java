package app.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.access.Sessions;
import app.rapport.agenda.TodayHouse;
import app.rapport.browser.TestServer;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.PersonId;
import app.rapport.people.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file that came by mail is handed out as a file, to those who may read the mail. */
class AttachmentDownloadTest {
    private static final String ADDRESS = "marta@quillbrook.example";
    private static TestServer server;
    private static TodayHouse house;
    private static String path;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        house.mail(
                        ADDRESS,
                        TodayHouse.OWNER,
                        Instant.parse("2026-05-03T10:00:00Z"),
                        "Plan\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b",
                        """
                        --b
                        Content-Type: text/plain

                        The plan.
                        --b
                        Content-Type: text/html; name="../plan.html"
                        Content-Disposition: attachment; filename="../plan.html"

                        <script>alert(1)</script>
                        --b--
                        """)
                .bring();
        path = "/touches/" + mail() + "/attachments/";
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String mail() {
        return house.in(() -> {
            PersonId marta =
                    server.bean(People.class)
                            .byAddress(house.viewer(), List.of(ADDRESS))
                            .get(ADDRESS);
            return server.bean(Conversations.class)
                    .story(house.viewer(), marta, Instant.now(), Optional.empty(), 1)
                    .getFirst()
                    .id()
                    .toString();
        });
    }

    @Test
    void its_owner_gets_a_file_that_no_browser_runs() throws Exception {
        HttpResponse<byte[]> answer = ask(owner(), path + 0);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<script>");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/octet-stream");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .anyMatch(policy -> policy.contains("sandbox"));
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .doesNotContain("/plan");
    }

    @Test
    void a_colleague_and_nobody_get_what_does_not_exist() throws Exception {
        Member tom =
                server.bean(Members.class)
                        .add(
                                house.viewer().workspace(),
                                "tom@tarnteasel.example",
                                "Tom Askew",
                                Role.SELLER,
                                Optional.of(TodayHouse.PASSWORD),
                                Optional.empty());
        assertThat(ask(Optional.of(tom), path + 0).statusCode()).isEqualTo(404);
        assertThat(ask(owner(), path + 7).statusCode()).isEqualTo(404);
        assertThat(ask(Optional.empty(), path + 0).statusCode()).isEqualTo(302);
    }

    private static Optional<Member> owner() {
        return server.bean(Access.class)
                .member(house.viewer().workspace(), house.viewer().member());
    }

    private static HttpResponse<byte[]> ask(Optional<Member> who, String path)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        who.map(member -> server.bean(Sessions.class).open(member, "a test"))
                .ifPresent(secret -> request.header("Cookie", "rapport_session=" + secret));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
