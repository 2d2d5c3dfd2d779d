package app.rapport.negotiations;

import app.rapport.access.Refused;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.store.NegotiationRows;
import app.rapport.negotiations.store.VersionRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans as they stood, for the teams of their negotiations. */
@Service
public class PlanVersions {
    private final Negotiations negotiations;
    private final NegotiationRows rows;
    private final VersionRows versions;
    private final Clock clock;

    PlanVersions(
            Negotiations negotiations, NegotiationRows rows, VersionRows versions, Clock clock) {
        this.negotiations = negotiations;
        this.rows = rows;
        this.versions = versions;
        this.clock = clock;
    }

    /** Keeps the plan as it stands. */
    @Transactional
    public boolean keep(Viewer viewer, NegotiationId id, String what) {
        if (!rows.lock(viewer, id)) return false;
        Instant now = clock.instant();
        versions.keep(viewer, negotiations.one(viewer, id).orElseThrow(), what, now);
        return true;
    }

    /**
     * Newest first.
     *
     * @param before the last revision of the page before
     */
    public Slice<PlanVersion> page(
            Viewer viewer, NegotiationId id, Optional<Integer> before, int most) {
        return Slice.of(
                negotiations
                        .one(viewer, id)
                        .map(_ ->
                                versions.list(
                                        viewer, id, before.orElse(Integer.MAX_VALUE), most + 1))
                        .orElse(List.of()),
                most,
                last -> String.valueOf(last.revision()));
    }

    public Optional<Plan> one(Viewer viewer, NegotiationId id, int revision) {
        return negotiations.one(viewer, id).flatMap(_ -> versions.one(viewer, id, revision));
    }

    /**
     * Makes an earlier version the plan again; what stood until now is kept. Where the aim was
     * another one, it has to be signed anew.
     *
     * @return empty when the viewer is not on its team, or there is no such version
     * @throws Refused when the plan may not become that any more
     */
    @Transactional
    public Optional<Negotiation> restore(Viewer viewer, NegotiationId id, int revision) {
        Optional<Plan> earlier = one(viewer, id, revision);
        if (earlier.isEmpty() || !keep(viewer, id, "before version " + revision + " stood again"))
            return Optional.empty();
        return negotiations.change(viewer, id, _ -> earlier.get());
    }

    /** The plan as it was known at a moment; empty where it was changed since and not kept. */
    public Optional<Plan> asOf(Viewer viewer, NegotiationId id, Instant at) {
        return negotiations
                .one(viewer, id)
                .flatMap(one ->
                        one.updatedAt().isAfter(at)
                                ? versions.asOf(viewer, id, at)
                                : Optional.of(one.plan()));
    }
}
