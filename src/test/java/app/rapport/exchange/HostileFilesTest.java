package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.Conversations;
import app.rapport.conversations.Touch;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One odd item must stop neither what comes with it nor what goes out. */
class HostileFilesTest {
    private static final String FROM = "From x Mon Mar  9 10:12:00 2026\n";
    @TempDir static Path folder;
    private static Bringing bringing;

    @BeforeAll
    static void start() {
        bringing = new Bringing(folder);
    }

    @AfterAll
    static void end() {
        bringing.close();
    }

    @BeforeEach
    void anEmptyWorkspace() {
        bringing.fresh();
    }

    @Test
    void zero_bytes_in_a_header_stop_no_import() {
        String odd =
                """
                From x Mon Mar  9 10:12:00 2026
                Message-ID: <a\0b@quill.example>
                References: <r\0ef@quill.example>
                From: =?utf-8?q?Ma=00rta?= <mar\0ta@quill.example>
                To: olga@fi\0rm.example
                Date: Mon, 9 Mar 2026 10:12:00 +0000
                Subject: =?utf-8?q?Gr=00ain?= pri\0ces

                Two lines.
                """;

        Report report =
                bringing.bring("zero.mbox", odd + "\n" + FROM + "From: a@b.example\n\nHello\n");

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(
                        bringing.ask(
                                "SELECT subject FROM touch WHERE workspace_id = :workspace ORDER BY subject DESC LIMIT 1"))
                .containsExactly("Grain prices");
    }

    @Test
    void a_gzip_cut_short_gives_what_can_be_read_of_it() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write((FROM + "From: a@b.example\n\nHello\n").getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("cut.mbox.gz");
        Files.write(cut, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));

        Report report = bringing.bring(cut).report();

        assertThat(report.setAside()).isEqualTo(1);
        assertThat(report.read())
                .isEqualTo(report.stored() + report.alreadyKnown() + report.setAside());
    }

    @Test
    void a_header_with_a_line_break_does_not_stop_the_export() throws IOException {
        bringing.bring(
                "odd.csv", "Name,E-mail,\"Shoe\n\"\"size\"\"\"\nMarta,marta@quill.example,39\n");
        Path out = Files.createDirectory(folder.resolve("out"));

        CurrentWorkspace.call(
                bringing.viewer().workspace(),
                () -> {
                    try {
                        return bringing.bean(Export.class).toFolder(bringing.viewer(), out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });

        assertThat(out.resolve("contacts.vcf")).content().contains("X-HEADER=Shoe 'size'");
    }

    @Test
    void a_blind_copy_is_seen_by_those_alone_who_have_the_mail() {
        bringing.bring(
                "blind.mbox",
                FROM
                        + "From: owner@firm.example\nTo: marta@quill.example\nBcc: boss@rival.example\nDate: Mon, 9 Mar 2026 10:12:00 +0000\nSubject: s\n\nHello\n");
        Viewer owner = bringing.viewer();
        Viewer colleague =
                new Viewer(owner.workspace(), new MemberId(UUID.randomUUID()), owner.zone());

        assertThat(roles(owner)).contains("bcc");
        assertThat(roles(colleague)).contains("to").doesNotContain("bcc");
    }

    private static List<String> roles(Viewer viewer) {
        UUID touch =
                UUID.fromString(
                        bringing.ask("SELECT id FROM touch WHERE workspace_id = :workspace")
                                .getFirst());
        return CurrentWorkspace.call(
                viewer.workspace(),
                () ->
                        bringing
                                .bean(Conversations.class)
                                .touch(viewer, new TouchId(touch))
                                .orElseThrow()
                                .parties()
                                .stream()
                                .map(Touch.Party::role)
                                .toList());
    }
}
