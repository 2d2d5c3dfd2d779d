package app.rapport.exchange.out;

import java.io.IOException;
import java.io.OutputStream;

/** Where the files of an export go, one after the other. */
public interface Outlet {
    /** Begins the next file; closing the stream ends it. */
    OutputStream file(String name) throws IOException;
}
