package app.rapport.people;

import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.store.LastTouchTimes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the list of people sorts by and only a room below knows: people keep the column, whoever
 * knows the fact tells it, in the transaction that changes the fact.
 */
@Service
public class Standings {
    private final LastTouchTimes times;

    Standings(LastTouchTimes times) {
        this.times = times;
    }

    /** Of these people; who is absent from {@code last} was never in touch. */
    @Transactional
    public void lastTouch(Viewer viewer, Set<PersonId> people, Map<PersonId, Instant> last) {
        if (!people.isEmpty()) times.set(viewer, people, last);
    }

    /** Of everybody. */
    @Transactional
    public void lastTouchOfAll(Viewer viewer, Map<PersonId, Instant> last) {
        Set<PersonId> people = new HashSet<>(times.all(viewer).keySet());
        people.addAll(last.keySet());
        lastTouch(viewer, people, last);
    }

    /** Of these people; absent where nobody was ever in touch. */
    public Map<PersonId, Instant> lastTouches(Viewer viewer, Collection<PersonId> people) {
        return times.of(viewer, people);
    }

    /** As it stands, to be compared with what a rebuild says. */
    public Map<PersonId, Instant> lastTouches(Viewer viewer) {
        return times.all(viewer);
    }
}
