package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.conversations.mail.MailReader;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail as programs keep it, whole, damaged or made to do harm. */
class MailSourcesTest {
    private static final String FROM = "From ann@example.org Mon Mar  9 10:12:00 2026\n";
    @TempDir Path folder;

    private static String mail(int n, String words) {
        return "From: ann@example.org\nSubject: n" + n + "\n\n" + words + "\n";
    }

    @Test
    void each_dialect_of_mbox_gives_the_same_words() throws IOException {
        String quoted = mail(1, "Hello\n>From the top");
        String bare = mail(1, "Hello\nFrom the top");
        String length = "Content-Length: " + (bare.length() - bare.indexOf("\n\n") - 2) + "\n";
        Map<String, String> dialects = new LinkedHashMap<>();
        dialects.put("mboxo", quoted);
        dialects.put("mboxrd", quoted);
        dialects.put("mboxcl2", bare.replaceFirst("Subject", length + "Subject"));
        for (var dialect : dialects.entrySet()) {
            Path box = folder.resolve(dialect.getKey());
            Files.writeString(box, FROM + dialect.getValue() + "\n" + FROM + mail(2, "Bye") + "\n");
            List<FileItem> items = read(box);
            assertThat(items).as(dialect.getKey()).hasSize(2);
            assertThat(text(items.getFirst())).endsWith("\n\nHello\nFrom the top\n");
        }
        String counted =
                quoted.replaceFirst(
                        "Subject",
                        "Content-Length: "
                                + (quoted.length() - quoted.indexOf("\n\n") - 2)
                                + "\nSubject");
        List<FileItem> items =
                read(
                        Files.writeString(
                                folder.resolve("mboxcl"),
                                FROM + counted + "\n" + FROM + mail(2, "Bye") + "\n"));
        assertThat(text(items.getFirst())).endsWith("\n\nHello\nFrom the top\n");
    }

    @Test
    void a_maildir_gives_what_is_in_cur_and_new_of_each_folder() throws IOException {
        for (String place : List.of("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp"))
            Files.createDirectories(folder.resolve("box").resolve(place));
        Path box = folder.resolve("box");
        Files.writeString(box.resolve("cur/1.a.host:2,S"), mail(1, "read"));
        Files.writeString(box.resolve("new/2.b.host"), "Unusual-Field: x\n" + mail(2, "new"));
        Files.writeString(box.resolve("tmp/3.c.host"), mail(3, "half written"));
        Files.writeString(box.resolve(".Sent/cur/4.d.host:2,RS"), mail(4, "sent"));
        Files.writeString(box.resolve("dovecot-uidlist"), "3 V1 N5\n");

        List<String> subjects = new ArrayList<>();
        for (Path file : MailFiles.below(box))
            if (MailFiles.form(file) != MailFiles.Form.OTHER)
                for (FileItem item : read(file))
                    subjects.add(MailReader.read(item.content()).subject());
        assertThat(subjects).containsExactlyInAnyOrder("n1", "n2", "n4");
    }

    @Test
    void apple_mails_count_and_list_are_no_part_of_the_message() throws IOException {
        String message = mail(1, "Hello");
        Path file = folder.resolve("7.emlx");
        Files.writeString(
                file,
                message.length() + "        \n" + message + "<?xml version=\"1.0\"?><plist/>\n");
        assertThat(text(read(file).getFirst())).isEqualTo(message);
    }

    @Test
    void takeouts_drafts_and_spam_are_kept_and_count_for_nothing() {
        for (String label : List.of("Drafts", "Spam"))
            assertThat(
                            MailReader.read(
                                            ("X-Gmail-Labels: Inbox," + label + "\n" + mail(1, "x"))
                                                    .getBytes(StandardCharsets.UTF_8))
                                    .isDraftOrSpam())
                    .isTrue();
        assertThat(
                        MailReader.read(
                                        ("X-Gmail-Labels: Inbox,Sent\n" + mail(1, "x"))
                                                .getBytes(StandardCharsets.UTF_8))
                                .isDraftOrSpam())
                .isFalse();
    }

    @Test
    void an_mbox_in_a_zip_in_a_zip_is_found_and_deeper_ones_are_told_of() throws IOException {
        byte[] box =
                (FROM + mail(1, "one") + "\n" + FROM + mail(2, "two"))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] inner = zip("All mail.mbox", box);
        Path file = Files.write(folder.resolve("takeout.zip"), zip("inner.zip", inner));
        assertThat(read(file)).hasSize(2).allMatch(item -> item.problem().isEmpty());

        byte[] deep = inner;
        for (int i = 0; i < 4; i++) deep = zip("deeper.zip", deep);
        List<FileItem> items = read(Files.write(folder.resolve("deep.zip"), deep));
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().problem().orElseThrow()).contains("too many archives deep");
    }

    @Test
    void an_archive_that_is_cut_short_gives_what_came_and_says_so() throws IOException {
        byte[] whole = gzip(manyMails());
        Path file =
                Files.write(folder.resolve("cut.mbox.gz"), Arrays.copyOf(whole, whole.length / 2));
        List<FileItem> items = read(file);
        assertThat(items.size()).isGreaterThan(10);
        assertThat(items.getLast().problem().orElseThrow()).contains("cut short");
        assertThat(items.subList(0, items.size() - 1)).allMatch(item -> item.problem().isEmpty());
    }

    @Test
    void a_damaged_archive_gives_what_came_and_says_so() throws IOException {
        byte[] damaged = gzip(manyMails());
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 200, (byte) 0xff);
        List<FileItem> items = read(Files.write(folder.resolve("bad.mbox.gz"), damaged));
        assertThat(items.getLast().problem().orElseThrow()).contains("damaged");

        byte[] zip = zip("a.mbox", manyMails());
        Arrays.fill(zip, zip.length / 2, zip.length / 2 + 200, (byte) 0xff);
        items = read(Files.write(folder.resolve("bad.zip"), zip));
        assertThat(items.size()).isGreaterThan(1);
        assertThat(items.getLast().problem()).isPresent();
    }

    @Test
    void an_archive_made_to_fill_the_machine_is_not_read_on() throws IOException {
        Path file = folder.resolve("bomb.mbox.gz");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((FROM + mail(1, "bait") + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) out.write(zeros);
        }
        List<FileItem> items = read(file);
        assertThat(items.getLast().problem().orElseThrow()).contains("made to fill this machine");
    }

    @Test
    void a_message_larger_than_any_server_takes_is_set_aside_and_the_next_is_read()
            throws IOException {
        Path file = folder.resolve("large.mbox");
        byte[] line = ("x".repeat(76) + "\n").repeat(13_617).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((FROM + "Subject: large\n\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 60; i++) out.write(line);
            out.write(("\n" + FROM + mail(2, "small")).getBytes(StandardCharsets.UTF_8));
        }
        List<FileItem> items = read(file);
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().problem().orElseThrow()).contains("larger than 50 MB");
        assertThat(text(items.getLast())).contains("small");
    }

    /** Words that do not shrink to nothing. */
    private static byte[] manyMails() {
        Random random = new Random(3);
        StringBuilder box = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            StringBuilder words = new StringBuilder();
            for (int k = 0; k < 60; k++)
                words.append(Long.toString(random.nextLong(), 36)).append('\n');
            box.append(FROM).append(mail(i, words.toString())).append('\n');
        }
        return box.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static List<FileItem> read(Path file) throws IOException {
        List<FileItem> items = new ArrayList<>();
        MailFiles.each(file, file.getFileName().toString(), 0, items::add);
        return items;
    }

    private static String text(FileItem item) {
        return new String(item.content(), StandardCharsets.UTF_8);
    }
}
