package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.DatabaseLocation;
import app.rapport.database.TestDatabase;
import app.rapport.exchange.model.Progress.State;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Two programs on one database: what one reads the other leaves alone. */
class TwoProgramsTest {
    @RegisterExtension static final TestDatabase database = new TestDatabase();
    private static final int MAILS = 1_200;

    @TempDir Path folder;

    @Test
    void an_import_is_read_once_however_many_programs_are_asked_for_it() throws Exception {
        try (ConfigurableApplicationContext one = program();
                ConfigurableApplicationContext other = program();
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            Viewer viewer = member(one).viewer();
            ImportId id = begun(one, viewer);
            List<Future<Report>> reports = new ArrayList<>();
            for (ConfigurableApplicationContext program : List.of(one, other))
                reports.add(both.submit(() -> run(program, viewer, id)));
            for (Future<Report> report : reports) report.get();

            Report report = run(other, viewer, id);
            assertThat(state(one, viewer, id)).isEqualTo(State.DONE);
            assertThat(report.read()).isEqualTo(MAILS);
            assertThat(report.stored()).isEqualTo(MAILS);
            assertThat(report.alreadyKnown()).isZero();
            assertThat(touches(viewer)).isEqualTo(MAILS);
        }
    }

    private ConfigurableApplicationContext program() {
        return new SpringApplicationBuilder(app.rapport.Rapport.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(Map.of("rapport.data", folder.toString()))
                .initializers(context ->
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        DatabaseLocation.class,
                                        () -> DatabaseLocation.of(database.access())))
                .run();
    }

    private static Member member(ConfigurableApplicationContext program) {
        return program.getBean(Access.class)
                .setUp("Firm", "olga@firm.example", "Olga", "Correct-Horse-9", ZoneId.of("UTC"));
    }

    private ImportId begun(ConfigurableApplicationContext program, Viewer viewer) throws Exception {
        Path mails = mails();
        return in(viewer, () -> program.getBean(FileImport.class).begin(viewer, List.of(mails)));
    }

    private static Report run(ConfigurableApplicationContext program, Viewer viewer, ImportId id) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> program.getBean(FileImport.class).run(viewer, id, _ -> {}));
    }

    private static State state(ConfigurableApplicationContext program, Viewer viewer, ImportId id) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> program.getBean(Imports.class).progress(viewer, id).orElseThrow().state());
    }

    private static long touches(Viewer viewer) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> database.jdbc().sql("SELECT count(*) FROM touch").query(Long.class).single());
    }

    private static <T> T in(Viewer viewer, Callable<T> work) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private Path mails() throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < MAILS; i++)
            mbox.append(
                    """
                    From ida@holm.example Mon Mar  9 10:12:00 2026
                    Message-ID: <%1$d@holm.example>
                    From: Ida Holm <ida%2$d@holm.example>
                    To: olga@firm.example
                    Date: Mon, 9 Mar 2026 10:12:00 +0000
                    Subject: Order %1$d

                    Could you send number %1$d again?

                    """
                            .formatted(i, i % 50));
        return Files.writeString(folder.resolve("mails.mbox"), mbox);
    }
}
