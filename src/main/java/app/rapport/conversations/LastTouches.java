package app.rapport.conversations;

import app.rapport.conversations.store.LastTalks;
import app.rapport.kernel.Derived;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.people.Standings;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the list of people when each was last in touch, in the transaction that changes it; can
 * always be told again from the touches.
 */
@Service
public class LastTouches implements Derived {
    private final LastTalks talks;
    private final Standings standings;
    private final Acquaintances acquaintances;
    private final Clock clock;

    LastTouches(LastTalks talks, Standings standings, Acquaintances acquaintances, Clock clock) {
        this.talks = talks;
        this.standings = standings;
        this.acquaintances = acquaintances;
        this.clock = clock;
    }

    @EventListener
    void on(MailArchive.Grew grew) {
        rebuild(grew.viewer());
    }

    /** Of these people, after something with them was added, moved or taken away. */
    @Transactional
    public void refresh(Viewer viewer, Set<PersonId> people) {
        if (people.isEmpty()) return;
        standings.lastTouch(viewer, people, talks.lastOf(viewer, people, clock.instant()));
        acquaintances.refresh(viewer, people);
    }

    /** As the list of people has it; absent where nobody was ever in touch. */
    public Map<PersonId, Instant> of(Viewer viewer, Collection<PersonId> people) {
        return standings.lastTouches(viewer, people);
    }

    @Override
    public String what() {
        return "last touches";
    }

    /** Of everybody in the workspace. */
    @Override
    @Transactional
    public Rebuilt rebuild(Viewer viewer) {
        Map<PersonId, Instant> before = standings.lastTouches(viewer);
        Map<PersonId, Instant> told = talks.lastOf(viewer, Set.of(), clock.instant());
        standings.lastTouchOfAll(viewer, told);
        return Rebuilt.of(before, told, standings.lastTouches(viewer));
    }
}
