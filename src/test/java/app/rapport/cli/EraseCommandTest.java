package app.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.DatabaseAccess;
import app.rapport.database.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is erased is nowhere any more: no table, no export, no file of the data folder. */
class EraseCommandTest {
    private static final List<String> HERS =
            List.of(
                    "thornycroft",
                    "bea@quern-mill.example",
                    "bea.private@home.example",
                    "7700 900 123",
                    "marmalade");

    @TempDir Path folder;
    @TempDir Path files;
    private Path data;

    private static final String MAILS =
            """
            From x Mon Mar  9 10:12:00 2026
            From: Bea Thornycroft <bea@quern-mill.example>
            To: nora@tarn.example
            Date: Mon, 9 Mar 2026 10:10:00 +0000
            Message-ID: <1@quern-mill.example>
            Subject: Marmalade order

            Only between us: the marmalade is late.

            From x Mon Mar  9 10:12:00 2026
            From: Luis Ferro <luis@ferro.example>
            To: nora@tarn.example
            Cc: =?utf-8?Q?Bea_Thornycroft?= <bea@quern-mill.example>
            Date: Mon, 9 Mar 2026 11:10:00 +0000
            Message-ID: <2@ferro.example>
            Subject: What Bea Thornycroft said
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+QmVhIFRob3JueWNyb2Z0IGNhbGxlZCB0b2RheTwvcD4=
            --b
            Content-Type: text/plain; name=note.txt
            Content-Disposition: attachment; filename=note.txt

            Thornycroft, Bea Thornycroft, knows the way.
            --b
            Content-Type: text/plain; name=plan.txt
            Content-Disposition: attachment; filename=plan.txt

            The plan of the hall.
            --b--

            From x Mon Mar  9 10:12:00 2026
            From: nora@tarn.example
            To: Luis Ferro <luis@ferro.example>
            Date: Mon, 9 Mar 2026 12:10:00 +0000
            Message-ID: <3@tarn.example>
            In-Reply-To: <2@ferro.example>
            Subject: Re: What Bea Thornycroft said

            Thank you, I know.

            On Mon, 9 Mar 2026, Bea Thornycroft <bea@quern-mill.example> wrote:
            > I called today.

            From x Mon Mar  9 10:12:00 2026
            From: Ada Quince <ada@quince.example>
            To: nora@tarn.example
            Date: Tue, 10 Mar 2026 12:10:00 +0000
            Message-ID: <4@quince.example>
            Subject: The fair

            I met Bea Thornycroft there. Shall we talk?

            """;

    private static final String ROWS =
            """
            First name,Last name,Email,Mobile,Notes,Shoe
            Bea,Thornycroft,bea.private@home.example,+44 7700 900 123,Likes marmalade,Size Thornycroft
            Luis,Ferro,luis@ferro.example,,Reports to Bea Thornycroft,
            """;

    private String told(String... arguments) throws IOException {
        try (RapportProcess program = RapportProcess.started(data, arguments).given("")) {
            assertThat(program.exitCode())
                    .as(String.join(" ", arguments) + ": " + program.err())
                    .isZero();
            return program.out();
        }
    }

    private void setUp() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        SetUpFolder.copyInto(data);
    }

    /** The tables' owner, who sees what no workspace shows. */
    private <T> T asked(Function<JdbcClient, T> question) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.in(data)) {
            DatabaseAccess access = server.start();
            try (Connection owner =
                    DriverManager.getConnection(
                            access.url(), access.owner().user(), access.owner().password())) {
                return question.apply(
                        JdbcClient.create(new SingleConnectionDataSource(owner, true)));
            }
        }
    }

    /** Where she still stands: table by table, and every original unpacked. */
    private List<String> inTables() throws SQLException {
        return asked(jdbc -> {
            List<String> found = new ArrayList<>();
            List<String> tables =
                    jdbc.sql(
                                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                            .query(String.class)
                            .list();
            for (String table : tables)
                jdbc.sql("SELECT t::text FROM " + table + " t")
                        .query(String.class)
                        .list()
                        .forEach(row -> hits(table, row, found));
            jdbc.sql("SELECT bytes FROM blob")
                    .query(byte[].class)
                    .list()
                    .forEach(packed -> {
                        try (GZIPInputStream in =
                                new GZIPInputStream(new ByteArrayInputStream(packed))) {
                            hits(
                                    "original",
                                    new String(in.readAllBytes(), StandardCharsets.UTF_8),
                                    found);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    });
            return found;
        });
    }

    private static void hits(String where, String text, List<String> found) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : HERS) if (lower.contains(word)) found.add(where + ": " + word);
    }

    private static List<String> inFolder(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                hits(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1),
                        found);
        }
        return found;
    }

    @Test
    void nothing_is_left_of_who_is_erased_and_no_file_and_no_backup_brings_them_back()
            throws IOException, SQLException {
        setUp();
        Path mails = Files.writeString(files.resolve("in.mbox"), MAILS);
        Path rows = Files.writeString(files.resolve("people.csv"), ROWS);
        JsonNode first = json(bring(mails, rows));
        assertThat(first.path("read").asInt()).isEqualTo(6);
        assertThat(inTables()).contains("contact: thornycroft", "original: marmalade");
        String other =
                asked(jdbc ->
                        jdbc.sql(
                                        "SELECT contact_id::text FROM contact_point WHERE key = 'bea.private@home.example'")
                                .query(String.class)
                                .single());
        Path backup = files.resolve("before.backup");
        told("backup", backup.toString());

        assertThat(told("erase", "--contact", "bea@quern-mill.example")).startsWith("Erased.");
        told("erase", "--contact", other);

        assertThat(inTables()).isEmpty();
        told("export", files.resolve("out").toString());
        assertThat(inFolder(files.resolve("out"))).isEmpty();
        assertThat(inFolder(data)).isEmpty();
        assertThat(Files.readString(files.resolve("out/touches.jsonl")))
                .contains("[erased]", "The fair", "plan.txt")
                .doesNotContain("note.txt");
        assertThat(Files.readString(files.resolve("out/mail.mbox"))).contains("Thank you, I know");

        JsonNode again = json(bring(mails, rows));
        assertThat(again.path("read").asInt()).isEqualTo(6);
        assertThat(again.path("alreadyKnown").asInt()).isEqualTo(6);
        assertThat(inTables()).isEmpty();

        Path old = data;
        data = folder.resolve("restored");
        Files.createDirectories(data);
        for (String kept : List.of("erased.tombstones", "vault.key"))
            Files.copy(old.resolve(kept), data.resolve(kept));
        told("restore", backup.toString());
        assertThat(inTables()).isEmpty();
        assertThat(inFolder(data)).isEmpty();
    }

    private String bring(Path mails, Path rows) throws IOException {
        return told(
                "import", mails.toString(), rows.toString(), "--me", "nora@tarn.example", "--json");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
