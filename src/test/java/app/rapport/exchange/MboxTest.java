package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages written in any dialect come back as they were. */
class MboxTest {
    @TempDir Path folder;

    private static final String ENVELOPE = "From ann@example.org Mon Mar  9 10:12:00 2026\n";

    @Test
    void random_messages_come_back_whole_from_every_dialect() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) messages.add(message(random, i));
            for (Dialect dialect : Dialect.values()) {
                // without a bare From line nobody can tell whether this one was quoted
                boolean ambiguous =
                        messages.stream()
                                .anyMatch(m -> m.contains("\n>From") && !m.contains("\nFrom "));
                if (dialect == Dialect.CL2 && ambiguous) continue;
                Path file = folder.resolve("box.mbox");
                Files.writeString(file, write(messages, dialect), StandardCharsets.ISO_8859_1);
                assertThat(read(file))
                        .as(dialect.name())
                        .containsExactlyElementsOf(messages.stream().map(String::strip).toList());
            }
        }
    }

    private enum Dialect {
        RD,
        CL2
    }

    private static String message(Random random, int i) {
        String[] lines = {
            "Hello,", "From here on it is simple.", ">From the start", "", "From now", "Yours", "x"
        };
        StringBuilder body = new StringBuilder();
        for (int k = 0; k < random.nextInt(9); k++)
            body.append(lines[random.nextInt(lines.length)]).append('\n');
        return "From: a" + i + "@example.org\nSubject: n" + i + "\n\n" + body + "end";
    }

    private static String write(List<String> messages, Dialect dialect) {
        StringBuilder box = new StringBuilder();
        for (String message : messages) {
            String body = message.substring(message.indexOf("\n\n") + 2) + "\n";
            String head = message.substring(0, message.indexOf("\n\n") + 1);
            box.append(ENVELOPE).append(head);
            if (dialect == Dialect.CL2)
                box.append("Content-Length: ")
                        .append(body.length())
                        .append('\n')
                        .append('\n')
                        .append(body);
            else box.append('\n').append(body.replaceAll("(?m)^(>*From )", ">$1"));
            box.append('\n');
        }
        return box.toString();
    }

    private List<String> read(Path file) throws IOException {
        List<String> messages = new ArrayList<>();
        MailFiles.each(file, "box", 0, item -> messages.add(text(item)));
        return messages;
    }

    private static String text(FileItem item) {
        return new String(item.content(), StandardCharsets.ISO_8859_1)
                .replaceAll("(?m)^Content-Length: \\d+\\n", "")
                .strip();
    }

    @Test
    void a_gzip_and_a_zip_hold_the_same_messages() throws IOException {
        byte[] box =
                (ENVELOPE + "Subject: one\n\nOne.\n\n" + ENVELOPE + "Subject: two\n\nTwo.\n")
                        .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(box);
        }
        Path gz = Files.write(folder.resolve("box.mbox.gz"), zipped.toByteArray());
        Path zip = folder.resolve("box.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("mail/box.mbox"));
            out.write(box);
            out.putNextEntry(new ZipEntry("mail/one.eml"));
            out.write("Subject: three\n\nThree.\n".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("notes.txt"));
            out.write("no mail".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(gz)).hasSize(2);
        assertThat(read(zip)).hasSize(3);
    }

    @Test
    void a_message_that_is_cut_off_is_kept_as_far_as_it_came() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("cut.mbox"),
                        ENVELOPE + "Subject: one\n\nOne.\n\n" + ENVELOPE + "Subj");
        assertThat(read(file)).hasSize(2);
    }
}
