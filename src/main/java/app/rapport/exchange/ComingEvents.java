package app.rapport.exchange;

import app.rapport.exchange.contacts.MeetingDraft;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.util.List;

/** Socket: who keeps the events of imported calendars that are still to come. */
public interface ComingEvents {
    /** Events of a batch, past and coming, in the import's transaction. */
    void came(Viewer viewer, ImportId id, List<MeetingDraft> events);

    /** The import is taken back, in the same transaction. */
    void takenBack(Viewer viewer, ImportId id);
}
