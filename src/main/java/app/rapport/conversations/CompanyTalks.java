package app.rapport.conversations;

import app.rapport.access.House;
import app.rapport.access.Us;
import app.rapport.conversations.model.Sides;
import app.rapport.conversations.store.AnswersOwed;
import app.rapport.conversations.store.CompanyTouches;
import app.rapport.kernel.LastTalk;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What passed between us and many people, such as all of a company. */
@Service
public class CompanyTalks implements LastTalk {
    /** An older question is no longer waited for; Today lets go of it as well. */
    private static final Duration WAITS = Duration.ofDays(21);

    private final CompanyTouches touches;
    private final Conversations conversations;
    private final AnswersOwed owed;
    private final House house;

    CompanyTalks(
            CompanyTouches touches, Conversations conversations, AnswersOwed owed, House house) {
        this.touches = touches;
        this.conversations = conversations;
        this.owed = owed;
        this.house = house;
    }

    @Override
    public Map<PersonId, Talk> lastTalks(Viewer viewer, Collection<PersonId> people, Instant at) {
        return people.isEmpty() ? Map.of() : touches.last(viewer, sides(viewer), people, at);
    }

    /** The newest touches with any of them, newest first. */
    public List<Touch> story(Viewer viewer, Collection<PersonId> people, Instant at, int limit) {
        List<TouchId> newest = touches.newest(viewer, people, at, limit);
        Map<TouchId, Touch> found = conversations.touches(viewer, newest);
        return newest.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
    }

    /** Exchanges with all of them, as one rhythm. */
    public RhythmView rhythm(Viewer viewer, Collection<PersonId> people, Instant at) {
        Instant from = at.minus(RhythmView.SHOWN.multipliedBy(3));
        return RhythmView.of(touches.beats(viewer, sides(viewer), people, from, at), at);
    }

    /** The viewer's mails from any of them that wait for an answer, newest first. */
    public List<AnswersOwed.Owed> open(Viewer viewer, Collection<PersonId> people, Instant at) {
        Set<PersonId> who = new HashSet<>(people);
        return owed.open(viewer, at.minus(WAITS), at).stream()
                .filter(mail -> who.contains(mail.person()))
                .toList();
    }

    private Sides sides(Viewer viewer) {
        Us us = house.us(viewer);
        return new Sides(us.mine(), us.colleagues(), us.domains());
    }
}
