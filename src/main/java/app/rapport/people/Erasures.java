package app.rapport.people;

import app.rapport.access.Audit;
import app.rapport.access.House;
import app.rapport.access.Refused;
import app.rapport.access.Us;
import app.rapport.database.Sweep;
import app.rapport.database.Tombstones;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.PersonRecords;
import app.rapport.kernel.PersonRecords.Erased;
import app.rapport.kernel.PersonRecords.Fact;
import app.rapport.kernel.RecordKind;
import app.rapport.kernel.Redaction;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.ErasedRecords;
import app.rapport.people.store.IdentityLock;
import app.rapport.people.store.RecordStates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that is known of a person: handed out to them, or erased for good. */
@Service
public class Erasures {
    private final ErasedRecords records;
    private final IdentityLock identities;
    private final RecordStates states;
    private final ObjectProvider<PersonRecords> rooms;
    private final Tombstones tombstones;
    private final Sweep sweep;
    private final House house;
    private final Audit audit;
    private final Clock clock;

    Erasures(
            ErasedRecords records,
            IdentityLock identities,
            RecordStates states,
            ObjectProvider<PersonRecords> rooms,
            Tombstones tombstones,
            Sweep sweep,
            House house,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.identities = identities;
        this.states = states;
        this.rooms = rooms;
        this.tombstones = tombstones;
        this.sweep = sweep;
        this.house = house;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many of each would go, in words. */
    public record Preview(Map<String, Long> goes, List<String> addresses, List<String> named) {}

    @Transactional(readOnly = true)
    public Preview preview(Viewer viewer, PersonId person) {
        Erased erased = whole(viewer, person);
        Map<String, Long> goes = new TreeMap<>();
        rooms.orderedStream()
                .forEach(room ->
                        room.counts(viewer, erased)
                                .forEach((what, n) -> goes.merge(what, n, Long::sum)));
        goes.values().removeIf(n -> n == 0);
        return new Preview(goes, List.copyOf(erased.addresses()), erased.words().words());
    }

    /** Every fact that any room has of a person, with where each came from. */
    @Transactional(readOnly = true)
    public List<Fact> facts(Viewer viewer, PersonId person) {
        Erased whole = whole(viewer, person);
        List<Fact> facts = new ArrayList<>();
        rooms.orderedStream().forEach(room -> facts.addAll(room.facts(viewer, whole)));
        return facts;
    }

    /**
     * Erases a person and all that was joined to them.
     *
     * @throws Refused when it is a colleague who is a member here
     */
    @Transactional
    public void erase(Viewer viewer, PersonId person) {
        identities.change(viewer);
        Erased erased = whole(viewer, person);
        Us us = house.us(viewer);
        if (erased.addresses().stream()
                .anyMatch(address ->
                        us.mine().contains(address) || us.colleagues().contains(address)))
            throw new Refused("name", "This is a member's own address. Remove the member first");
        erase(viewer, person, erased);
    }

    private void erase(Viewer viewer, PersonId person, Erased erased) {
        tombstones.begin(viewer, person, clock.instant());
        List<String> stones =
                new ArrayList<>(erased.addresses().stream().map(Tombstones::address).toList());
        rooms.orderedStream().forEach(room -> stones.addAll(room.erase(viewer, erased)));
        records.remove(viewer, erased.people());
        sweep.of(viewer, erased.words());
        tombstones.raise(viewer, person, stones);
        audit.record(viewer, "contact.erased", person.value());
    }

    private Erased whole(Viewer viewer, PersonId person) {
        Set<UUID> people =
                new HashSet<>(states.members(viewer, RecordKind.CONTACT, person.value()));
        return whole(viewer, people, Set.of());
    }

    private Erased whole(Viewer viewer, Set<UUID> people, Set<String> more) {
        ErasedRecords.Known known = records.known(viewer, people, more);
        Set<String> names = new HashSet<>(known.names());
        names.addAll(known.parts());
        names.addAll(known.addresses());
        names.addAll(known.phones());
        Set<String> everywhere = new HashSet<>(known.addresses());
        known.phones().stream()
                .filter(number -> !records.isAnothersNumber(viewer, number, people))
                .forEach(everywhere::add);
        known.names().stream()
                .filter(name -> name.strip().contains(" "))
                .filter(name -> !records.isAnothers(viewer, name, people))
                .forEach(everywhere::add);
        return new Erased(
                people, known.addresses(), new Redaction(names), new Redaction(everywhere));
    }

    /** The person whose address that is. */
    public Optional<PersonId> byAddress(Viewer viewer, String address) {
        return records.byAddress(viewer, address);
    }

    /**
     * After a restore: erases again whom the file beside the database names and this workspace has.
     *
     * @return how many there were
     */
    @Transactional
    public int again(Viewer viewer) {
        identities.change(viewer);
        Set<String> addresses = records.everyAddress(viewer);
        Map<String, String> byDigest =
                addresses.stream()
                        .collect(
                                Collectors.toMap(
                                        address ->
                                                tombstones.digest(
                                                        viewer.workspace().value(),
                                                        Tombstones.address(address)),
                                        address -> address));
        int erased = 0;
        for (Tombstones.Line line : tombstones.outside()) {
            if (!line.workspace().equals(viewer.workspace().value())) continue;
            Set<String> theirs = new HashSet<>();
            line.digests()
                    .forEach(digest ->
                            Optional.ofNullable(byDigest.get(digest)).ifPresent(theirs::add));
            Set<UUID> people = new HashSet<>(records.holders(viewer, theirs));
            people.add(line.person());
            Set<UUID> all = new HashSet<>();
            people.forEach(id -> all.addAll(states.members(viewer, RecordKind.CONTACT, id)));
            if (theirs.isEmpty() && !records.anyThere(viewer, all)) continue;
            erase(viewer, new PersonId(line.person()), whole(viewer, all, theirs));
            erased++;
        }
        return erased;
    }
}
