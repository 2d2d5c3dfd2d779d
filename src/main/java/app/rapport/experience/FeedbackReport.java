package app.rapport.experience;

import app.rapport.customerbase.Range;
import app.rapport.experience.model.FigureWords;
import app.rapport.experience.model.Figures.Figure;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.ReportSource;
import app.rapport.kernel.ReportTable;
import app.rapport.kernel.ReportTable.Cell;
import app.rapport.kernel.ReportTable.Column;
import app.rapport.kernel.ReportTable.Count;
import app.rapport.kernel.ReportTable.Words;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers answered when they were asked, in the figures of the field. */
@Component
class FeedbackReport implements ReportSource {
    private final Feedback feedback;

    FeedbackReport(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public String key() {
        return "feedback";
    }

    @Override
    public String title() {
        return "Feedback";
    }

    @Override
    public String question() {
        return "What do customers say when we ask them how it was?";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public ReportTable answer(Viewer viewer, Instant now) {
        Feedback.Summary summary = feedback.summary(viewer, now);
        return new ReportTable(
                "In a year "
                        + summary.asked()
                        + " were asked and "
                        + summary.answered().map(FigureWords::percent).orElse("nobody")
                        + " answered. Ranges hold the true figure in 90 of 100 cases.",
                List.of(
                        Column.plain("Question"),
                        Column.plain("After"),
                        Column.drawn("Answers"),
                        Column.plain("Score or mean"),
                        Column.plain("Promoters, satisfied, easy")),
                summary.figures().stream().map(FeedbackReport::row).toList(),
                "Nobody has answered a question yet. Note a moment that matters on a person's page, and ask.");
    }

    private static List<Cell> row(Figure figure) {
        return List.of(
                Words.of(figure.measure().title()),
                Words.of(figure.occasion().map(Occasion::words).orElse("all moments")),
                new Count(figure.answers()),
                figure.main()
                        .<Cell>map(range -> Words.of(main(figure, range)))
                        .orElse(new ReportTable.Nothing("not known yet: too few answers")),
                Words.of(FigureWords.percent(figure.share())));
    }

    private static String main(Figure figure, Range range) {
        return FigureWords.main(figure.measure(), range);
    }
}
