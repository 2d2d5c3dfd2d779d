package app.rapport.exchange;

import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import app.rapport.exchange.model.Source;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads mail files on a thread of its own and works on their items while earlier ones are stored,
 * so that splitter, reader and database are busy at once. Items come in the files' order; those
 * that wait weigh {@link #MOST} kilobytes at most, or are one item alone.
 *
 * @param <R> what the work makes of an item
 */
final class ReadAhead<R> {
    private static final int MOST = 24 << 10;

    /**
     * @param worked is done by the time it is asked for, or soon after
     */
    record Read<R>(Source source, FileItem item, CompletableFuture<R> worked) {}

    private final List<Source> sources;
    private final Function<FileItem, R> work;
    private final Semaphore room = new Semaphore(MOST);

    ReadAhead(List<Source> sources, Function<FileItem, R> work) {
        this.sources = sources;
        this.work = work;
    }

    /** Every item in turn; what the taker throws ends the reading. */
    void each(Consumer<Read<R>> taker) throws IOException {
        new Ahead<Read<R>>(this::read)
                .each(read -> {
                    room.release(weight(read.item()));
                    taker.accept(read);
                });
    }

    private void read(Consumer<Read<R>> taker) throws IOException {
        for (Source source : sources)
            MailFiles.each(
                    source.path(),
                    source.name(),
                    0,
                    item -> {
                        taker.accept(begun(source, item));
                        return true;
                    });
    }

    private Read<R> begun(Source source, FileItem item) {
        try {
            room.acquire(weight(item));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        return new Read<>(source, item, CompletableFuture.supplyAsync(() -> work.apply(item)));
    }

    private static int weight(FileItem item) {
        return Math.min(MOST, 1 + (item.content().length >> 10));
    }
}
