package app.rapport.calls;

import app.rapport.calls.store.HardTalkRows;
import app.rapport.calls.store.HardTalkRows.Deleted;
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

/** Sheets for hard talks that their writer deleted, for thirty days and for their writer. */
@Service
class HardTalkBin implements BinCompartment {
    private final HardTalkRows rows;

    HardTalkBin(HardTalkRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return rows.deleted(viewer, before, most).stream().map(one -> binned(viewer, one)).toList();
    }

    @Override
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        Optional<Deleted> found = rows.deleted(viewer, id);
        return found.filter(_ -> rows.restore(viewer, id)).map(one -> binned(viewer, one));
    }

    private static Binned binned(Viewer viewer, Deleted one) {
        return new Binned(
                Bin.Kind.HARD_TALK,
                one.id(),
                "Sheet for a hard talk with " + one.person(),
                one.at(),
                Optional.of(viewer.member()),
                one.at().plus(Bin.KEPT));
    }

    @Override
    @Transactional
    public void empty(Viewer viewer, Instant before) {
        rows.empty(viewer, before);
    }
}
