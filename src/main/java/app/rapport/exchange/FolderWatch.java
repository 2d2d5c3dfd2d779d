package app.rapport.exchange;

import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.store.Imports;
import app.rapport.exchange.store.WatchedFiles;
import app.rapport.exchange.store.WatchedFiles.Mark;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks into a folder of mail again and again, a maildir or mailbox files that grow, and brings
 * what is new. How far each file is read is stored with the mail, so that nothing is read twice
 * however often the watcher is ended.
 */
@Service
public class FolderWatch {
    /** A file that was written just now may have half a message at its end. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final WatchedFiles watched;
    private final Imports imports;
    private final MailFeed feed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FolderWatch(
            WatchedFiles watched,
            Imports imports,
            MailFeed feed,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.watched = watched;
        this.imports = imports;
        this.feed = feed;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Looks once.
     *
     * @return how many messages were new to the watcher
     */
    public int look(Viewer viewer, Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        ImportId record = record(viewer, root);
        Map<String, Mark> marks = watched.marks(viewer, root.toString());
        Batch batch = new Batch(viewer, root.toString(), record);
        for (Path file : MailFiles.below(root)) {
            try {
                read(root, file, marks, batch);
            } catch (NoSuchFileException e) {
                // a maildir's message was moved or flagged meanwhile: the next look finds it
            }
        }
        batch.store();
        if (watched.owesConclusion(viewer, root.toString()))
            transaction.executeWithoutResult(_ -> {
                watched.owesConclusion(viewer, root.toString(), false);
                feed.conclude(viewer, record);
            });
        return batch.all();
    }

    /** What came so far. */
    public Optional<Progress> progress(Viewer viewer, Path folder) {
        return watched.record(viewer, folder.toAbsolutePath().normalize().toString())
                .flatMap(record -> imports.progress(viewer, record));
    }

    /** One record for as long as nobody takes it back. */
    private ImportId record(Viewer viewer, Path root) {
        Optional<ImportId> present =
                watched.record(viewer, root.toString())
                        .filter(id ->
                                imports.progress(viewer, id)
                                        .filter(at -> at.state() != Progress.State.UNDONE)
                                        .isPresent());
        return present.orElseGet(() -> {
            ImportId id = ImportId.next();
            transaction.executeWithoutResult(_ -> {
                imports.begin(
                        viewer,
                        id,
                        "Watched folder " + root.getFileName(),
                        Progress.State.DONE,
                        List.of(),
                        List.of(),
                        clock.instant());
                watched.watch(viewer, root.toString(), id);
            });
            return id;
        });
    }

    private void read(Path root, Path file, Map<String, Mark> marks, Batch batch)
            throws IOException {
        String name = name(root, file);
        Optional<Mark> mark = Optional.ofNullable(marks.get(name));
        long size = Files.size(file);
        if ((mark.isPresent() && mark.get().readTo() == size) || !quiet(file)) return;
        MailFiles.Form form = MailFiles.form(file);
        // a mailbox of Outlook changes in its middle: it is imported, not watched
        if (form == MailFiles.Form.OTHER || form == MailFiles.Form.PST) return;
        boolean grows = form == MailFiles.Form.MBOX;
        boolean one = form == MailFiles.Form.MESSAGE || form == MailFiles.Form.MSG;
        if (mark.isPresent() && one) return;
        long from = grows && mark.isPresent() ? from(file, mark.get(), size) : 0;
        MailFiles.each(
                file,
                root.relativize(file).toString(),
                from,
                item -> {
                    batch.add(name, item, new Mark(grows ? item.position() : 0, item.position()));
                    return true;
                });
        batch.done(name, size);
    }

    /**
     * Where to read on. What was half a message last time is read once more; a file that got
     * shorter was made anew.
     */
    private static long from(Path file, Mark mark, long size) throws IOException {
        if (size < mark.readTo()) return 0;
        return MailFiles.beginsAt(file, mark.readTo()) ? mark.readTo() : mark.lastFrom();
    }

    private boolean quiet(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        return written.isBefore(clock.instant().minus(QUIET));
    }

    /** In a maildir a message keeps its name up to the colon, whatever becomes of it. */
    private static String name(Path root, Path file) {
        Path relative = root.equals(file) ? file.getFileName() : root.relativize(file);
        Path parent = file.getParent();
        String plain = relative.getFileName().toString();
        boolean maildir = parent != null && (parent.endsWith("cur") || parent.endsWith("new"));
        if (!maildir) return relative.toString();
        Path above = relative.getParent() == null ? null : relative.getParent().getParent();
        String unique = plain.replaceFirst("[:!;]2,.*$", "");
        return above == null ? unique : above.resolve(unique).toString();
    }

    /** Messages that are stored together, with how far their files are read. */
    private final class Batch {
        private static final int MOST = 250;
        private static final long MOST_BYTES = 16 << 20;

        private final Viewer viewer;
        private final String path;
        private final ImportId record;
        private final List<MailFeed.Message> messages = new ArrayList<>();
        private final Map<String, Mark> marks = new HashMap<>();
        private long bytes;
        private int all;

        Batch(Viewer viewer, String path, ImportId record) {
            this.viewer = viewer;
            this.path = path;
            this.record = record;
        }

        /**
         * @param before how far the file is read before this message
         */
        void add(String name, FileItem item, Mark before) {
            if (messages.size() >= MOST || bytes >= MOST_BYTES) {
                // a file that is read whole or not at all has no place to go on from
                if (before.readTo() > 0) marks.put(name, before);
                store();
            }
            messages.add(
                    item.problem().isPresent()
                            ? MailFeed.Message.refused(
                                    item.source(),
                                    item.place(),
                                    item.content(),
                                    item.problem().get())
                            : MailFeed.Message.of(
                                    item.source(), item.place(), item.content(), List.of()));
            bytes += item.content().length;
            marks.put(name, new Mark(marks.getOrDefault(name, before).readTo(), item.position()));
            all++;
        }

        void done(String name, long size) {
            marks.merge(
                    name,
                    new Mark(size, 0),
                    (last, end) -> new Mark(end.readTo(), last.lastFrom()));
        }

        void store() {
            if (messages.isEmpty() && marks.isEmpty()) return;
            transaction.executeWithoutResult(_ -> {
                if (!messages.isEmpty()) feed.bring(viewer, record, List.copyOf(messages));
                watched.mark(viewer, path, marks);
                watched.owesConclusion(viewer, path, true);
            });
            messages.clear();
            marks.clear();
            bytes = 0;
        }

        int all() {
            return all;
        }
    }
}
