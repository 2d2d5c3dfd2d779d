package app.rapport.deals;

import app.rapport.kernel.Viewer;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Socket: a room's rows that speak of deals, and would go with one. */
public interface DealRecords {
    /**
     * Those of these deals of which the room holds something that people wrote: they stay when the
     * import that brought them is taken back.
     */
    Set<UUID> spokenOf(Viewer by, Collection<UUID> deals);
}
