package app.rapport.calls;

import app.rapport.access.Audit;
import app.rapport.calls.store.DeletedPlans;
import app.rapport.calls.store.DeletedPlans.Deleted;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin;
import app.rapport.people.Bin.Binned;
import app.rapport.people.BinCompartment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans that were deleted, for thirty days. */
@Service
class PlanBin implements BinCompartment {
    private final DeletedPlans rows;
    private final Audit audit;

    PlanBin(DeletedPlans rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    @Override
    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return rows.list(viewer, before, most).stream().map(PlanBin::binned).toList();
    }

    @Override
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        Optional<Deleted> found = rows.one(viewer, id);
        if (found.isEmpty() || !rows.restore(viewer, id)) return Optional.empty();
        audit.record(viewer, "plan.restored", id);
        return found.map(PlanBin::binned);
    }

    private static Binned binned(Deleted plan) {
        return new Binned(
                Bin.Kind.PLAN,
                plan.id(),
                "Plan of a talk with " + plan.person(),
                plan.deleted(),
                plan.by(),
                plan.deleted().plus(Bin.KEPT));
    }

    @Override
    @Transactional
    public void empty(Viewer viewer, Instant before) {
        rows.empty(viewer, before);
    }
}
