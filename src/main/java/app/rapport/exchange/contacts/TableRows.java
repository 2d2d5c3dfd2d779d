package app.rapport.exchange.contacts;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a table, one after the other. */
interface TableRows extends Closeable {
    /** The next row, blank ones too; empty at the end. */
    Optional<RawRow> next() throws IOException;
}
