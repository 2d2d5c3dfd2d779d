package app.rapport.calls;

import app.rapport.access.Audit;
import app.rapport.calls.store.DeletedCases;
import app.rapport.calls.store.DeletedCases.Deleted;
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

/** Business cases that were deleted, for thirty days. */
@Service
class CaseBin implements BinCompartment {
    private final DeletedCases rows;
    private final Audit audit;

    CaseBin(DeletedCases rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    @Override
    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return rows.list(viewer, before, most).stream().map(CaseBin::binned).toList();
    }

    @Override
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        Optional<Deleted> found = rows.one(viewer, id);
        if (found.isEmpty() || !rows.restore(viewer, id)) return Optional.empty();
        audit.record(viewer, "case.restored", id);
        return found.map(CaseBin::binned);
    }

    private static Binned binned(Deleted one) {
        return new Binned(
                Bin.Kind.BUSINESS_CASE,
                one.id(),
                one.title(),
                one.at(),
                one.by(),
                one.at().plus(Bin.KEPT));
    }

    @Override
    @Transactional
    public void empty(Viewer viewer, Instant before) {
        rows.empty(viewer, before);
    }
}
