package app.rapport.experience;

import app.rapport.customerbase.Proportion;
import app.rapport.customerbase.Range;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Figures;
import app.rapport.experience.model.Figures.Figure;
import app.rapport.experience.model.Figures.Tally;
import app.rapport.experience.store.AnswerRows;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What customers answered, one by one and together. */
@Service
public class Feedback {
    public static final int DAYS = 365;

    private final AnswerRows rows;
    private final Clock clock;

    Feedback(AnswerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Answer> heard(Viewer viewer, int most) {
        return rows.since(viewer, since(clock.instant()), most);
    }

    public Optional<Answer> one(Viewer viewer, UUID id) {
        return rows.one(viewer, id);
    }

    /**
     * All that was ever answered, the newest first.
     *
     * @throws app.rapport.kernel.Cursor.Foreign for a cursor that this list did not give
     */
    public Slice<Answer> page(Viewer viewer, String cursor, int most) {
        return Slice.of(
                rows.before(viewer, PlaceInTime.read(cursor), most + 1),
                most,
                last -> new PlaceInTime(last.at(), last.id()).text());
    }

    /**
     * @param answered share of those asked; empty where nobody was
     */
    public record Summary(List<Figure> figures, long asked, Optional<Range> answered) {}

    /** Of the last year. */
    public Summary summary(Viewer viewer, Instant at) {
        List<Tally> tallies = rows.tallies(viewer, since(at));
        long asked = rows.howManyAsked(viewer, since(at));
        long answers = Math.min(asked, tallies.stream().mapToLong(Tally::count).sum());
        return new Summary(
                Figures.of(tallies),
                asked,
                asked == 0 ? Optional.empty() : Optional.of(Proportion.range(answers, asked)));
    }

    private static Instant since(Instant at) {
        return at.minus(Duration.ofDays(DAYS));
    }
}
