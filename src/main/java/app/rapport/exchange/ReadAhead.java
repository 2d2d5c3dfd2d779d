package app.rapport.exchange;

import app.rapport.exchange.files.FileItem;
import app.rapport.exchange.files.MailFiles;
import app.rapport.exchange.model.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    private final BlockingQueue<Optional<Read<R>>> waiting = new ArrayBlockingQueue<>(1_000);
    private final Semaphore room = new Semaphore(MOST);
    private volatile @Nullable Throwable failure;

    ReadAhead(List<Source> sources, Function<FileItem, R> work) {
        this.sources = sources;
        this.work = work;
    }

    /** Every item in turn; what the taker throws ends the reading. */
    void each(Consumer<Read<R>> taker) throws IOException {
        Thread reader = Thread.ofPlatform().daemon().name("read-ahead").start(this::read);
        try {
            for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
                room.release(weight(next.get().item()));
                taker.accept(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            reader.interrupt();
        }
        rethrow();
    }

    private void read() {
        try {
            for (Source source : sources)
                MailFiles.each(source.path(), source.name(), 0, item -> put(source, item));
        } catch (Throwable e) { // Errors too: the taker's thread must learn of them
            failure = e;
        }
        try {
            waiting.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody takes any more
        }
    }

    private boolean put(Source source, FileItem item) {
        try {
            room.acquire(weight(item));
            waiting.put(
                    Optional.of(
                            new Read<>(
                                    source,
                                    item,
                                    CompletableFuture.supplyAsync(() -> work.apply(item)))));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int weight(FileItem item) {
        return Math.min(MOST, 1 + (item.content().length >> 10));
    }

    private void rethrow() throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
