package app.rapport.exchange;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.MailArchive;
import app.rapport.database.AllRecords;
import app.rapport.database.TableSizes;
import app.rapport.exchange.contacts.Mapping;
import app.rapport.exchange.model.FileForm;
import app.rapport.exchange.model.Pace;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.ImportFiles;
import app.rapport.exchange.store.Imports;
import app.rapport.exchange.store.KeptRecords;
import app.rapport.exchange.store.Readers;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings files of any kind in, mail, contacts and calendars mixed. Each batch is one transaction
 * with its counts and its place in the file: after a crash the import goes on at the last batch
 * that was stored, none lost, none twice.
 */
@Service
public class FileImport {
    private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);
    private static final String UNREADABLE =
            "A file could not be read to its end. What came before is stored; bring a whole copy for the rest.";
    static final String GONE =
            "Its files are not on this server any more. Bring them again: what is stored already is not stored twice.";
    static final int MANY = 500;

    private final Imports imports;
    private final ImportFiles files;
    private final Readers readers;
    private final KeptRecords records;
    private final Readings readings;
    private final ComingEvents coming;
    private final RowIntakes rows;
    private final MailArchive archive;
    private final People people;
    private final Conversations conversations;
    private final House house;
    private final Audit audit;
    private final AllRecords all;
    private final TransactionTemplate transaction;
    private final TableSizes sizes;
    private final Clock clock;

    FileImport(
            Imports imports,
            ImportFiles files,
            Readers readers,
            KeptRecords records,
            Readings readings,
            ComingEvents coming,
            RowIntakes rows,
            MailArchive archive,
            People people,
            Conversations conversations,
            House house,
            Audit audit,
            AllRecords all,
            PlatformTransactionManager transactions,
            TableSizes sizes,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.readers = readers;
        this.records = records;
        this.readings = readings;
        this.coming = coming;
        this.rows = rows;
        this.archive = archive;
        this.people = people;
        this.conversations = conversations;
        this.house = house;
        this.audit = audit;
        this.all = all;
        this.transaction = new TransactionTemplate(transactions);
        this.sizes = sizes;
        this.clock = clock;
    }

    /** Notes what is to be read, with the best guess at each table; nothing is read yet. */
    public ImportId begin(Viewer viewer, List<Path> paths) throws IOException {
        return begin(viewer, paths, Optional.empty(), false);
    }

    /**
     * Notes what is to be read; nothing is read yet.
     *
     * @param mapping what a person said of the tables, as JSON
     * @param ask whether tables wait until somebody has looked at their columns
     * @throws Mapping.Unclear when the mapping cannot be understood
     */
    public ImportId begin(Viewer viewer, List<Path> paths, Optional<String> mapping, boolean ask)
            throws IOException {
        mapping.ifPresent(Mapping::parse);
        SourceFinder.Found found = SourceFinder.below(paths, mapping);
        ImportId id = ImportId.next();
        boolean waits = ask && found.mappable();
        transaction.executeWithoutResult(_ ->
                imports.begin(
                        viewer,
                        id,
                        SourceFinder.title(paths),
                        waits ? Progress.State.MAPPING : Progress.State.RUNNING,
                        found.sources(),
                        found.skipped(),
                        clock.instant()));
        return id;
    }

    /**
     * Reads on where the import stands, to its end; not when another program reads it already.
     *
     * @param watcher is told after each batch
     */
    public Report run(Viewer viewer, ImportId id, Consumer<Progress> watcher) {
        Optional<Readers.Hold> hold = readers.take(id);
        if (hold.isEmpty()) return imports.report(viewer, id);
        try (Readers.Hold _ = hold.get()) {
            return read(viewer, id, watcher);
        }
    }

    private Report read(Viewer viewer, ImportId id, Consumer<Progress> watcher) {
        Us us = house.us(viewer);
        imports.going(viewer, id, clock.instant());
        try {
            for (Reading<?> reading :
                    readings.of(
                            viewer, us, id, files.open(viewer, id), new SizesAhead(sizes, watcher)))
                reading.whole();
            Progress read = imports.progress(viewer, id).orElseThrow();
            if (read.stored() >= MANY) sizes.learn();
            boolean found = people.awaitSearch(id) && read.pace().stream().noneMatch(Pace::resumed);
            boolean renamed = read.accountsUpdated() > 0;
            transaction.executeWithoutResult(_ -> {
                conclude(viewer, id, found && !renamed);
                audit.record(viewer, "import.done", id.value());
            });
        } catch (CancellationException e) {
            imports.end(viewer, id, Progress.State.CANCELLED, Optional.empty(), clock.instant());
        } catch (NoSuchFileException e) {
            fail(viewer, id, GONE);
        } catch (IOException e) {
            LOG.warn("import {} could not read a file", id, e);
            fail(viewer, id, UNREADABLE);
        }
        return imports.report(viewer, id);
    }

    /**
     * What the tables, cards and calendars of an import that waits would become; exact, and nothing
     * stored. Its mail is left out: it has no columns to be wrong about, and may take long.
     */
    public Optional<Report> rehearse(Viewer viewer, ImportId id) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    all.untilTheEnd();
                    if (!imports.start(viewer, id)) return Optional.empty();
                    try {
                        Us us = house.us(viewer);
                        List<Source> tables =
                                files.open(viewer, id).stream()
                                        .filter(source -> source.form() != FileForm.MAIL)
                                        .toList();
                        for (Reading<?> reading : readings.of(viewer, us, id, tables, _ -> {}))
                            reading.whole();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    People.Updated updated = people.updatedBy(viewer, id);
                    imports.countUpdated(viewer, id, updated.contacts(), updated.accounts());
                    return Optional.of(imports.report(viewer, id));
                }));
    }

    /** Why an import could not be read to its end; empty when it could. */
    public Optional<String> failure(Viewer viewer, ImportId id) {
        return imports.progress(viewer, id).flatMap(Progress::failure);
    }

    /** The same report, exact over all batches, and nothing stored. */
    public Report dryRun(
            Viewer viewer, List<Path> paths, Optional<String> mapping, Consumer<Progress> watcher)
            throws IOException {
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> {
                        status.setRollbackOnly();
                        all.untilTheEnd();
                        try {
                            return read(viewer, begin(viewer, paths, mapping, false), watcher);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * @param found whether those whom rows and cards brought can be found already
     */
    private void conclude(Viewer viewer, ImportId id, boolean found) {
        if (files.all(viewer, id).stream().anyMatch(FileImport::talks)) {
            archive.conclude(viewer);
            people.refreshSearch(viewer);
        } else {
            archive.peopleCame(viewer);
            if (!found) people.refreshSearchOf(viewer, id);
        }
        rows.concluded(viewer, id);
        People.Updated updated = people.updatedBy(viewer, id);
        imports.countUpdated(viewer, id, updated.contacts(), updated.accounts());
        imports.end(viewer, id, Progress.State.DONE, Optional.empty(), clock.instant());
    }

    private static boolean talks(Source source) {
        return source.form() == FileForm.MAIL || source.form() == FileForm.CALENDAR;
    }

    /**
     * Takes an import back: what only it brought goes, later work and what others brought stays.
     * False when there is no such import that can be taken back; what comes in by itself has to be
     * ended first, or it would come again.
     */
    public boolean undo(Viewer viewer, ImportId id) {
        Optional<Progress> progress = imports.progress(viewer, id);
        if (progress.isEmpty()
                || progress.get().state().active()
                || progress.get().state() == Progress.State.UNDONE) return false;
        if (imports.comesInByItself(viewer, id)) return false;
        transaction.executeWithoutResult(_ -> takeBack(viewer, id));
        return true;
    }

    /** In the caller's transaction. */
    void takeBack(Viewer viewer, ImportId id) {
        all.untilTheEnd();
        archive.takeBack(viewer, id);
        records.takeBack(viewer, id);
        coming.takenBack(viewer, id);
        rows.takenBack(viewer, id);
        people.takeBack(viewer, id, conversations.mentioned(viewer, people.madeBy(viewer, id)));
        people.refreshSearch(viewer);
        imports.end(viewer, id, Progress.State.UNDONE, Optional.empty(), clock.instant());
        audit.record(viewer, "import.undone", id.value());
    }

    void fail(Viewer viewer, ImportId id, String sentence) {
        imports.end(viewer, id, Progress.State.FAILED, Optional.of(sentence), clock.instant());
    }

    /** Asks a running import to stop after its batch; what is stored stays until it is undone. */
    public void cancel(Viewer viewer, ImportId id) {
        imports.cancel(viewer, id);
    }
}
