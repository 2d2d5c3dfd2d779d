package app.rapport.negotiations;

import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.table.Deadlock;
import app.rapport.negotiations.store.DeadlockRows;
import app.rapport.negotiations.store.NegotiationRows;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadlock room of a table, for its team only. */
@Service
public class Deadlocks {
    private final Sittings sittings;
    private final NegotiationRows rows;
    private final DeadlockRows deadlocks;
    private final House house;
    private final Clock clock;

    Deadlocks(
            Sittings sittings,
            NegotiationRows rows,
            DeadlockRows deadlocks,
            House house,
            Clock clock) {
        this.sittings = sittings;
        this.rows = rows;
        this.deadlocks = deadlocks;
        this.house = house;
        this.clock = clock;
    }

    /** Empty for whoever is not on the team, and until the table opens. */
    public Optional<Deadlock> one(Viewer viewer, NegotiationId id) {
        return sittings.changes(viewer, id).map(_ -> deadlocks.one(viewer, id));
    }

    /**
     * @param written with the revision that its writer saw
     * @return false when the viewer is not on its team
     * @throws Refused when somebody else wrote meanwhile
     */
    @Transactional
    public boolean write(Viewer viewer, NegotiationId id, Deadlock written) {
        if (!rows.lock(viewer, id) || sittings.changes(viewer, id).isEmpty()) return false;
        Instant now = clock.instant();
        if (!deadlocks.write(viewer, id, written, now))
            throw new Refused("revision", meanwhile(viewer, deadlocks.one(viewer, id)));
        sittings.noted(viewer, id, "deadlock");
        return true;
    }

    private String meanwhile(Viewer viewer, Deadlock standing) {
        return standing.changed()
                .map(changed ->
                        "%s changed this at %s. Yours is kept here; save again to put it in its place"
                                .formatted(
                                        house.members(viewer)
                                                .getOrDefault(changed.by(), "Somebody"),
                                        DateTimeFormatter.ofPattern("HH:mm")
                                                .format(changed.at().atZone(viewer.zone()))))
                .orElse("Somebody changed this. Yours is kept here; save again");
    }
}
