package app.rapport.people;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.database.Conditions;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.model.Chosen;
import app.rapport.people.model.Deed;
import app.rapport.people.store.BulkRows;
import app.rapport.people.store.BulkRows.Bulk;
import app.rapport.people.store.ContactWords;
import app.rapport.people.store.PeopleFilters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes many people in one transaction, and takes it back as one. Each person's history says what
 * became of them, so undo restores what stood there and leaves alone what was changed since.
 */
@Service
public class BulkChanges {
    /** More at once would keep others waiting for too long. */
    public static final int MOST = 100_000;

    private final BulkRows rows;
    private final ContactWords words;
    private final PeopleList list;
    private final Owners owners;
    private final Audit audit;
    private final Clock clock;

    BulkChanges(
            BulkRows rows,
            ContactWords words,
            PeopleList list,
            Owners owners,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.list = list;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param id by which it can be taken back
     * @param people how many are other than before
     */
    public record Done(UUID id, int people) {}

    /**
     * @throws Refused when it cannot be done to any of them
     */
    @Transactional
    public Done change(Viewer viewer, Chosen chosen, Deed deed) {
        if (deed instanceof Deed.SetOwner(Optional<MemberId> owner)) owners.check(viewer, owner);
        Conditions conditions = conditions(viewer, chosen);
        if (rows.reach(conditions, MOST + 1) > MOST)
            throw new Refused("all", "More than 100,000 people at once are too many");
        Bulk bulk = new Bulk(Uuid7.next(), deed, now());
        int people = rows.change(viewer, bulk, conditions);
        if (people > 0) {
            rows.keep(viewer, bulk, people);
            audit.record(viewer, "contacts.changed", bulk.id(), deed.field());
        }
        return new Done(bulk.id(), people);
    }

    private Conditions conditions(Viewer viewer, Chosen chosen) {
        return switch (chosen) {
            case Chosen.These(var people) -> PeopleFilters.these(viewer, people);
            case Chosen.AllThatFit(var query) -> list.filters(viewer, query);
        };
    }

    /**
     * Takes back what the viewer did, once.
     *
     * @param of how many it had changed
     * @param people how many are as before; whoever was changed since in the same way stays
     */
    public record Undone(int of, int people) {}

    @Transactional
    public Optional<Undone> undo(Viewer viewer, UUID id) {
        Instant at = now();
        return rows.close(viewer, id, at)
                .map(kept -> {
                    List<PersonId> back = rows.undo(viewer, kept.bulk(), at);
                    if (kept.bulk().deed() instanceof Deed.Delete && !back.isEmpty())
                        words.refresh(
                                viewer, back.stream().map(PersonId::value).toArray(UUID[]::new));
                    audit.record(viewer, "contacts.put-back", id, kept.bulk().deed().field());
                    return new Undone(kept.people(), back.size());
                });
    }

    private Instant now() {
        return clock.instant();
    }
}
