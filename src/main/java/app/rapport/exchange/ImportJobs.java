package app.rapport.exchange;

import app.rapport.access.Access;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.OutsideWorkspace;
import app.rapport.database.Trouble;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.ImportFiles;
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
import java.util.Map;
import java.util.Optional;
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
import org.springframework.util.FileSystemUtils;

/**
 * Imports that came through the browser or the API: their files are kept in the data folder until
 * they are read, one import after the other; after a crash each goes on where it stood.
 */
@Component
@ConditionalOnWebApplication
@Lazy(false)
public class ImportJobs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final String BROKE =
            "Something broke while it was read. Nothing that was stored is lost; import the same files again.";

    private final FileImport fileImport;
    private final TableMappings mappings;
    private final Imports imports;
    private final ImportFiles files;
    private final OutsideWorkspace outside;
    private final Access access;
    private final Path data;
    private final Path staging;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("imports").factory());

    ImportJobs(
            FileImport fileImport,
            TableMappings mappings,
            Imports imports,
            ImportFiles files,
            OutsideWorkspace outside,
            Access access,
            @Value("${rapport.data}") Path data) {
        this.fileImport = fileImport;
        this.mappings = mappings;
        this.imports = imports;
        this.files = files;
        this.outside = outside;
        this.access = access;
        this.data = data.toAbsolutePath();
        this.staging = data.resolve("imports").toAbsolutePath().normalize();
    }

    /** A file on its way in. */
    public interface Upload {
        String name();

        InputStream open() throws IOException;
    }

    /** Keeps the files; tables wait until their columns are confirmed, all else begins at once. */
    public ImportId ask(Viewer viewer, List<? extends Upload> uploads) throws IOException {
        return accept(viewer, uploads, Optional.empty(), true);
    }

    /**
     * Keeps the files and begins to read them in the background, tables by that mapping or else by
     * the best guess.
     *
     * @throws app.rapport.exchange.contacts.Mapping.Unclear when the mapping cannot be understood
     */
    public ImportId accept(Viewer viewer, List<? extends Upload> uploads, Optional<String> mapping)
            throws IOException {
        return accept(viewer, uploads, mapping, false);
    }

    private ImportId accept(
            Viewer viewer, List<? extends Upload> uploads, Optional<String> mapping, boolean ask)
            throws IOException {
        ImportId id = begun(viewer, keep(uploads), mapping, ask);
        if (is(viewer, id, Progress.State.RUNNING)) submit(viewer, id);
        return id;
    }

    /** What is not begun is not kept either: nobody would ever read it. */
    private ImportId begun(Viewer viewer, List<Path> files, Optional<String> mapping, boolean ask)
            throws IOException {
        try {
            return fileImport.begin(viewer, files, mapping, ask);
        } catch (IOException | RuntimeException e) {
            discard(files);
            throw e;
        }
    }

    /**
     * Says of the tables of a waiting import what their columns are, and lets it run.
     *
     * @param said by ordinal, as JSON; tables left out go by the best guess
     * @return false when the import does not wait, or is not the viewer's
     * @throws app.rapport.exchange.contacts.Mapping.Unclear when a mapping cannot be understood
     */
    public boolean confirm(Viewer viewer, ImportId id, Map<Integer, String> said) {
        if (!mappings.confirm(viewer, id, said)) return false;
        submit(viewer, id);
        return true;
    }

    /** What an import of these files would report; nothing of them is kept. */
    public Report dryRun(Viewer viewer, List<? extends Upload> uploads, Optional<String> mapping)
            throws IOException {
        List<Path> files = keep(uploads);
        try {
            return fileImport.dryRun(viewer, files, mapping, _ -> {});
        } finally {
            discard(files);
        }
    }

    private List<Path> keep(List<? extends Upload> uploads) throws IOException {
        Path folder = Files.createDirectories(staging.resolve(UUID.randomUUID().toString()));
        try {
            return copied(uploads, folder);
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder); // a disk that is full stays usable
            throw e;
        }
    }

    private static List<Path> copied(List<? extends Upload> uploads, Path folder)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Upload upload : uploads) {
            // a folder for each, so that a file keeps the name by which the user knows it
            Path own = Files.createDirectories(folder.resolve(String.valueOf(files.size())));
            Path file = own.resolve(safe(upload.name()));
            try (InputStream in = upload.open()) {
                Files.copy(in, file);
            }
            files.add(file);
        }
        return files;
    }

    private void discard(List<Path> files) throws IOException {
        for (Path file : files) FileSystemUtils.deleteRecursively(folderOf(file.toAbsolutePath()));
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
        worker.execute(() -> CurrentWorkspace.run(viewer.workspace(), () -> run(viewer, id)));
    }

    private void run(Viewer viewer, ImportId id) {
        // somebody may have cancelled it while it stood in line
        boolean wanted =
                is(viewer, id, Progress.State.RUNNING) || is(viewer, id, Progress.State.STOPPED);
        if (!wanted) {
            release(viewer, id);
            return;
        }
        try {
            fileImport.run(viewer, id, _ -> {});
        } catch (RuntimeException e) {
            // a server that stops breaks what it reads; the next start goes on there
            if (worker.isShutdown()) return;
            LOG.error("import {} failed", id, e);
            if (!noted(viewer, id, Trouble.sentence(e, data).orElse(BROKE))) return;
        }
        if (!worker.isShutdown()) release(viewer, id);
    }

    private boolean is(Viewer viewer, ImportId id, Progress.State state) {
        return imports.progress(viewer, id).filter(at -> at.state() == state).isPresent();
    }

    /** Its files are read, so they need not lie here a second time. */
    private void release(Viewer viewer, ImportId id) {
        try {
            for (Source source : files.all(viewer, id))
                if (source.path().startsWith(staging))
                    FileSystemUtils.deleteRecursively(folderOf(source.path()));
        } catch (IOException e) {
            LOG.warn("files of import {} were not removed", id, e);
        }
    }

    private Path folderOf(Path file) {
        return staging.resolve(staging.relativize(file).getName(0));
    }

    /**
     * Reads on what a program left that ended before its import did.
     *
     * @return false when it did not stop, or is not the viewer's
     */
    public boolean resume(Viewer viewer, ImportId id) {
        if (!is(viewer, id, Progress.State.STOPPED)) return false;
        boolean there =
                files.open(viewer, id).stream().allMatch(source -> Files.exists(source.path()));
        if (there) submit(viewer, id);
        else fileImport.fail(viewer, id, FileImport.GONE);
        return true;
    }

    /** Stops a running import after its batch, and lets one that waits go. */
    public void cancel(Viewer viewer, ImportId id) {
        boolean waits = is(viewer, id, Progress.State.MAPPING);
        fileImport.cancel(viewer, id);
        if (waits) release(viewer, id);
    }

    /** Where not even that can be written, the import goes on at the next start. */
    private boolean noted(Viewer viewer, ImportId id, String failure) {
        try {
            fileImport.fail(viewer, id, failure);
            return true;
        } catch (RuntimeException e) {
            LOG.error("import {} failed, and that could not be noted", id, e);
            return false;
        }
    }

    /**
     * Imports that a crash cut short go on where they stood; those that a restore brought back
     * without their files say so, instead of seeming to run for ever.
     */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        List<WorkspaceId> workspaces =
                outside.jdbc()
                        .sql("SELECT id FROM workspace")
                        .query((row, _) -> new WorkspaceId(row.getObject(1, UUID.class)))
                        .list();
        for (WorkspaceId workspace : workspaces)
            CurrentWorkspace.run(
                    workspace,
                    () -> {
                        for (Imports.Unfinished one : imports.unfinished(workspace))
                            access.member(workspace, one.member())
                                    .ifPresent(member -> takeUp(member.viewer(), one));
                    });
    }

    private void takeUp(Viewer viewer, Imports.Unfinished one) {
        List<Source> left = files.open(viewer, one.id());
        if (left.stream().anyMatch(source -> !Files.exists(source.path()))) {
            fileImport.fail(viewer, one.id(), FileImport.GONE);
            release(viewer, one.id());
            return;
        }
        // files elsewhere are read by a command, which may run right now
        boolean ours = left.stream().allMatch(source -> source.path().startsWith(staging));
        if (ours && one.state() == Progress.State.RUNNING) submit(viewer, one.id());
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
