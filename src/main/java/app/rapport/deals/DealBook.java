package app.rapport.deals;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.deals.model.DealField;
import app.rapport.deals.store.DealHistory;
import app.rapport.deals.store.DealPeopleRows;
import app.rapport.deals.store.DealRows;
import app.rapport.deals.store.StageRows;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.AccountBook;
import app.rapport.people.Owners;
import app.rapport.people.People;
import app.rapport.people.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deals that people write by hand; each changed field keeps its history. */
@Service
public class DealBook {
    private final DealRows rows;
    private final DealPeopleRows parts;
    private final DealHistory history;
    private final StageRows stageRows;
    private final Stages stages;
    private final AccountBook accounts;
    private final People people;
    private final Owners owners;
    private final Audit audit;
    private final Clock clock;

    DealBook(
            DealRows rows,
            DealPeopleRows parts,
            DealHistory history,
            StageRows stageRows,
            Stages stages,
            AccountBook accounts,
            People people,
            Owners owners,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.history = history;
        this.stageRows = stageRows;
        this.stages = stages;
        this.accounts = accounts;
        this.people = people;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Deal> deal(Viewer viewer, DealId id) {
        return deals(viewer, List.of(id)).stream().findFirst();
    }

    /** Those that exist, in the order of the ids. */
    public List<Deal> deals(Viewer viewer, Collection<DealId> ids) {
        return rows.read(viewer, ids);
    }

    /**
     * @param given without a stage it begins in the first, without an owner it is the viewer's
     * @throws Refused when something cannot be used
     */
    @Transactional
    public DealId add(Viewer viewer, Map<DealField, String> given) {
        stageRows.settle(viewer);
        Map<DealField, String> texts = read(given);
        texts.computeIfAbsent(DealField.NAME, field -> field.read(""));
        if (texts.getOrDefault(DealField.STAGE, "").isEmpty())
            texts.put(DealField.STAGE, stages.first(viewer).id().toString());
        texts.putIfAbsent(DealField.OWNER, viewer.member().toString());
        check(viewer, texts);
        close(viewer, texts, Optional.empty());
        DealId id = DealId.next();
        rows.add(viewer, id, texts, now());
        audit.record(viewer, "deal.added", id.value());
        return id;
    }

    private static Map<DealField, String> read(Map<DealField, String> given) {
        Map<DealField, String> texts = new EnumMap<>(DealField.class);
        given.forEach((field, text) -> texts.put(field, field.read(text)));
        return texts;
    }

    /**
     * Puts these texts into these fields.
     *
     * @param check sees the deal as it stands, while nobody else can change it; it may refuse
     * @return the moment that the history names; empty when nothing is other than before
     * @throws Refused when something cannot be used
     */
    @Transactional
    public Optional<Instant> change(
            Viewer viewer, DealId id, Map<DealField, String> given, Consumer<Deal> check) {
        Deal before = locked(viewer, id);
        check.accept(before);
        Map<DealField, String> texts = read(given);
        texts.entrySet().removeIf(text -> text.getValue().equals(before.text(text.getKey())));
        if (texts.isEmpty()) return Optional.empty();
        check(viewer, texts);
        close(viewer, texts, Optional.of(before));
        Instant at = now();
        rows.write(viewer, id, texts, at);
        history.add(viewer, id, before.texts(), texts, at);
        audit.record(
                viewer,
                "deal.changed",
                id.value(),
                texts.keySet().stream().map(DealField::key).toArray(String[]::new));
        return Optional.of(at);
    }

    private Deal locked(Viewer viewer, DealId id) {
        rows.lock(viewer, id);
        return deal(viewer, id).orElseThrow();
    }

    private void check(Viewer viewer, Map<DealField, String> texts) {
        if (texts.containsKey(DealField.STAGE)
                && stages.one(viewer, UUID.fromString(texts.get(DealField.STAGE))).isEmpty())
            throw new Refused("stage", "There is no such stage");
        filled(texts, DealField.ACCOUNT)
                .filter(id -> accounts.account(viewer, AccountId.of(id)).isEmpty())
                .ifPresent(_ -> {
                    throw new Refused("account", "There is no such company");
                });
        if (texts.containsKey(DealField.OWNER))
            owners.check(viewer, filled(texts, DealField.OWNER).map(MemberId::of));
    }

    private static Optional<String> filled(Map<DealField, String> texts, DealField field) {
        return Optional.ofNullable(texts.get(field)).filter(text -> !text.isEmpty());
    }

    /** What is won or lost was so on a day; what is open again was on none. */
    private void close(Viewer viewer, Map<DealField, String> texts, Optional<Deal> before) {
        if (!texts.containsKey(DealField.STAGE)) return;
        Stage stage = stages.one(viewer, UUID.fromString(texts.get(DealField.STAGE))).orElseThrow();
        String stood = before.map(deal -> deal.text(DealField.CLOSED_ON)).orElse("");
        String today = LocalDate.ofInstant(clock.instant(), viewer.zone()).toString();
        if (stage.isOpen() && !stood.isEmpty()) texts.put(DealField.CLOSED_ON, "");
        if (!stage.isOpen() && stood.isEmpty() && filled(texts, DealField.CLOSED_ON).isEmpty())
            texts.put(DealField.CLOSED_ON, today);
    }

    /**
     * Gives somebody a part in it; empty when they have it already.
     *
     * @throws Refused when there is no such person
     */
    @Transactional
    public Optional<UUID> join(Viewer viewer, DealId id, PersonId person, Role role) {
        locked(viewer, id);
        String name =
                people.card(viewer, person)
                        .orElseThrow(() -> new Refused("person", "There is no such person"))
                        .name();
        Optional<UUID> added = parts.add(viewer, id, person, role);
        if (added.isPresent()) {
            history.note(viewer, id, "people", "", name + ", " + role.label(), now());
            audit.record(viewer, "deal.changed", id.value(), "people");
        }
        return added;
    }

    /** Takes somebody's part away; what it was. */
    @Transactional
    public Optional<DealPerson> part(Viewer viewer, DealId id, UUID part) {
        Optional<DealPerson> was =
                locked(viewer, id).people().stream()
                        .filter(one -> one.id().equals(part))
                        .findFirst();
        was.ifPresent(one -> {
            parts.remove(viewer, id, part);
            history.note(viewer, id, "people", one.name() + ", " + one.role().label(), "", now());
            audit.record(viewer, "deal.changed", id.value(), "people");
        });
        return was;
    }

    /** Puts it into the bin. */
    @Transactional
    public void delete(Viewer viewer, DealId id, Consumer<Deal> check) {
        check.accept(locked(viewer, id));
        rows.setDeleted(viewer, id, true, now());
        audit.record(viewer, "deal.deleted", id.value());
    }

    /** Undoes deleting; false when there was nothing to undo. */
    @Transactional
    public boolean restore(Viewer viewer, DealId id) {
        boolean back = rows.setDeleted(viewer, id, false, now());
        if (back) audit.record(viewer, "deal.restored", id.value());
        return back;
    }

    /** Newest first. */
    public List<DealChange> history(Viewer viewer, DealId id) {
        return history.of(viewer, id);
    }

    /**
     * Undoes what was changed at that moment; what was changed again since stays.
     *
     * @throws Refused when it cannot be used any more
     */
    @Transactional
    public Optional<Instant> putBack(Viewer viewer, DealId id, Instant at) {
        rows.lock(viewer, id);
        Map<DealField, String> before = history.before(viewer, id, at);
        return before.isEmpty() ? Optional.empty() : change(viewer, id, before, _ -> {});
    }

    /** Another room's work on it, said in its history: so it is not taken back with an import. */
    @Transactional
    public void note(Viewer viewer, DealId id, String what, String words) {
        history.note(viewer, id, what, "", words, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
