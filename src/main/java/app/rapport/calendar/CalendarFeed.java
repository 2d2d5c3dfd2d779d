package app.rapport.calendar;

import app.rapport.access.Access;
import app.rapport.access.Audit;
import app.rapport.access.Member;
import app.rapport.access.Secrets;
import app.rapport.calendar.model.FeedText;
import app.rapport.calendar.store.ComingRows;
import app.rapport.calendar.store.FeedRows;
import app.rapport.database.CurrentWorkspace;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's coming meetings for other calendars, behind an address that nobody guesses. */
@Service
public class CalendarFeed {
    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(366);

    /** Ten devices that ask every five minutes. */
    private static final int MOST_AN_HOUR = 120;

    private final FeedRows feeds;
    private final ComingRows meetings;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    CalendarFeed(FeedRows feeds, ComingRows meetings, Access access, Audit audit, Clock clock) {
        this.feeds = feeds;
        this.meetings = meetings;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a secret opens. */
    public sealed interface Answer {
        record Calendar(String text) implements Answer {}

        record Nothing() implements Answer {}

        record TooOften() implements Answer {}
    }

    public Answer open(String secret) {
        return feeds.whose(Secrets.hash(secret))
                .flatMap(whose ->
                        CurrentWorkspace.call(
                                whose.workspace(),
                                () ->
                                        access.member(whose.workspace(), whose.member())
                                                .map(this::of)))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer of(Member member) {
        Instant now = clock.instant();
        Viewer viewer = member.viewer();
        if (feeds.asked(viewer, now.truncatedTo(ChronoUnit.HOURS)) > MOST_AN_HOUR)
            return new Answer.TooOften();
        return new Answer.Calendar(
                FeedText.of(meetings.between(viewer, now.minus(BACK), now.plus(AHEAD)), now));
    }

    public Optional<Instant> madeAt(Viewer viewer) {
        return feeds.madeAt(viewer);
    }

    /** A new secret; it is told this once, and the one before opens nothing any more. */
    @Transactional
    public String make(Viewer viewer) {
        String secret = Secrets.next();
        feeds.put(viewer, Secrets.hash(secret), clock.instant());
        audit.record(viewer, "calendar.opened", viewer.member().value());
        return secret;
    }

    @Transactional
    public void revoke(Viewer viewer) {
        feeds.remove(viewer);
        audit.record(viewer, "calendar.revoked", viewer.member().value());
    }
}
