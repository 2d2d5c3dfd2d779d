package app.rapport.mirror.web;

import app.rapport.kernel.Estimate;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Reflection;
import app.rapport.ui.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure as a drawn distribution.
 *
 * @param finding in a sentence; empty where there is none
 * @param home under which its facts open; empty where they do not
 */
public record FigureView(Figure figure, String finding, Map<Group, Long> counts, String home) {
    private static final double SOME = .5;
    private static final double MOST = .9;

    static FigureView of(Figure figure, Reflection facts, String home) {
        return new FigureView(figure, finding(figure, facts), facts.counts(figure), home);
    }

    private static String finding(Figure figure, Reflection facts) {
        return facts.within(figure, SOME)
                .map(half ->
                        "Of "
                                + facts.answers(figure)
                                + " answers half came within "
                                + Times.span(half)
                                + ", nine of ten within "
                                + facts.within(figure, MOST)
                                        .map(span -> Times.span(span))
                                        .orElse("")
                                + ".")
                .orElse("");
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<Bar> bars() {
        long longest =
                Math.max(1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return figure.groups().stream()
                .map(group -> {
                    long count = counts.getOrDefault(group, 0L);
                    return new Bar(group, count, 100.0 * count / longest, href(group, count));
                })
                .toList();
    }

    private Optional<String> href(Group group, long count) {
        return home.isEmpty() || count == 0
                ? Optional.empty()
                : Optional.of(home + "/facts/" + figure.key() + "/" + group.key());
    }

    /**
     * @param width in percent of the longest
     */
    public record Bar(Group group, long count, double width, Optional<String> href) {}

    /** "62% (48 to 74)". */
    static String share(Estimate share) {
        return share instanceof Estimate.Known known
                ? "%d%% (%d to %d)"
                        .formatted(
                                Math.round(known.value()),
                                Math.round(known.low()),
                                Math.round(known.high()))
                : "";
    }
}
