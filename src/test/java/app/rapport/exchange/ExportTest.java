package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Members;
import app.rapport.access.Role;
import app.rapport.browser.TestServer;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.out.FolderOutlet;
import app.rapport.people.ContactBook;
import app.rapport.people.People;
import app.rapport.people.model.ContactField;
import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported comes back: into an empty workspace, and whole. */
class ExportTest {
    private static final String FROM = "From x Mon Mar  9 10:12:00 2026\n";
    private static TestServer server;
    private static Member nora;
    private static Member dai;
    @TempDir static Path files;

    @BeforeAll
    static void aWorkspaceWithMailAndContacts() throws IOException {
        server = TestServer.start();
        Access access = server.bean(Access.class);
        nora = access.setUp("Tarn", "nora@tarn.example", "Nora", "long enough", ZoneId.of("UTC"));
        dai = access.setUp("Penny", "dai@penny.example", "Dai", "long enough", ZoneId.of("UTC"));
        Path box = files.resolve("in.mbox");
        Files.writeString(
                box,
                FROM
                        + mail(1, "Hello,\n\n>>From the start.\n")
                        + "\n"
                        + FROM
                        + mail(2, "Grüße aus Köln\n\n\n")
                        + "\n"
                        + FROM
                        + mail(3, "no end of line"),
                StandardCharsets.UTF_8);
        in(
                nora,
                () -> {
                    bring(nora, box);
                    ContactBook book = server.bean(ContactBook.class);
                    book.add(
                            nora.viewer(),
                            Map.of(
                                    ContactField.NAME,
                                    "Zoë \"Zed\" Lund, Jr.",
                                    ContactField.TITLE,
                                    "Head of\nDairies",
                                    ContactField.MAILS,
                                    "zoe@lund.example\u001eZ.Lund@Other.example",
                                    ContactField.PHONES,
                                    "+44 20 7946 0000"));
                    server.bean(Conversations.class)
                            .log(
                                    nora.viewer(),
                                    new TypedTouch(
                                            Channel.CALL,
                                            List.of(
                                                    server.bean(People.class)
                                                            .byAddress(
                                                                    nora.viewer(),
                                                                    List.of("zoe@lund.example"))
                                                            .get("zoe@lund.example")),
                                            Instant.parse("2026-03-09T10:00:00Z"),
                                            Side.YOU,
                                            Optional.of(12),
                                            "Cartridges",
                                            "They want four.",
                                            Optional.empty()));
                    return null;
                });
    }

    private static String mail(int n, String words) {
        return """
        From: Ann Abel <ann@buyer%d.example>
        To: nora@tarn.example
        Date: Mon, 9 Mar 2026 10:1%d:00 +0000
        Message-ID: <%d@buyer.example>
        Subject: Order %d
        Content-Type: text/plain; charset=utf-8

        %s\
        """
                .formatted(n, n, n, n, words);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T in(Member member, Work<T> work) {
        return CurrentWorkspace.call(
                member.workspace(),
                () -> {
                    try {
                        return work.run();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static void bring(Member member, Path file) throws IOException {
        FileImport imports = server.bean(FileImport.class);
        imports.run(member.viewer(), imports.begin(member.viewer(), List.of(file)), _ -> {});
    }

    private static Path exported(Member member, Path folder) {
        in(member, () -> server.bean(Export.class).toFolder(member.viewer(), folder));
        return folder;
    }

    @Test
    void every_file_says_how_much_is_in_it() {
        List<Export.Written> written =
                in(
                        nora,
                        () ->
                                server.bean(Export.class)
                                        .toFolder(nora.viewer(), files.resolve("counts")));

        assertThat(written)
                .extracting(Export.Written::name)
                .containsExactlyElementsOf(server.bean(Export.class).files());
        assertThat(written)
                .extracting(Export.Written::records)
                .containsExactly(4L, 4L, 3L, 4L, 3L, 0L, 0L);
    }

    @Test
    void mail_goes_into_an_empty_workspace_byte_for_byte() throws IOException {
        Path box = exported(nora, files.resolve("whole")).resolve("mail.mbox");
        in(
                dai,
                () -> {
                    bring(dai, box);
                    return null;
                });
        Path again = exported(dai, files.resolve("again"));

        assertThat(again.resolve("mail.mbox")).hasSameBinaryContentAs(box);
        assertThat(originals(nora).subList(0, 2)).isEqualTo(originals(dai).subList(0, 2));
        assertThat(Files.readString(box)).contains("\n>>From the start.\n");
    }

    private static List<String> originals(Member member) {
        return in(
                member,
                () ->
                        server.bean(JdbcClient.class)
                                .sql(
                                        "SELECT encode(raw_digest, 'hex') FROM touch WHERE workspace_id = ? AND kind = 'mail' ORDER BY at")
                                .param(member.workspace().value())
                                .query(String.class)
                                .list());
    }

    @Test
    void a_table_and_a_card_hold_every_address_and_phone() throws IOException {
        Path folder = exported(nora, files.resolve("people"));
        assertThat(Files.readString(folder.resolve("contacts.csv")))
                .contains(
                        "zoe@lund.example",
                        "Z.Lund@Other.example",
                        "+44 20 7946 0000",
                        "ann@buyer2.example")
                .contains("\"Zoë \"\"Zed\"\" Lund, Jr.\"");

        List<VCard> cards = Ezvcard.parse(folder.resolve("contacts.vcf")).all();
        VCard zoe =
                cards.stream()
                        .filter(card -> card.getFormattedName().getValue().startsWith("Zoë"))
                        .findFirst()
                        .orElseThrow();
        assertThat(zoe.getEmails()).extracting(mail -> mail.getValue()).hasSize(2);
        assertThat(zoe.getTitles().getFirst().getValue()).isEqualTo("Head of\nDairies");
    }

    @Test
    void a_colleague_sees_when_and_who_but_no_words_of_mail() throws IOException {
        Path folder = exported(nora, files.resolve("mine"));
        List<JsonNode> lines = lines(folder);
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst().path("mayRead").asBoolean()).isTrue();
        assertThat(lines.getFirst().path("messageIds").get(0).asString())
                .isEqualTo("1@buyer.example");
        Member sam =
                server.bean(Members.class)
                        .add(
                                nora.workspace(),
                                "sam@export.example",
                                "Sam",
                                Role.ADMIN,
                                Optional.of("four sample cartridges"),
                                Optional.empty());

        folder = exported(sam, files.resolve("a colleague's"));
        JsonNode others = lines(folder).getFirst();
        assertThat(others.path("mayRead").asBoolean()).isFalse();
        assertThat(others.path("subject").isNull() && others.path("words").isNull()).isTrue();
        assertThat(others.path("parties").get(0).path("address").asString())
                .isEqualTo("ann@buyer1.example");
        assertThat(Files.readString(folder.resolve("mail.mbox"))).doesNotContain("Order 1");
    }

    private static List<JsonNode> lines(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("touches.jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    @Test
    void a_folder_with_anything_else_in_it_is_left_alone() throws IOException {
        Path folder = Files.createDirectories(files.resolve("taken"));
        Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThatThrownBy(() -> FolderOutlet.at(folder, server.bean(Export.class).files()))
                .hasMessageContaining("letter.txt");
        assertThat(folder.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void an_export_that_fails_leaves_the_one_before() throws IOException {
        Path folder = exported(nora, files.resolve("kept"));
        try (FolderOutlet outlet = FolderOutlet.at(folder, server.bean(Export.class).files())) {
            outlet.file("contacts.csv").close();
        }
        assertThat(Files.size(folder.resolve("contacts.csv"))).isPositive();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrderElementsOf(server.bean(Export.class).files());
    }

    @Test
    void the_zip_over_the_api_holds_the_same_files() throws Exception {
        Path folder = exported(nora, files.resolve("same"));
        String token = in(nora, () -> server.bean(Access.class).createToken(nora.viewer(), "t"));
        HttpResponse<byte[]> answer = zip("Bearer " + token);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, byte[]> there = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                there.put(entry.getName(), zip.readAllBytes());
        }
        assertThat(there.keySet())
                .containsExactlyInAnyOrderElementsOf(server.bean(Export.class).files());
        for (String name : new ArrayList<>(there.keySet()))
            assertThat(there.get(name))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(folder.resolve(name)));
    }

    @Test
    void who_has_no_token_gets_nothing() throws Exception {
        HttpResponse<byte[]> answer = zip("Bearer nothing");
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static HttpResponse<byte[]> zip(String authorization) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/export"))
                                .header("Authorization", authorization)
                                .build(),
                        BodyHandlers.ofByteArray());
    }
}
