package app.rapport.negotiations;

import app.rapport.kernel.Viewer;
import app.rapport.negotiations.store.ClosedTableRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Tables of the viewer's teams that have closed. */
@Service
public class ClosedTables {
    private final ClosedTableRows rows;
    private final TeamsThen teams;

    ClosedTables(ClosedTableRows rows, TeamsThen teams) {
        this.rows = rows;
        this.teams = teams;
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

    /**
     * Those that closed after one moment and up to another, newest first, as the viewer knew them
     * at the later one. Of a table that was opened again only its last ending is kept: what it was
     * before that is not told.
     */
    public List<Closed> between(Viewer viewer, Instant after, Instant until) {
        List<Closed> closed = rows.between(viewer, after, until);
        Set<NegotiationId> ours = teams.of(viewer, closed.stream().map(Closed::id).toList(), until);
        return closed.stream().filter(one -> ours.contains(one.id())).toList();
    }
}
