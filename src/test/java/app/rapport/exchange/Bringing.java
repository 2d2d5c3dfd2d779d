package app.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.exchange.model.Report;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings files into a workspace of a test's own, and looks at what came of it. */
final class Bringing implements AutoCloseable {
    private final TestServer program = TestServer.withoutWeb();
    private final Path folder;
    private Viewer viewer;
    private int workspaces;

    /**
     * @param folder for the files
     */
    Bringing(Path folder) {
        this.folder = folder;
        viewer = fresh();
    }

    /** A workspace with nothing in it. */
    Viewer fresh() {
        int n = ++workspaces;
        Member member =
                bean(Access.class)
                        .setUp(
                                "Firm " + n,
                                "owner" + n + "@firm.example",
                                "Olga Owner",
                                "Correct-Horse-9",
                                ZoneId.of("UTC"));
        viewer = member.viewer();
        return viewer;
    }

    Viewer viewer() {
        return viewer;
    }

    <T> T bean(Class<T> type) {
        return program.bean(type);
    }

    Path file(String name, String content) {
        return file(name, content, StandardCharsets.UTF_8);
    }

    Path file(String name, String content, Charset charset) {
        try {
            return Files.write(folder.resolve(name), content.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An import and its report. */
    record Brought(ImportId id, Report report) {}

    Brought bring(Path... paths) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> {
                    try {
                        FileImport files = bean(FileImport.class);
                        ImportId id = files.begin(viewer, Arrays.asList(paths));
                        return new Brought(id, files.run(viewer, id, _ -> {}));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Begins an import that breaks after its first batch, as when the power goes. */
    ImportId cutShort(Path... paths) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> {
                    FileImport files = bean(FileImport.class);
                    ImportId id = begun(files, paths);
                    assertThatThrownBy(() ->
                                    files.run(
                                            viewer,
                                            id,
                                            _ -> {
                                                throw new PowerCut();
                                            }))
                            .isInstanceOf(PowerCut.class);
                    return id;
                });
    }

    private ImportId begun(FileImport files, Path... paths) {
        try {
            return files.begin(viewer, Arrays.asList(paths));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Report goOn(ImportId id) {
        return CurrentWorkspace.call(
                viewer.workspace(), () -> bean(FileImport.class).run(viewer, id, _ -> {}));
    }

    Report bring(String name, String content) {
        return bring(file(name, content)).report();
    }

    Report tryOut(Path path) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () -> {
                    try {
                        return bean(FileImport.class)
                                .dryRun(viewer, List.of(path), Optional.empty(), _ -> {});
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    boolean undo(Brought brought) {
        return CurrentWorkspace.call(
                viewer.workspace(), () -> bean(FileImport.class).undo(viewer, brought.id()));
    }

    /** Single values of the workspace, each as text; {@code :workspace} is bound. */
    List<String> ask(String sql) {
        return CurrentWorkspace.call(
                viewer.workspace(),
                () ->
                        bean(JdbcClient.class)
                                .sql(sql)
                                .param("workspace", viewer.workspace().value())
                                .query((row, _) -> String.valueOf(row.getString(1)))
                                .list());
    }

    void change(String sql) {
        CurrentWorkspace.run(
                viewer.workspace(),
                () ->
                        bean(JdbcClient.class)
                                .sql(sql)
                                .param("workspace", viewer.workspace().value())
                                .update());
    }

    /**
     * Everything that is known of people and companies, one line a fact, to compare before and
     * after.
     */
    List<String> everything() {
        return ask(
                """
                SELECT line FROM (
                  SELECT 'contact ' || display_name || '|' || given_name || '|' || title || '|' || notes || '|' || tags::text || '|' || extra::text
                         || '|' || coalesce((SELECT name FROM account a WHERE a.workspace_id = c.workspace_id AND a.id = c.account_id), '') AS line
                  FROM contact c WHERE workspace_id = :workspace
                  UNION ALL SELECT 'point ' || kind || ' ' || key FROM contact_point WHERE workspace_id = :workspace
                  UNION ALL SELECT 'account ' || name || '|' || website || '|' || industry || '|' || tags::text || '|' || proposed
                         || '|' || coalesce((SELECT name FROM account p WHERE p.workspace_id = a.workspace_id AND p.id = a.parent_id), '')
                  FROM account a WHERE workspace_id = :workspace
                  UNION ALL SELECT 'domain ' || domain FROM account_domain WHERE workspace_id = :workspace
                  UNION ALL SELECT 'postal ' || street || ' ' || city FROM postal_address WHERE workspace_id = :workspace
                  UNION ALL SELECT 'id ' || scope || ' ' || external_id FROM external_id WHERE workspace_id = :workspace
                  UNION ALL SELECT 'touch ' || kind || ' ' || subject || ' ' || coalesce(at::text, '') FROM touch WHERE workspace_id = :workspace
                  UNION ALL SELECT 'deal ' || name || '|' || amount FROM deal WHERE workspace_id = :workspace
                  UNION ALL SELECT 'kept ' || kind || ' ' || record::text FROM kept_record WHERE workspace_id = :workspace) facts
                ORDER BY line
                """);
    }

    @Override
    public void close() {
        program.close();
    }
}
