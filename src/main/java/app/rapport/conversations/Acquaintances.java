package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.conversations.model.Acquaintance;
import app.rapport.conversations.store.AcquaintanceRows;
import app.rapport.conversations.store.ExchangeRows;
import app.rapport.kernel.Derived;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What passed between a member and everybody, as it stood at any moment. Summed up in a derived
 * table; where that does not hold for the moment asked for, or was never made, it is summed up from
 * the touches there and then, so that the answer is the same with and without the table.
 */
@Service
public class Acquaintances implements Derived {
    private final ExchangeRows exchanges;
    private final AcquaintanceRows rows;
    private final House house;
    private final Clock clock;

    Acquaintances(ExchangeRows exchanges, AcquaintanceRows rows, House house, Clock clock) {
        this.exchanges = exchanges;
        this.rows = rows;
        this.house = house;
        this.clock = clock;
    }

    /** Of the viewer with everybody, from what was known at that moment. */
    @Transactional(readOnly = true)
    public List<Acquaintance> at(Viewer viewer, Instant moment) {
        return all(viewer, moment).stream().filter(one -> one.exchanges() > 0).toList();
    }

    private List<Acquaintance> all(Viewer viewer, Instant moment) {
        Set<String> mine = house.us(viewer).mine();
        Map<MemberId, Set<String>> me = Map.of(viewer.member(), mine);
        if (!basis(mine).equals(rows.complete(viewer).get(viewer.member()))) {
            Sums sums = new Sums(moment);
            exchanges.ofEverybody(viewer, me, moment, sums::add);
            return sums.of(viewer.member());
        }
        Map<Boolean, List<Acquaintance>> kept =
                rows.of(viewer, viewer.member()).stream()
                        .collect(Collectors.partitioningBy(one -> one.isTrueOf(moment)));
        List<Acquaintance> all = new ArrayList<>(kept.getOrDefault(true, List.of()));
        List<PersonId> others =
                kept.getOrDefault(false, List.of()).stream().map(Acquaintance::person).toList();
        if (!others.isEmpty()) {
            Sums sums = new Sums(moment);
            exchanges.ofThese(viewer, me, others, moment, sums::add);
            all.addAll(sums.of(viewer.member()));
        }
        return all;
    }

    /** The member's own addresses decide which exchanges are theirs. */
    private static String basis(Set<String> mine) {
        return String.join(" ", new TreeSet<>(mine));
    }

    /** Last of those who conclude from it, so that the lock is held shortly. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(MailArchive.Grew grew) {
        rebuild(grew.viewer(), grew.viewer().member());
    }

    /** With these people, after something with them was added, moved or taken away. */
    @Transactional
    public void refresh(Viewer viewer, Collection<PersonId> people) {
        if (people.isEmpty()) return;
        rows.lock(viewer);
        Map<MemberId, Set<String>> own = holding(viewer);
        if (own.isEmpty()) return;
        Sums sums = new Sums(clock.instant());
        exchanges.ofThese(viewer, own, people, Acquaintance.NEVER, sums::add);
        rows.removeWith(viewer, own.keySet(), people);
        rows.add(viewer, sums.all());
    }

    /** Members whose rows hold, with their own addresses. */
    private Map<MemberId, Set<String>> holding(Viewer viewer) {
        Map<MemberId, Set<String>> own = new HashMap<>(house.ownAddressesOfAll(viewer));
        Map<MemberId, String> complete = rows.complete(viewer);
        own.keySet().retainAll(complete.keySet());
        own.entrySet().removeIf(one -> !basis(one.getValue()).equals(complete.get(one.getKey())));
        return own;
    }

    /** Of one member with everybody. */
    @Transactional
    public Rebuilt rebuild(Viewer viewer, MemberId member) {
        rows.lock(viewer);
        Set<String> own = house.ownAddressesOfAll(viewer).getOrDefault(member, Set.of());
        Map<PersonId, Acquaintance> before = byPerson(rows.of(viewer, member));
        Sums sums = new Sums(clock.instant());
        exchanges.ofEverybody(viewer, Map.of(member, own), Acquaintance.NEVER, sums::add);
        Map<PersonId, Acquaintance> facts = byPerson(sums.of(member));
        rows.removeOf(viewer, member);
        rows.add(viewer, sums.all());
        rows.isComplete(viewer, member, basis(own));
        return Rebuilt.of(before, facts, byPerson(rows.of(viewer, member)));
    }

    /** Of members for whom it was never made, or made with other addresses of their own. */
    @Transactional
    public void complete(Viewer viewer) {
        Set<MemberId> missing = new HashSet<>(house.members(viewer).keySet());
        missing.removeAll(holding(viewer).keySet());
        missing.forEach(member -> rebuild(viewer, member));
    }

    private static Map<PersonId, Acquaintance> byPerson(List<Acquaintance> all) {
        return all.stream().collect(Collectors.toMap(Acquaintance::person, Function.identity()));
    }

    @Override
    public String what() {
        return "acquaintances";
    }

    @Override
    @Transactional
    public Rebuilt rebuild(Viewer viewer) {
        Rebuilt all = new Rebuilt(0, 0, true);
        for (MemberId member : house.members(viewer).keySet()) {
            Rebuilt one = rebuild(viewer, member);
            all =
                    new Rebuilt(
                            all.rows() + one.rows(),
                            all.mended() + one.mended(),
                            all.equal() && one.equal());
        }
        return all;
    }

    /** Exchanges come ordered by member and person. */
    private static final class Sums {
        private final Instant moment;
        private final Map<MemberId, Map<PersonId, Acquaintance.Sum>> sums = new HashMap<>();

        Sums(Instant moment) {
            this.moment = moment;
        }

        void add(MemberId member, Acquaintance.Exchange one) {
            sums.computeIfAbsent(member, _ -> new HashMap<>())
                    .computeIfAbsent(one.person(), person -> new Acquaintance.Sum(person, moment))
                    .add(one);
        }

        List<Acquaintance> of(MemberId member) {
            return sums.getOrDefault(member, Map.of()).values().stream()
                    .map(Acquaintance.Sum::result)
                    .toList();
        }

        Map<MemberId, List<Acquaintance>> all() {
            return sums.keySet().stream().collect(Collectors.toMap(Function.identity(), this::of));
        }
    }
}
