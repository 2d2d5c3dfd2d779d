package app.rapport.experience;

import app.rapport.access.Refused;
import app.rapport.experience.model.Occasion;
import app.rapport.experience.model.TouchPoint;
import app.rapport.experience.store.TouchPointRows;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit of the points where customers meet us: each is walked and judged once a quarter. */
@Service
public class TouchPoints {
    private static final Duration COUNTED = Duration.ofDays(365);

    private final TouchPointRows rows;
    private final Clock clock;

    TouchPoints(TouchPointRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public List<TouchPoint> all(Viewer viewer) {
        return rows.all(viewer, clock.instant().minus(COUNTED));
    }

    /** Taken out of the list; they can be brought back. */
    public List<TouchPoint.Retired> retired(Viewer viewer) {
        return rows.retired(viewer);
    }

    public boolean begun(Viewer viewer) {
        return rows.any(viewer);
    }

    @Transactional
    public UUID add(Viewer viewer, String typed, Optional<Occasion> occasion) {
        String name = Experiences.line(typed);
        if (name.isEmpty()) throw new Refused("name", "Give the point a name");
        UUID id = Uuid7.next();
        rows.add(viewer, id, name, occasion, clock.instant());
        return id;
    }

    @Transactional
    public boolean retire(Viewer viewer, UUID point) {
        return rows.retire(viewer, point, Optional.of(clock.instant()));
    }

    @Transactional
    public boolean bringBack(Viewer viewer, UUID point) {
        return rows.retire(viewer, point, Optional.empty());
    }

    /**
     * @param judgement 1 to 5
     * @return the walk's id; empty where there is no such point
     */
    @Transactional
    public Optional<UUID> walk(Viewer viewer, UUID point, int judgement, String typed) {
        if (!rows.isThere(viewer, point)) return Optional.empty();
        if (judgement < 1 || judgement > 5) throw new Refused("judgement", "Judge it from 1 to 5");
        String words = Experiences.line(typed);
        if (words.isEmpty()) throw new Refused("words", "Say what you met there");
        Instant now = clock.instant();
        UUID id = Uuid7.next();
        rows.walk(viewer, id, point, judgement, words, now);
        return Optional.of(id);
    }

    @Transactional
    public boolean takeBackWalk(Viewer viewer, UUID walk) {
        return rows.takeBackWalk(viewer, walk, clock.instant());
    }
}
