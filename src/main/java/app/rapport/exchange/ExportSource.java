package app.rapport.exchange;

import app.rapport.kernel.Viewer;
import java.io.IOException;
import java.io.OutputStream;

/** Socket: a file that a room adds to the export of everything. */
public interface ExportSource {
    /** Its name, such as {@code deals.csv}. */
    String file();

    /** Writes all that the viewer may read; how many records. */
    long write(Viewer viewer, OutputStream out) throws IOException;
}
