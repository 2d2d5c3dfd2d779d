package app.rapport.exchange;

import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.Progress;
import app.rapport.exchange.model.Reached;
import app.rapport.exchange.model.Source;
import app.rapport.exchange.store.Imports;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files on their way in. Each batch is one transaction with its counts and its place in each file
 * that it took from: a folder of ten thousand single mails is twenty batches, not ten thousand.
 */
final class Reading<T> {
    private static final int BATCH_BYTES = 16 << 20;

    private final Viewer viewer;
    private final ImportId id;
    private final List<Source> sources;
    private final Intake<T> intake;
    private final int batchItems;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final Consumer<Progress> watcher;
    private final List<T> batch = new ArrayList<>();
    private final List<Reached> reached = new ArrayList<>();
    private long batchBytes;

    /** Which of the files is being read, and how many of its items have come. */
    private int at;

    private long done;

    Reading(
            Viewer viewer,
            ImportId id,
            List<Source> sources,
            Intake<T> intake,
            int batchItems,
            Imports imports,
            TransactionTemplate transaction,
            Consumer<Progress> watcher) {
        this.viewer = viewer;
        this.id = id;
        this.sources = sources;
        this.intake = intake;
        this.batchItems = batchItems;
        this.imports = imports;
        this.transaction = transaction;
        this.watcher = watcher;
    }

    void whole() throws IOException {
        try {
            intake.each(sources, this::take);
            while (at < sources.size()) finish();
        } catch (IOException e) {
            flush(); // what came before the damage is stored
            throw e;
        }
        flush();
    }

    /** Items that were stored before a crash are counted past, whatever the file's form. */
    @SuppressWarnings("ReferenceEquality") // one file may be given twice
    private void take(Source source, T item) {
        while (sources.get(at) != source) finish();
        if (done++ < source.readTo()) return;
        batch.add(item);
        batchBytes += intake.bytes(item);
        if (batch.size() >= batchItems || batchBytes >= BATCH_BYTES) flush();
    }

    private void finish() {
        reached.add(new Reached(sources.get(at++), done, true));
        done = 0;
    }

    private void flush() {
        if (at < sources.size()) reached.add(new Reached(sources.get(at), done, false));
        boolean stores = !batch.isEmpty();
        transaction.executeWithoutResult(_ ->
                imports.advance(
                        viewer,
                        id,
                        List.copyOf(reached),
                        batchBytes,
                        stores ? intake.take(List.copyOf(batch)) : BatchResult.NOTHING));
        batch.clear();
        reached.clear();
        batchBytes = 0;
        if (stores) tellWatcher();
    }

    private void tellWatcher() {
        imports.progress(viewer, id)
                .ifPresent(progress -> {
                    watcher.accept(progress);
                    if (progress.state() == Progress.State.CANCELLED)
                        throw new CancellationException();
                });
    }
}
