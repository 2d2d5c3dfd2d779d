package app.rapport.bargaining.belief;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Sketch;
import app.rapport.bargaining.Span;
import app.rapport.bargaining.Utility;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What we believe of the other side: hypotheses drawn by their probability. Utilities have no unit
 * (von Neumann and Morgenstern 1944): 0 is their worst outcome and 1 their best. Spans hold the
 * truth {@value #SURE} of the time, as far as they negotiate like those it was measured on.
 */
public final class Belief {
    /** How often a span is meant to hold the truth. */
    public static final double SURE = 0.8;

    private final List<Utility> hypotheses;

    Belief(List<Utility> hypotheses) {
        this.hypotheses = List.copyOf(hypotheses);
    }

    /** The mean of all hypotheses. */
    public Utility likely() {
        Utility first = hypotheses.getFirst();
        double[][] worth = new double[first.issues()][];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = new double[first.options(i)];
            for (int o = 0; o < worth[i].length; o++) worth[i][o] = mean(i, o);
        }
        return new Utility(worth);
    }

    private double mean(int issue, int option) {
        return hypotheses.stream().mapToDouble(h -> h.of(issue, option)).average().orElse(0);
    }

    /** What an outcome is probably worth to them. */
    public Span worth(Outcome outcome) {
        return span(hypothesis -> hypothesis.of(outcome));
    }

    /** How much an issue matters: from its worst option to its best, of 1 for all. */
    public Span weight(int issue) {
        return span(hypothesis -> hypothesis.best(issue));
    }

    /** How an option compares with the issue's worst, which is 0, and its best, which is 1. */
    public Span score(int issue, int option) {
        return span(hypothesis ->
                hypothesis.of(issue, option) / Math.max(1e-9, hypothesis.best(issue)));
    }

    /** The chance that they like one outcome better than another. */
    public double prefers(Outcome one, Outcome other) {
        return hypotheses.stream()
                .mapToDouble(h -> h.of(one) >= h.of(other) ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** The spans of all weights and scores. */
    public Sketch sketch(Domain domain) {
        return new Sketch(
                IntStream.range(0, domain.size()).mapToObj(this::weight).toList(),
                IntStream.range(0, domain.size())
                        .mapToObj(issue ->
                                IntStream.range(0, domain.options(issue))
                                        .mapToObj(option -> score(issue, option))
                                        .toList())
                        .toList(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private Span span(ToDoubleFunction<Utility> measure) {
        double[] values = hypotheses.stream().mapToDouble(measure).sorted().toArray();
        double out = (1 - SURE) / 2;
        int low = (int) Math.floor(out * (values.length - 1));
        int high = (int) Math.ceil((1 - out) * (values.length - 1));
        return new Span(values[low], values[high]);
    }
}
