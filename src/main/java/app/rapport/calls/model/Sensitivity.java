package app.rapport.calls.model;

import app.rapport.calls.model.CaseFigures.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much the result hangs on each line alone: everything else as expected, this one at its worst
 * and at its best (a tornado diagram; Eschenbach 1992, "Spiderplots versus Tornado Diagrams for
 * Sensitivity Analysis"). A benefit at its worst does not come at all, unless it is certain; at its
 * best it comes in full. One of which nobody said how certain it is stands in no sum, nor here.
 *
 * @param expected worth when all is as expected
 * @param swings widest first
 */
public record Sensitivity(double expected, List<Swing> swings) {
    private static final int SHOWN = 8;

    /**
     * @param worst worth of the whole case then
     */
    public record Swing(String name, double worst, double best) {
        double width() {
            return best - worst;
        }
    }

    public static Sensitivity of(BusinessCase of, CaseFigures figures) {
        Reading expected = figures.expected();
        List<Swing> swings =
                Stream.concat(
                                of.costs().stream().map(line -> swing(of, expected, line)),
                                of.benefits().stream()
                                        .filter(line -> line.certainty().isPresent())
                                        .map(line -> swing(of, expected, line)))
                        .filter(swing -> swing.width() > 0.5)
                        .sorted(Comparator.comparingDouble(Swing::width).reversed())
                        .limit(SHOWN)
                        .toList();
        return new Sensitivity(expected.worth(), swings);
    }

    private static Swing swing(BusinessCase of, Reading expected, CaseCost line) {
        double standing = worth(of, expected, line, line.amount().map(Span::middle).orElse(0.0));
        double most = worth(of, expected, line, line.amount().map(Span::most).orElse(0.0));
        double least = worth(of, expected, line, line.amount().map(Span::least).orElse(0.0));
        return new Swing(
                line.name(),
                expected.worth() + standing - most,
                expected.worth() + standing - least);
    }

    private static Swing swing(BusinessCase of, Reading expected, CaseBenefit line) {
        boolean certain = line.certainty().filter(percent -> percent == 100).isPresent();
        double standing = worth(of, expected, line, CaseFigures.likely(line));
        double least =
                certain ? worth(of, expected, line, line.amount().map(Span::least).orElse(0.0)) : 0;
        double most = worth(of, expected, line, line.amount().map(Span::most).orElse(0.0));
        return new Swing(
                line.name(),
                expected.worth() - standing + least,
                expected.worth() - standing + most);
    }

    private static double worth(BusinessCase of, Reading expected, CaseLine line, double amount) {
        return line.timing().of(amount, of.years()).npv(expected.rate().orElse(0));
    }
}
