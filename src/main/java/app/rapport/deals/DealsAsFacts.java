package app.rapport.deals;

import app.rapport.deals.store.DealFactRows;
import app.rapport.kernel.DealFacts;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What other rooms may know of deals. */
@Component
class DealsAsFacts implements DealFacts {
    private final DealFactRows rows;

    DealsAsFacts(DealFactRows rows) {
        this.rows = rows;
    }

    @Override
    public List<DealFact> with(Viewer viewer, Collection<PersonId> people, Instant at) {
        return people.isEmpty() ? List.of() : rows.with(viewer, people, at);
    }

    @Override
    public Optional<DealFact> one(Viewer viewer, String id, Instant at) {
        return rows.one(viewer, new DealId(UUID.fromString(id)), at);
    }

    @Override
    public List<DealFact> won(Viewer viewer, LocalDate from, Instant at) {
        return rows.won(viewer, from, at);
    }
}
