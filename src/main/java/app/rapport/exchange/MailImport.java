package app.rapport.exchange;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.MailArchive;
import app.rapport.conversations.MailIntake;
import app.rapport.conversations.MailIntake.Outcome;
import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Report;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import app.rapport.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings mail files in. Each batch is one transaction with its counts and its place in the file:
 * after a crash the import goes on at the last batch that was stored, none lost, none twice.
 */
@Service
public class MailImport {
    private static final int BATCH_ITEMS = 500;
    private static final int BATCH_BYTES = 16 << 20;

    private final Imports imports;
    private final MailIntake intake;
    private final MailArchive archive;
    private final People people;
    private final Conversations conversations;
    private final House house;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailImport(
            Imports imports,
            MailIntake intake,
            MailArchive archive,
            People people,
            Conversations conversations,
            House house,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.imports = imports;
        this.intake = intake;
        this.archive = archive;
        this.people = people;
        this.conversations = conversations;
        this.house = house;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Notes what is to be read; nothing is read yet. */
    public ImportId begin(Viewer viewer, List<Path> paths) throws IOException {
        List<Imports.Source> sources = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : MailFiles.below(path)) {
                String name =
                        Files.isDirectory(path)
                                ? path.relativize(file).toString()
                                : file.getFileName().toString();
                if (MailFiles.form(file) == MailFiles.Form.OTHER) skipped.add(name);
                else
                    sources.add(
                            new Imports.Source(
                                    sources.size(),
                                    name,
                                    file.toAbsolutePath(),
                                    Files.size(file),
                                    0,
                                    false));
            }
        }
        ImportId id = ImportId.next();
        String title =
                paths.size() == 1
                        ? paths.getFirst().toAbsolutePath().normalize().getFileName().toString()
                        : paths.size() + " files";
        transaction.executeWithoutResult(
                _ -> imports.begin(viewer, id, title, sources, skipped, clock.instant()));
        return id;
    }

    /**
     * Reads on where the import stands, to its end.
     *
     * @param watcher is told after each batch
     */
    public Report run(Viewer viewer, ImportId id, Consumer<Progress> watcher) {
        Us us = house.us(viewer);
        try {
            for (Imports.Source source : imports.open(viewer, id)) {
                new Reading(viewer, us, id, source, watcher).whole();
                imports.finishFile(viewer, id, source);
            }
            transaction.executeWithoutResult(_ -> conclude(viewer, id));
        } catch (CancellationException e) {
            imports.end(viewer, id, Progress.State.CANCELLED, Optional.empty(), clock.instant());
        } catch (IOException e) {
            imports.end(
                    viewer,
                    id,
                    Progress.State.FAILED,
                    Optional.of("A file could not be read: " + e.getMessage()),
                    clock.instant());
        }
        return imports.report(viewer, id);
    }

    private void conclude(Viewer viewer, ImportId id) {
        archive.conclude(viewer);
        people.refreshSearch(viewer);
        imports.end(viewer, id, Progress.State.DONE, Optional.empty(), clock.instant());
    }

    /**
     * Takes an import back: what only it brought goes, later work and what others brought stays.
     * False when there is no such import that can be taken back.
     */
    public boolean undo(Viewer viewer, ImportId id) {
        Optional<Progress> progress = imports.progress(viewer, id);
        if (progress.isEmpty()
                || progress.get().state().active()
                || progress.get().state() == Progress.State.UNDONE) return false;
        transaction.executeWithoutResult(_ -> {
            archive.takeBack(viewer, id);
            people.takeBack(viewer, id, conversations.mentioned(viewer, people.madeBy(viewer, id)));
            people.refreshSearch(viewer);
            imports.end(viewer, id, Progress.State.UNDONE, Optional.empty(), clock.instant());
        });
        return true;
    }

    void fail(Viewer viewer, ImportId id, String sentence) {
        imports.end(viewer, id, Progress.State.FAILED, Optional.of(sentence), clock.instant());
    }

    /** Asks a running import to stop after its batch; what is stored stays until it is undone. */
    public void cancel(Viewer viewer, ImportId id) {
        imports.cancel(viewer, id);
    }

    /** One file on its way in. */
    private final class Reading {
        private final Viewer viewer;
        private final Us us;
        private final ImportId id;
        private final Imports.Source source;
        private final Consumer<Progress> watcher;
        private final List<FileItem> batch = new ArrayList<>();
        private long batchBytes;
        private long skip;
        private long done;

        Reading(
                Viewer viewer,
                Us us,
                ImportId id,
                Imports.Source source,
                Consumer<Progress> watcher) {
            this.viewer = viewer;
            this.us = us;
            this.id = id;
            this.source = source;
            this.watcher = watcher;
            this.skip = source.readTo();
        }

        void whole() throws IOException {
            MailFiles.each(source.path(), source.name(), 0, this::take);
            flush();
        }

        /** Items that were stored before a crash are counted past, whatever the archive's form. */
        private boolean take(FileItem item) {
            if (done++ < skip) return true;
            batch.add(item);
            batchBytes += item.content().length;
            if (batch.size() >= BATCH_ITEMS || batchBytes >= BATCH_BYTES) flush();
            return true;
        }

        private void flush() {
            if (batch.isEmpty()) return;
            List<FileItem> good = batch.stream().filter(item -> item.problem().isEmpty()).toList();
            transaction.executeWithoutResult(_ -> store(good));
            skip = done;
            batch.clear();
            batchBytes = 0;
            imports.progress(viewer, id)
                    .ifPresent(progress -> {
                        watcher.accept(progress);
                        if (progress.state() == Progress.State.CANCELLED)
                            throw new CancellationException();
                    });
        }

        private void store(List<FileItem> good) {
            MailIntake.Taken taken =
                    intake.take(viewer, us, id, good.stream().map(FileItem::content).toList());
            List<Imports.Item> items = new ArrayList<>();
            int next = 0;
            for (FileItem item : batch) {
                Outcome outcome = item.problem().<Outcome>map(Outcome.SetAside::new).orElse(null);
                items.add(item(item, outcome == null ? taken.outcomes().get(next++) : outcome));
            }
            imports.advance(
                    viewer,
                    id,
                    source,
                    done,
                    batchBytes,
                    items,
                    taken.contactsCreated(),
                    taken.accountsCreated());
        }

        private Imports.Item item(FileItem item, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Stored(var touch) ->
                        new Imports.Item(
                                item.source(), item.place(), "stored", null, touch.value());
                case Outcome.AlreadyKnown(var touch) ->
                        new Imports.Item(item.source(), item.place(), "known", null, touch.value());
                case Outcome.SetAside(String reason) ->
                        new Imports.Item(item.source(), item.place(), "aside", reason, null);
            };
        }
    }
}
