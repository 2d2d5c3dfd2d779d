package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A folder that is looked into again and again. */
class FolderWatchTest {
    @TempDir static Path files;
    @TempDir Path folder;
    private static Bringing bringing;

    @BeforeAll
    static void open() {
        bringing = new Bringing(files);
    }

    @AfterAll
    static void close() {
        bringing.close();
    }

    @BeforeEach
    void firm() {
        bringing.fresh();
    }

    private int look(Path path) {
        return CurrentWorkspace.call(
                bringing.viewer().workspace(),
                () -> {
                    try {
                        return bringing.bean(FolderWatch.class).look(bringing.viewer(), path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private boolean owing() {
        return CurrentWorkspace.call(
                bringing.viewer().workspace(),
                () ->
                        bringing.bean(JdbcClient.class)
                                .sql("SELECT owes_conclusion FROM watched_folder")
                                .query(Boolean.class)
                                .single());
    }

    private Progress progress(Path path) {
        return CurrentWorkspace.call(
                bringing.viewer().workspace(),
                () ->
                        bringing.bean(FolderWatch.class)
                                .progress(bringing.viewer(), path)
                                .orElseThrow());
    }

    private static String letter(int number) {
        return """
        From: Writer <writer%1$d@quillbrook.example>
        To: nora@teasel.example
        Date: Mon, 6 May 2024 10:%2$02d:%3$02d +0000
        Message-ID: <watched-%1$d@quillbrook.example>
        Subject: Order %1$d

        Could you send number %1$d again?
        """
                .formatted(number, number / 60 % 60, number % 60);
    }

    private static String mbox(int number) {
        return "From writer Mon May  6 10:00:00 2024\n" + letter(number) + "\n";
    }

    private static void write(Path file, String words) throws IOException {
        Files.writeString(file, words, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(5)));
    }

    @Test
    void a_maildirs_message_is_read_once_whatever_becomes_of_its_name() throws IOException {
        for (String part : new String[] {"cur", "new", "tmp"})
            Files.createDirectory(folder.resolve(part));
        write(folder.resolve("new/17.a.host"), letter(1));
        write(folder.resolve("tmp/18.b.host"), letter(2));
        assertThat(look(folder)).isEqualTo(1);
        Files.move(folder.resolve("new/17.a.host"), folder.resolve("cur/17.a.host:2,RS"));
        Files.move(folder.resolve("tmp/18.b.host"), folder.resolve("new/18.b.host"));
        assertThat(look(folder)).isEqualTo(1);
        assertThat(look(folder)).isZero();
        assertThat(progress(folder).stored()).isEqualTo(2);
    }

    @Test
    void of_a_mailbox_file_that_grows_only_the_new_is_read() throws IOException {
        Path file = folder.resolve("in.mbox");
        write(file, mbox(1) + mbox(2));
        assertThat(look(folder)).isEqualTo(2);
        write(file, mbox(3));
        assertThat(look(folder)).isEqualTo(1);
        assertThat(look(folder)).isZero();
        Progress progress = progress(folder);
        assertThat(progress.read()).isEqualTo(3);
        assertThat(progress.stored()).isEqualTo(3);
        assertThat(bringing.bring(file).report().alreadyKnown()).isEqualTo(3);
    }

    @Test
    void a_file_that_is_being_written_waits_and_half_a_message_is_read_again() throws IOException {
        Path file = folder.resolve("in.mbox");
        write(file, mbox(1));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(look(folder)).isZero();
        Files.delete(file);
        String second = mbox(2);
        write(file, mbox(1) + second.substring(0, second.length() - 20));
        assertThat(look(folder)).isEqualTo(2);
        write(file, second.substring(second.length() - 20) + mbox(3));
        assertThat(look(folder)).isEqualTo(2);
        assertThat(look(folder)).isZero();
    }

    @Test
    void a_mailbox_file_that_was_made_anew_is_read_and_known() throws IOException {
        Path file = folder.resolve("in.mbox");
        write(file, mbox(1) + mbox(2) + mbox(3));
        assertThat(look(file)).isEqualTo(3);
        Files.delete(file);
        write(file, mbox(2) + mbox(4));
        assertThat(look(file)).isEqualTo(2);
        assertThat(progress(file).alreadyKnown()).isEqualTo(1);
        assertThat(progress(file).stored()).isEqualTo(4);
    }

    @Test
    void a_large_file_goes_in_by_batches_and_all_of_it_once() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 600; i++) all.append(mbox(i));
        write(folder.resolve("large.mbox"), all.toString());
        assertThat(look(folder)).isEqualTo(600);
        assertThat(progress(folder).stored()).isEqualTo(600);
        assertThat(owing()).isFalse();
        assertThat(look(folder)).isZero();
    }
}
