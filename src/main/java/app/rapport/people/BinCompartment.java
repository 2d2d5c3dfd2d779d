package app.rapport.people;

import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Socket: what another room has in the bin, beside people and companies. */
public interface BinCompartment {
    /** What the viewer may see of it before that place; the newest first, then the higher id. */
    List<Bin.Binned> list(Viewer viewer, PlaceInTime before, int most);

    /** Brings it back; empty when it is not in here. */
    Optional<Bin.Binned> restore(Viewer viewer, UUID id);

    /** Lets go of what was deleted before that moment. */
    void empty(Viewer viewer, Instant before);
}
