package app.rapport.deals;

import app.rapport.deals.store.BinnedDeals;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.people.Bin.Binned;
import app.rapport.people.BinCompartment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deleted deals among what waits in the bin. */
@Component
class DealBin implements BinCompartment {
    private final BinnedDeals binned;
    private final DealBook book;

    DealBin(BinnedDeals binned, DealBook book) {
        this.binned = binned;
        this.book = book;
    }

    @Override
    public List<Binned> list(Viewer viewer, PlaceInTime before, int most) {
        return binned.list(viewer, before, most);
    }

    @Override
    @Transactional
    public Optional<Binned> restore(Viewer viewer, UUID id) {
        Optional<Binned> found = binned.one(viewer, new DealId(id));
        found.ifPresent(_ -> book.restore(viewer, new DealId(id)));
        return found;
    }

    @Override
    @Transactional
    public void empty(Viewer viewer, Instant before) {
        binned.empty(viewer, before);
    }
}
