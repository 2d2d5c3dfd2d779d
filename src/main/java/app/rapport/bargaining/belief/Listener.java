package app.rapport.bargaining.belief;

import app.rapport.bargaining.Domain;
import app.rapport.bargaining.Outcome;
import app.rapport.bargaining.Sketch;
import app.rapport.bargaining.Utility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns what the other side cares for from the offers it made, in their order. Bayes' rule over
 * weights, scores and the course of concessions, as Hindriks and Tykhonov (2008, Opponent Modelling
 * in Automated Multi-Issue Negotiation Using Bayesian Learning, AAMAS 331-338), with two
 * differences: an offer is as likely as it is near to what they aim at <em>among all outcomes there
 * are</em>, so that a hypothesis by which they like everything explains nothing; and how they
 * concede is learned with it (after Faratin, Sierra and Jennings 1998) instead of taken to be
 * linear. The sum over hypotheses is drawn by Metropolis steps (Metropolis et al. 1953), with a
 * seed, so that the same offers give the same belief.
 */
public final class Listener {
    private static final int BEGINNINGS = 8;
    private static final int FIRST_STEPS = 500;
    private static final int CHAINS = 3;
    private static final int SETTLING = 600;
    private static final int STEPS = 2_000;
    private static final int EACH = 20;

    /** A chain so much less probable than the best sits beside the truth, and is left out. */
    private static final double BESIDE = 10;

    private static final long SEED = 2008;

    private final Domain domain;
    private final Layout layout;
    private final Optional<Sketch> before;
    private final List<Saying> said;

    /** Who knows nothing before the first offer. */
    public Listener(Domain domain) {
        this(domain, Optional.empty(), List.of());
    }

    /**
     * @param before what was known of them beforehand: spans of weights and scores
     * @param said what they said of their wishes
     */
    public Listener(Domain domain, Optional<Sketch> before, List<Saying> said) {
        this.domain = domain;
        this.layout = new Layout(domain);
        this.before = before;
        this.said = List.copyOf(said);
    }

    public Belief after(List<Outcome> offers) {
        Evidence evidence = new Evidence(domain, layout, offers, before, said);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Chain> chains =
                IntStream.range(0, BEGINNINGS)
                        .mapToObj(i -> new Chain(layout, evidence, i % 2 == 0, random.split()))
                        .toList();
        chains.forEach(chain -> chain.walk(FIRST_STEPS));
        List<Walk> walks =
                chains.stream()
                        .sorted(Comparator.comparingDouble(Chain::probability).reversed())
                        .limit(CHAINS)
                        .map(Listener::walked)
                        .toList();
        double best = walks.stream().mapToDouble(Walk::probability).max().orElseThrow();
        return new Belief(
                walks.stream()
                        .filter(walk -> walk.probability() > best - BESIDE)
                        .flatMap(walk -> walk.seen().stream())
                        .toList());
    }

    /** The hypotheses seen on a way, and how probable they were in the mean. */
    private record Walk(List<Utility> seen, double probability) {}

    private static Walk walked(Chain chain) {
        chain.walk(SETTLING);
        List<Utility> seen = new ArrayList<>();
        double sum = 0;
        for (int step = 0; step < STEPS; step += EACH) {
            chain.walk(EACH);
            seen.add(chain.utility());
            sum += chain.probability();
        }
        return new Walk(seen, sum / seen.size());
    }
}
