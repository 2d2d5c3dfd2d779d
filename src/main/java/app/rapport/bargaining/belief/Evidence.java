package app.rapport.bargaining.belief;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Sketch;
import app.rapport.bargaining.Span;
import app.rapport.bargaining.Utility;
import java.util.List;
import java.util.Optional;

/** How probable a hypothesis is, given their offers, their words and what was known before. */
final class Evidence {
    /** So many offers are made for reasons that have nothing to do with utility. */
    private static final double STRAY = 0.01;

    /** Hardly anybody opens with what they do not want. */
    private static final double STRAY_OPENING = 1e-4;

    /**
     * Nobody offers just as the model has it, and one offer follows from another: n of them tell no
     * more than n * c / (n + c) that were drawn apart (Miller and Dunson 2019, Robust Bayesian
     * Inference via Coarsening, JASA 114:1113-1125).
     */
    private static final double COARSE = 30;

    private static final double BELIEVED = Math.log(0.9 / 0.1);
    private static final double SLACK = 0.05;

    private final Layout layout;
    private final List<Outcome> offers;
    private final Optional<Sketch> before;
    private final List<Saying> said;
    private final double outcomes;

    Evidence(
            Domain domain,
            Layout layout,
            List<Outcome> offers,
            Optional<Sketch> before,
            List<Saying> said) {
        this.layout = layout;
        this.offers = List.copyOf(offers);
        this.before = before;
        this.said = said;
        this.outcomes = domain.outcomes().doubleValue();
    }

    List<Outcome> offers() {
        return offers;
    }

    double logPosterior(double[] numbers) {
        Utility utility = layout.utility(numbers);
        double sum = layout.logPrior(numbers) + logLikelihood(numbers, utility);
        for (Saying saying : said) if (saying.agrees(utility)) sum += BELIEVED;
        if (before.isPresent()) sum -= misfit(utility, before.get());
        return sum;
    }

    private double logLikelihood(double[] numbers, Utility utility) {
        int noise = layout.noise(numbers);
        Density density = new Density(utility, noise);
        double opening = 0;
        double rest = 0;
        for (int i = 0; i < offers.size(); i++) {
            double aim = layout.aim(numbers, i / Math.max(1.0, offers.size() - 1.0));
            double near = Density.kernel(utility.of(offers.get(i)) - aim, noise);
            // no offer can be more certain than certain, however coarse the density
            double ratio = near / Math.max(density.near(aim), near / outcomes + 1e-300);
            if (i == 0) opening = logOf(ratio, STRAY_OPENING);
            else rest += logOf(ratio, STRAY);
        }
        return opening + rest * COARSE / (COARSE + offers.size());
    }

    private static double logOf(double ratio, double stray) {
        return Math.log((1 - stray) * ratio + stray);
    }

    /** How far weights and scores lie outside of their spans. */
    private static double misfit(Utility utility, Sketch before) {
        double sum = 0;
        for (int i = 0; i < utility.issues(); i++) {
            double weight = utility.best(i);
            sum += outside(before.weights().get(i), weight);
            for (int o = 0; o < utility.options(i); o++)
                sum +=
                        outside(
                                before.scores().get(i).get(o),
                                utility.of(i, o) / Math.max(weight, 1e-9));
        }
        return sum;
    }

    private static double outside(Span span, double value) {
        double by = Math.max(0, Math.max(span.low() - value, value - span.high())) / SLACK;
        return by * by / 2;
    }
}
