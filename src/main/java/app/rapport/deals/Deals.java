package app.rapport.deals;

import app.rapport.deals.store.DealList;
import app.rapport.deals.store.OpenDeals;
import app.rapport.deals.store.WonDeals;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lists of deals. */
@Service
public class Deals {
    private final DealList list;
    private final WonDeals won;
    private final OpenDeals open;
    private final Clock clock;

    Deals(DealList list, WonDeals won, OpenDeals open, Clock clock) {
        this.list = list;
        this.won = won;
        this.open = open;
        this.clock = clock;
    }

    /**
     * @param cursor of the page before
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    public Slice<DealLine> page(
            Viewer viewer, DealQuery query, Optional<String> cursor, int limit) {
        return list.page(viewer, query, today(viewer), cursor.orElse(""), limit);
    }

    /** How many fit and what they come to, by stage and currency. */
    public List<DealSum> sums(Viewer viewer, DealQuery query) {
        return list.sums(viewer, query, today(viewer));
    }

    /** The first of each stage; of the query only the owner counts. */
    public Map<UUID, List<DealLine>> board(Viewer viewer, DealQuery query, int most) {
        return list.board(viewer, query, most);
    }

    public List<DealLine> ofAccount(Viewer viewer, AccountId account, int most) {
        return list.ofAccount(viewer, account, most);
    }

    public List<DealLine> ofPerson(Viewer viewer, PersonId person, int most) {
        return list.ofPerson(viewer, person, most);
    }

    /** Those of these deals that were open at a moment, as they were then. */
    public Map<DealId, DealThen> openThen(Viewer viewer, Collection<DealId> ids, Instant at) {
        return open.openThen(viewer, ids, at);
    }

    /** These deals as they were at a moment, decided or not. */
    public Map<DealId, DealThen> then(Viewer viewer, Collection<DealId> ids, Instant at) {
        return open.then(viewer, ids, at);
    }

    /** These deals, as they stand in a list. */
    public List<DealLine> lines(Viewer viewer, Collection<DealId> ids) {
        return list.of(viewer, ids);
    }

    /** Those in whose name all typed words are, best first. */
    public List<DealLine> find(Viewer viewer, String words, int most) {
        return list.find(viewer, words, most);
    }

    /** The currency that most of the latest deals have; empty where none has one. */
    public String usualCurrency(Viewer viewer) {
        return list.usualCurrency(viewer);
    }

    /** Those that began and were won here, won last first. */
    public List<WonDeal> won(Viewer viewer, int most) {
        return won.list(viewer, most);
    }

    public boolean any(Viewer viewer) {
        return list.any(viewer);
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
