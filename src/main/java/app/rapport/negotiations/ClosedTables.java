package app.rapport.negotiations;

import app.rapport.kernel.Viewer;
import app.rapport.negotiations.store.ClosedTableRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tables of the viewer's teams that have closed. */
@Service
public class ClosedTables {
    private final ClosedTableRows rows;

    ClosedTables(ClosedTableRows rows) {
        this.rows = rows;
    }

    /**
     * A table that closed.
     *
     * @param agreed whether an offer was accepted
     */
    public record Closed(NegotiationId id, String title, Instant at, boolean agreed) {}

    /** Empty while it is open, and for whoever is not on its team. */
    public Optional<Closed> one(Viewer viewer, NegotiationId id) {
        return rows.one(viewer, id);
    }

    /** Those that closed after one moment and up to another, newest first. */
    public List<Closed> between(Viewer viewer, Instant after, Instant until) {
        return rows.between(viewer, after, until);
    }
}
