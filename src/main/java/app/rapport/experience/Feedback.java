package app.rapport.experience;

import app.rapport.customerbase.Proportion;
import app.rapport.customerbase.Range;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Figures;
import app.rapport.experience.model.Figures.Figure;
import app.rapport.experience.model.Figures.Tally;
import app.rapport.experience.store.AnswerRows;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
