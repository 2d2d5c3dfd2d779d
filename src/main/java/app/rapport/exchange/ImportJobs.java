package app.rapport.exchange;

import app.rapport.access.Access;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OutsideWorkspace;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Imports that came through the browser or the API: their files are kept in the data folder until
 * they are read, one import after the other; after a crash each goes on where it stood.
 */
@Component
@ConditionalOnWebApplication
@Lazy(false)
public class ImportJobs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private final MailImport mailImport;
    private final Imports imports;
    private final OutsideWorkspace outside;
    private final Access access;
    private final Path staging;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("imports").factory());

    ImportJobs(
            MailImport mailImport,
            Imports imports,
            OutsideWorkspace outside,
            Access access,
            @Value("${rapport.data}") Path data) {
        this.mailImport = mailImport;
        this.imports = imports;
        this.outside = outside;
        this.access = access;
        this.staging = data.resolve("imports");
    }

    /** A file on its way in. */
    public interface Upload {
        String name();

        InputStream open() throws IOException;
    }

    /** Keeps the files and begins to read them in the background. */
    public ImportId accept(Viewer viewer, List<? extends Upload> uploads) throws IOException {
        Path folder = Files.createDirectories(staging.resolve(UUID.randomUUID().toString()));
        List<Path> files = new ArrayList<>();
        for (Upload upload : uploads) {
            Path file = folder.resolve(files.size() + "-" + safe(upload.name()));
            try (InputStream in = upload.open()) {
                Files.copy(in, file);
            }
            files.add(file);
        }
        ImportId id = mailImport.begin(viewer, files);
        submit(viewer, id);
        return id;
    }

    private static String safe(String name) {
        String last = name.replace('\\', '/');
        String plain =
                last.substring(last.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        return plain.isBlank()
                ? "file"
                : plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }

    private void submit(Viewer viewer, ImportId id) {
        worker.execute(() -> {
            try {
                CurrentWorkspace.run(viewer.workspace(), () -> mailImport.run(viewer, id, _ -> {}));
            } catch (RuntimeException e) {
                LOG.error("import {} failed", id, e);
                CurrentWorkspace.run(
                        viewer.workspace(),
                        () ->
                                mailImport.fail(
                                        viewer,
                                        id,
                                        "Something broke while it was read. Nothing that was stored is lost; import the same files again."));
            }
        });
    }

    /** Imports that a crash cut short go on where they stood. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        if (!Files.isDirectory(staging)) return;
        List<WorkspaceId> workspaces =
                outside.jdbc()
                        .sql("SELECT id FROM workspace")
                        .query((row, _) -> new WorkspaceId(row.getObject(1, UUID.class)))
                        .list();
        for (WorkspaceId workspace : workspaces) {
            List<Imports.Unfinished> cut =
                    CurrentWorkspace.call(
                            workspace,
                            () ->
                                    imports.unfinished(
                                            staging.toAbsolutePath().normalize().toString()));
            for (Imports.Unfinished one : cut) {
                access.member(workspace, one.member())
                        .ifPresent(member -> submit(member.viewer(), one.id()));
            }
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
