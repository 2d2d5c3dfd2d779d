package app.rapport.exchange;

import app.rapport.exchange.model.BatchResult;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads one file and stores its items in batches. */
interface Intake<T> {
    /** Gives each item to the taker, in the file's order, the same each time. */
    void each(Consumer<T> taker) throws IOException;

    /** Bytes of the file that an item stands for, about. */
    long bytes(T item);

    /** Stores a batch in the caller's transaction. */
    BatchResult take(List<T> batch);
}
