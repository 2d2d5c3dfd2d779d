package app.rapport.exchange.outlook;

import com.pff.PSTException;
import com.pff.PSTObject;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;

/** Contacts or meetings of a data file, written one after the other. */
interface PstEntries extends Closeable {
    void add(PSTObject item) throws PSTException, IOException;

    static PstEntries of(PstFile.Kept kept, Writer out) throws IOException {
        return switch (kept) {
            case CONTACTS -> new PstCards(out);
            case CALENDAR -> new PstCalendar(out);
        };
    }
}
