package app.rapport.exchange;

import app.rapport.exchange.model.BatchResult;
import app.rapport.exchange.model.Source;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads files of one form and stores their items in batches. */
interface Intake<T> {
    /** Gives each item of these files to the taker, in the files' order, the same each time. */
    void each(List<Source> sources, BiConsumer<Source, T> taker) throws IOException;

    /** Bytes of the file that an item stands for, about. */
    long bytes(T item);

    /** Stores a batch in the caller's transaction. */
    BatchResult take(List<T> batch);
}
