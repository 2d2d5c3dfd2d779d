package app.rapport.exchange;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own while what came before is stored. Things come in the order in which
 * they are read; a bounded number of them waits.
 */
final class Ahead<T> {
    private static final int MOST = 1_000;

    private final Reader<T> reader;
    private final BlockingQueue<Optional<T>> waiting = new ArrayBlockingQueue<>(MOST);
    private volatile @Nullable Throwable failure;

    Ahead(Reader<T> reader) {
        this.reader = reader;
    }

    /** Gives each thing to the taker. */
    interface Reader<T> {
        void each(Consumer<T> taker) throws IOException;
    }

    /** Every thing in turn, on the caller's thread; what the taker throws ends the reading. */
    void each(Consumer<T> taker) throws IOException {
        Thread thread = Thread.ofPlatform().daemon().name("read-ahead").start(this::read);
        try {
            for (var next = waiting.take(); next.isPresent(); next = waiting.take())
                taker.accept(next.get());
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            thread.interrupt();
        }
        rethrow();
    }

    private void read() {
        try {
            reader.each(this::put);
        } catch (Throwable e) { // Errors too: the taker's thread must learn of them
            failure = e;
        }
        try {
            waiting.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody takes any more
        }
    }

    /** Waits where there is no room. */
    private void put(T thing) {
        try {
            waiting.put(Optional.of(thing));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
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
