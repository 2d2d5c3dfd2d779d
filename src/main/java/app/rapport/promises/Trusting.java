package app.rapport.promises;

import app.rapport.access.Refused;
import app.rapport.kernel.Estimate;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deed;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Promise.Side;
import app.rapport.promises.model.State;
import app.rapport.promises.model.Trust;
import app.rapport.promises.model.TrustEntry;
import app.rapport.promises.store.DeedRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far they may rely on us and we on them, and what that rests on. */
@Service
public class Trusting {
    private static final int LONGEST = 500;

    private final Promises promises;
    private final DeedRows deeds;
    private final Clock clock;

    Trusting(Promises promises, DeedRows deeds, Clock clock) {
        this.promises = promises;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * @param inUs theirs in us, from what we promised and did; {@code inThem} ours in them
     * @param entries newest first
     */
    public record Both(Estimate inUs, Estimate inThem, List<TrustEntry> entries) {
        public List<TrustEntry> of(Side side) {
            return entries.stream().filter(entry -> entry.side() == side).toList();
        }
    }

    public Both with(Viewer viewer, PersonId person, Instant at) {
        Stream<TrustEntry> kept =
                promises.with(viewer, person, at).stream()
                        .filter(promise -> promise.side() != Side.TASK)
                        .map(promise -> entry(promise, viewer))
                        .filter(entry -> entry.good() + entry.bad() > 0);
        List<TrustEntry> entries =
                Stream.concat(kept, deeds.with(viewer, person, at).stream().map(Deed::entry))
                        .sorted(Comparator.comparing(TrustEntry::at).reversed())
                        .toList();
        return new Both(
                Trust.of(of(entries, Side.OURS), at),
                Trust.of(of(entries, Side.THEIRS), at),
                entries);
    }

    private static List<TrustEntry> of(List<TrustEntry> entries, Side side) {
        return entries.stream().filter(entry -> entry.side() == side).toList();
    }

    private static TrustEntry entry(Promise promise, Viewer viewer) {
        State state = promise.state(viewer.zone());
        String what = promise.what().isEmpty() ? "A promise made in a mail" : promise.what();
        return new TrustEntry(
                promise.side(),
                promise.standing().getLast().at(),
                TrustEntry.goodOf(state) * promise.weight(),
                TrustEntry.badOf(state) * promise.weight(),
                what + ": " + state.words(),
                "/promises/" + promise.id(),
                Optional.empty());
    }

    /** The deed's id, by which it can be taken back. */
    @Transactional
    public UUID record(
            Viewer viewer, PersonId person, Side side, boolean good, int weight, String words) {
        String said = words.replace('\0', ' ').strip(); // which PostgreSQL keeps nowhere
        if (said.isEmpty()) throw new Refused("words", "Say what was done");
        if (said.length() > LONGEST) throw new Refused("words", LONGEST + " letters at most");
        Deed deed =
                new Deed(Uuid7.next(), side, good, Math.clamp(weight, 1, 3), said, clock.instant());
        deeds.add(viewer, person, deed);
        return deed.id();
    }

    @Transactional
    public boolean takeBack(Viewer viewer, PersonId person, UUID deed) {
        return deeds.takeBack(viewer, person, deed, clock.instant());
    }
}
