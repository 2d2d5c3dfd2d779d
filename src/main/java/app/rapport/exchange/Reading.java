package app.rapport.exchange;

import app.rapport.exchange.model.Progress;
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
 * One file on its way in. Each batch is one transaction with its counts and its place in the file.
 */
final class Reading<T> {
    private static final int BATCH_BYTES = 16 << 20;

    private final Viewer viewer;
    private final ImportId id;
    private final Source source;
    private final Intake<T> intake;
    private final int batchItems;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final Consumer<Progress> watcher;
    private final List<T> batch = new ArrayList<>();
    private final long skip;
    private long batchBytes;
    private long done;

    Reading(
            Viewer viewer,
            ImportId id,
            Source source,
            Intake<T> intake,
            int batchItems,
            Imports imports,
            TransactionTemplate transaction,
            Consumer<Progress> watcher) {
        this.viewer = viewer;
        this.id = id;
        this.source = source;
        this.intake = intake;
        this.batchItems = batchItems;
        this.imports = imports;
        this.transaction = transaction;
        this.watcher = watcher;
        this.skip = source.readTo();
    }

    void whole() throws IOException {
        intake.each(this::take);
        flush();
    }

    /** Items that were stored before a crash are counted past, whatever the file's form. */
    private void take(T item) {
        if (done++ < skip) return;
        batch.add(item);
        batchBytes += intake.bytes(item);
        if (batch.size() >= batchItems || batchBytes >= BATCH_BYTES) flush();
    }

    private void flush() {
        if (batch.isEmpty()) return;
        transaction.executeWithoutResult(_ ->
                imports.advance(
                        viewer, id, source, done, batchBytes, intake.take(List.copyOf(batch))));
        batch.clear();
        batchBytes = 0;
        imports.progress(viewer, id)
                .ifPresent(progress -> {
                    watcher.accept(progress);
                    if (progress.state() == Progress.State.CANCELLED)
                        throw new CancellationException();
                });
    }
}
