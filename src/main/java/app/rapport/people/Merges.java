package app.rapport.people;

import app.rapport.access.Audit;
import app.rapport.access.Refused;
import app.rapport.kernel.AccountId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.PersonRecords.Joined;
import app.rapport.kernel.PersonRecords.Parted;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.PointDraft.Kind;
import app.rapport.people.model.Change;
import app.rapport.people.model.FieldText;
import app.rapport.people.model.Side;
import app.rapport.people.model.Union;
import app.rapport.people.store.AccountRows;
import app.rapport.people.store.FieldHistory;
import app.rapport.people.store.IdentityLock;
import app.rapport.people.store.MergeRows;
import app.rapport.people.store.RecordStates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records one, and two again. The same for people and for companies: what differs is in
 * their fields ({@link Union}).
 */
@Service
public class Merges {
    private static final String JOINED = "merged";

    private final MergeRows rows;
    private final IdentityLock identities;
    private final RecordStates states;
    private final FieldHistory history;
    private final AccountRows accounts;
    private final AccountBook companies;
    private final People people;
    private final ObjectProvider<PersonRecords> rooms;
    private final Audit audit;
    private final Clock clock;

    Merges(
            MergeRows rows,
            IdentityLock identities,
            RecordStates states,
            FieldHistory history,
            AccountRows accounts,
            AccountBook companies,
            People people,
            ObjectProvider<PersonRecords> rooms,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.identities = identities;
        this.states = states;
        this.history = history;
        this.accounts = accounts;
        this.companies = companies;
        this.people = people;
        this.rooms = rooms;
        this.audit = audit;
        this.clock = clock;
    }

    private static Union union(RecordKind kind) {
        return kind == RecordKind.CONTACT ? Union.CONTACTS : Union.ACCOUNTS;
    }

    private static String word(RecordKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Two records as they stand, side by side. */
    public record Pair(Map<String, String> winner, Map<String, String> loser) {}

    /**
     * @throws Refused when the two cannot become one
     */
    @Transactional
    public Pair pair(Viewer viewer, RecordKind kind, UUID winner, UUID loser) {
        check(viewer, kind, winner, loser);
        return new Pair(states.read(viewer, kind, winner), states.read(viewer, kind, loser));
    }

    private void check(Viewer viewer, RecordKind kind, UUID winner, UUID loser) {
        if (winner.equals(loser)) throw new Refused("other", "This is the same record");
        if (!states.isThere(viewer, kind, loser))
            throw new Refused("other", "There is no such " + word(kind));
        if (kind == RecordKind.CONTACT) return;
        AccountId one = new AccountId(winner);
        AccountId two = new AccountId(loser);
        if (accounts.isBelow(viewer, one, two) || accounts.isBelow(viewer, two, one))
            throw new Refused("other", "One of the two belongs to the other. Take that off first.");
    }

    /**
     * Makes the second record part of the first.
     *
     * @param choices by field key: whose text wins; where nobody chose, the one that says something
     * @throws Refused when the two cannot become one
     */
    @Transactional
    public Merge join(
            Viewer viewer, RecordKind kind, UUID winner, UUID loser, Map<String, Side> choices) {
        identities.change(viewer);
        if (!states.isThere(viewer, kind, winner))
            throw new Refused("other", "There is no such " + word(kind));
        check(viewer, kind, winner, loser);
        Instant at = now();
        Map<String, String> before = states.read(viewer, kind, winner);
        Map<String, String> other = states.read(viewer, kind, loser);
        Map<String, String> after = union(kind).of(before, other, choices, at.toString());
        Joined joined =
                new Joined(
                        kind,
                        winner,
                        loser,
                        addresses(viewer, kind, winner, before),
                        addresses(viewer, kind, loser, other));
        List<PersonId> workers = workers(viewer, kind, loser);
        states.hide(viewer, kind, loser, winner, at);
        states.write(viewer, kind, winner, union(kind).changed(before, after), at);
        Merge merge =
                new Merge(
                        Uuid7.next(),
                        kind,
                        winner,
                        loser,
                        choices,
                        before,
                        states.read(viewer, kind, winner),
                        other,
                        viewer.member(),
                        at,
                        false);
        rows.add(viewer, merge);
        remember(viewer, merge);
        rooms.orderedStream().forEach(room -> room.join(viewer, joined));
        refresh(viewer, kind, List.of(winner), workers);
        return merge;
    }

    /** The history says that they became one, and what that changed. */
    private void remember(Viewer viewer, Merge merge) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(JOINED, "", merge.loserName()));
        merge.union()
                .changed(merge.before(), merge.after())
                .forEach((key, text) -> {
                    if (key.equals(Union.UPDATED_AT) || key.equals(Union.EXTRA)) return;
                    changes.add(new Change(key, merge.before().getOrDefault(key, ""), text));
                });
        history.add(viewer, merge.winner(), changes, merge.at());
        rows.nameInHistory(viewer, merge.id(), merge.winner(), merge.at());
        audit.record(
                viewer,
                word(merge.kind()) + ".merged",
                merge.winner(),
                changes.stream().map(Change::field).toArray(String[]::new));
        audit.record(viewer, word(merge.kind()) + ".merged-away", merge.loser());
    }

    /** Who works there: their search words name the company. */
    private List<PersonId> workers(Viewer viewer, RecordKind kind, UUID id) {
        return kind == RecordKind.ACCOUNT ? companies.people(viewer, new AccountId(id)) : List.of();
    }

    private void refresh(
            Viewer viewer, RecordKind kind, List<UUID> records, List<PersonId> workers) {
        people.refreshSearch(
                viewer,
                kind == RecordKind.CONTACT
                        ? records.stream().map(PersonId::new).toList()
                        : workers);
    }

    /** Every address with whose it was before anybody was joined; the oldest merges first. */
    private Map<String, UUID> addresses(
            Viewer viewer, RecordKind kind, UUID id, Map<String, String> state) {
        Map<String, UUID> whose = new LinkedHashMap<>();
        for (Merge earlier : rows.around(viewer, states.members(viewer, kind, id)))
            keys(earlier.loserBefore()).forEach(key -> whose.putIfAbsent(key, earlier.loser()));
        keys(state).forEach(key -> whose.putIfAbsent(key, id));
        return whose;
    }

    private static List<String> keys(Map<String, String> state) {
        return FieldText.points(Kind.MAIL, state.getOrDefault("mail", "")).stream()
                .map(PointDraft::key)
                .toList();
    }

    /** Empty also where the record that stayed is out of the viewer's sight. */
    public Optional<Merge> one(Viewer viewer, UUID id) {
        return rows.one(viewer, id)
                .filter(merge -> states.root(viewer, merge.kind(), merge.winner()).isPresent());
    }

    /** What became of undoing: who stands by itself again, and who goes on. */
    public record Undone(RecordKind kind, UUID back, String name, UUID holder) {}

    /**
     * Makes two of one again, each as it was; what was changed since stays with the record that
     * stayed, but for the other's own addresses.
     *
     * @return empty when there is no such merge
     * @throws Refused when that makes no sense any more
     */
    @Transactional
    public Optional<Undone> undo(Viewer viewer, UUID id) {
        identities.change(viewer);
        return one(viewer, id).map(merge -> undo(viewer, merge));
    }

    private Undone undo(Viewer viewer, Merge merge) {
        if (merge.undone()) throw new Refused("merge", "These are two already");
        RecordKind kind = merge.kind();
        UUID holder = states.root(viewer, kind, merge.winner()).orElseThrow();
        if (!states.isThere(viewer, kind, holder))
            throw new Refused(
                    "merge", "The record that they became was deleted. Bring it back first.");
        Map<String, String> now = states.read(viewer, kind, holder);
        Map<String, String> back =
                merge.union().withOwnEdits(merge.loserBefore(), merge.after(), now);
        List<PersonId> workers = workers(viewer, kind, holder);
        List<UUID> group = states.members(viewer, kind, holder);
        Map<String, String> rest = new OtherPast(rows, states, viewer, merge).write(holder, now);
        restore(viewer, merge, back);
        rows.end(viewer, merge.id(), now());
        List<UUID> members = states.members(viewer, kind, merge.loser());
        Parted parted =
                new Parted(
                        merge.id(),
                        kind,
                        holder,
                        new HashSet<>(group),
                        merge.loser(),
                        new HashSet<>(members),
                        new HashSet<>(keys(back)));
        rooms.orderedStream().forEach(room -> room.part(viewer, parted));
        refresh(viewer, kind, List.of(holder, merge.loser()), workers);
        audit.record(
                viewer,
                word(kind) + ".parted",
                holder,
                merge.union().changed(now, rest).keySet().toArray(String[]::new));
        audit.record(viewer, word(kind) + ".back", merge.loser());
        return new Undone(kind, merge.loser(), merge.loserName(), holder);
    }

    private void restore(Viewer viewer, Merge merge, Map<String, String> back) {
        List<String> own =
                merge.kind() == RecordKind.CONTACT
                        ? keys(back)
                        : FieldText.list(back.getOrDefault("domain", ""));
        states.holder(viewer, merge.kind(), own, List.of(merge.loser()))
                .ifPresent(words -> {
                    throw new Refused("merge", words + ". Take it off there first.");
                });
        Map<String, String> given = merge.union().changed(merge.loserBefore(), back);
        for (String key : List.of("mail", "domain"))
            if (back.containsKey(key)) given.put(key, back.getOrDefault(key, ""));
        states.show(viewer, merge.kind(), merge.loser());
        states.write(
                viewer,
                merge.kind(),
                merge.loser(),
                given,
                Instant.parse(back.getOrDefault(Union.UPDATED_AT, "")));
    }

    /** Where a record that was joined to another is now. */
    public Optional<UUID> movedTo(Viewer viewer, RecordKind kind, UUID id) {
        return states.root(viewer, kind, id).filter(root -> !root.equals(id));
    }

    /** What was joined to this record and still is, newest first. */
    public List<Merge> of(Viewer viewer, RecordKind kind, UUID id) {
        return rows.around(viewer, states.members(viewer, kind, id)).reversed();
    }

    private Instant now() {
        return clock.instant();
    }
}
