package app.rapport.experience.web;

import app.rapport.experience.Feedback.Summary;
import app.rapport.experience.model.FigureWords;
import app.rapport.experience.model.Figures.Figure;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Occasion;
import app.rapport.ui.Page;
import app.rapport.ui.Tab;
import java.util.List;

/** The figures of the field over a year of answers. */
public record FiguresPage(Summary summary, List<Tab> tabs) implements Page {
    private static final double WIDTH = 240;

    public String answered() {
        return summary.answered().map(FigureWords::percent).orElse("nobody was asked");
    }

    /** Over all moments, one for each question. */
    public List<Figure> whole() {
        return summary.figures().stream().filter(one -> one.occasion().isEmpty()).toList();
    }

    public List<Figure> byMoment() {
        return summary.figures().stream().filter(one -> one.occasion().isPresent()).toList();
    }

    public static String name(Figure figure) {
        return switch (figure.measure()) {
            case NPS -> "Net Promoter Score";
            case CSAT -> "Satisfaction, 1 to 5";
            case CES -> "Ease, 1 to 7";
        };
    }

    public static String good(Figure figure) {
        return switch (figure.measure()) {
            case NPS -> "promoters";
            case CSAT -> "satisfied";
            case CES -> "found it easy";
        };
    }

    public static String main(Figure figure) {
        return figure.main().map(range -> FigureWords.main(figure.measure(), range)).orElse("");
    }

    public static String share(Figure figure) {
        return FigureWords.percent(figure.share());
    }

    public static String moment(Figure figure) {
        return figure.occasion().map(Occasion::words).orElse("");
    }

    public static double bandX(Figure figure) {
        return figure.main().map(range -> x(figure, range.low())).orElse(0.0);
    }

    public static double bandWidth(Figure figure) {
        return figure.main()
                .map(range -> x(figure, range.high()) - x(figure, range.low()))
                .orElse(0.0);
    }

    public static double markX(Figure figure) {
        return figure.main()
                .map(range -> Math.min(WIDTH - 3, x(figure, range.value())))
                .orElse(0.0);
    }

    private static double x(Figure figure, double value) {
        boolean nps = figure.measure() == Measure.NPS;
        double low = nps ? -100 : figure.measure().lowest();
        double high = nps ? 100 : figure.measure().highest();
        return Math.round((value - low) / (high - low) * WIDTH * 10) / 10.0;
    }
}
