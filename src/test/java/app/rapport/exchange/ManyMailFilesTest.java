package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch may take from many files, and ends where it ends. */
class ManyMailFilesTest {
    private static final String FROM = "From x Mon Mar  9 10:12:00 2026\n";
    @TempDir static Path folder;
    private static Bringing in;

    @BeforeAll
    static void start() {
        in = new Bringing(folder);
    }

    @AfterAll
    static void end() {
        in.close();
    }

    @BeforeEach
    void an_empty_workspace() {
        in.fresh();
    }

    private static String mail(int n) {
        return "Message-ID: <%1$d@many.example>\nFrom: p%1$d@many.example\nSubject: Order %1$d\n\nNumber %1$d\n\n"
                .formatted(n);
    }

    @Test
    void a_folder_of_single_mails_cut_short_goes_on_none_lost_none_twice() throws IOException {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        for (int i = 0; i < 430; i++)
            Files.writeString(archive.resolve("m%04d.eml".formatted(i)), mail(i));
        Files.writeString(archive.resolve("n-empty.mbox"), "");
        StringBuilder box = new StringBuilder();
        for (int i = 430; i < 1_100; i++) box.append(FROM).append(mail(i));
        Files.writeString(archive.resolve("o.mbox"), box);

        ImportId id = in.cutShort(archive);
        assertThat(in.ask("SELECT count(*) FROM touch WHERE workspace_id = :workspace"))
                .containsExactly("500");
        assertThat(
                        in.ask(
                                """
                                SELECT count(*) FILTER (WHERE finished) || ' whole, the last to ' || max(read_to)
                                FROM import_file WHERE workspace_id = :workspace
                                """))
                .containsExactly("430 whole, the last to 70");
        Report report = in.goOn(id);

        assertThat(report.read()).isEqualTo(1_100);
        assertThat(report.stored()).isEqualTo(1_100);
        assertThat(
                        in.ask(
                                "SELECT count(*) || ' ' || max(item) FROM import_item WHERE workspace_id = :workspace"))
                .containsExactly("1100 1099");
        assertThat(
                        in.ask(
                                "SELECT count(*) FROM import_file WHERE workspace_id = :workspace AND NOT finished"))
                .containsExactly("0");
    }

    @Test
    void what_came_before_a_file_that_is_gone_is_stored() throws IOException {
        Path first = in.file("first.mbox", FROM + mail(1) + FROM + mail(2));
        Path second = in.file("second.mbox", FROM + mail(3));
        CurrentWorkspace.callThrowing(
                in.viewer().workspace(),
                () -> {
                    FileImport files = in.bean(FileImport.class);
                    ImportId id = files.begin(in.viewer(), List.of(first, second));
                    Files.delete(second);
                    Report report = files.run(in.viewer(), id, _ -> {});
                    assertThat(report.stored()).isEqualTo(2);
                    assertThat(files.failure(in.viewer(), id)).contains(FileImport.GONE);
                    return id;
                });
    }
}
