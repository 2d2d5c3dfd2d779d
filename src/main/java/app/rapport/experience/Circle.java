package app.rapport.experience;

import app.rapport.access.Refused;
import app.rapport.conversations.Channel;
import app.rapport.conversations.Conversations;
import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Change;
import app.rapport.experience.store.AnswerRows;
import app.rapport.experience.store.ChangeRows;
import app.rapport.experience.store.ChangeRows.Outcome;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was heard, what was changed because of it, and whether the customer was told. */
@Service
public class Circle {
    private static final int SHOWN = 100;

    private final ChangeRows rows;
    private final AnswerRows answers;
    private final Conversations conversations;
    private final Clock clock;

    Circle(ChangeRows rows, AnswerRows answers, Conversations conversations, Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Change> changes(Viewer viewer) {
        return rows.newest(viewer, PlaceInTime.START, SHOWN);
    }

    /**
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Change> page(Viewer viewer, String cursor, int most) {
        return Slice.of(
                rows.newest(viewer, PlaceInTime.read(cursor), most + 1),
                most,
                last -> new PlaceInTime(last.at(), last.id()).text());
    }

    /** What became of these answers, by their ids. */
    public Map<UUID, List<Outcome>> outcomes(Viewer viewer, Collection<Answer> of) {
        return rows.outcomes(viewer, of);
    }

    /** Notes what is other than before because of an answer; the change's id. */
    @Transactional
    public UUID change(Viewer viewer, UUID answer, String typed) {
        known(viewer, answer);
        String words = Experiences.line(typed);
        if (words.isEmpty()) throw new Refused("words", "Say what is other than before");
        UUID id = Uuid7.next();
        rows.add(viewer, id, words, clock.instant());
        rows.tie(viewer, id, answer);
        return id;
    }

    /** The same change was because of this answer too. */
    @Transactional
    public void tie(Viewer viewer, UUID answer, UUID change) {
        known(viewer, answer);
        if (!rows.isThere(viewer, change)) throw new Refused("change", "There is no such change");
        rows.tie(viewer, change, answer);
    }

    /** Logs that the customer was told, by a touch; its id. */
    @Transactional
    public TouchId tell(Viewer viewer, UUID change, UUID answer, Channel channel, String words) {
        Answer said = known(viewer, answer);
        Instant now = clock.instant();
        TouchId touch =
                conversations.log(
                        viewer,
                        new TypedTouch(
                                channel,
                                List.of(said.person()),
                                now,
                                channel == Channel.MEETING ? Side.BOTH : Side.YOU,
                                Optional.empty(),
                                "Told what changed because of their answer",
                                words,
                                Optional.empty()));
        if (!rows.told(viewer, change, answer, touch, now))
            throw new Refused("change", "They were told already");
        return touch;
    }

    @Transactional
    public boolean takeBack(Viewer viewer, UUID change) {
        return rows.takeBack(viewer, change, clock.instant());
    }

    private Answer known(Viewer viewer, UUID answer) {
        return answers.one(viewer, answer)
                .orElseThrow(() -> new Refused("answer", "There is no such answer"));
    }
}
