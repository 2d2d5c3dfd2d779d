package app.rapport.bargaining;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A side of which not all is known: weights of issues and scores of options may be spans. An
 * outcome is then worth something between {@link #least()} and {@link #most()}; the frontier is
 * drawn for {@link #likely()}, the middle of each.
 */
public record Sketch(
        List<Span> weights,
        List<List<Span>> scores,
        OptionalDouble reservation,
        OptionalDouble discount) {
    public Sketch {
        weights = List.copyOf(weights);
        scores = scores.stream().map(List::copyOf).toList();
    }

    public Utility likely() {
        return utility(Span::middle);
    }

    /** As far as no score is below 0. */
    public Utility least() {
        return utility(Span::low);
    }

    public Utility most() {
        return utility(Span::high);
    }

    public boolean sure() {
        return weights.stream().allMatch(Span::sure)
                && scores.stream().flatMap(List::stream).allMatch(Span::sure);
    }

    private Utility utility(ToDoubleFunction<Span> taken) {
        double[][] worth = new double[weights.size()][];
        for (int i = 0; i < worth.length; i++) {
            double weight = taken.applyAsDouble(weights.get(i));
            worth[i] =
                    scores.get(i).stream()
                            .mapToDouble(score -> weight * taken.applyAsDouble(score))
                            .toArray();
        }
        return new Utility(worth, reservation, discount);
    }
}
