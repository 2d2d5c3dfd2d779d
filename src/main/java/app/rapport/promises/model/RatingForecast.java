package app.rapport.promises.model;

import app.rapport.customerbase.LearningLogistic;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chance that the next rating is positive, from the ratings before it only: {@linkplain Reputation
 * reputations} of both parties against what is usual just now, what the other said of the rater,
 * and what those whom the rater trusts said of the other, weighed by a logistic regression that
 * learns from each rating once it is seen. The formula: {@code docs/trust.md}.
 */
public final class RatingForecast {
    /** A deed counts this much less with each later one of the same kind. */
    private static final double FADE = .93;

    private static final double FADE_OF_USUAL = .998;
    private static final double STRENGTH = 3;
    private static final double DAYS_OF_MOOD = 10;
    private static final double DAYS_OF_RETURN = 2;

    /** People rate several others in one sitting, mostly alike. */
    private static final double DAYS_OF_SITTING = 1 / 24.0;

    private static final int FEATURES = 15;

    private final Map<String, Party> parties = new HashMap<>();
    private final Opinions opinions = new Opinions();
    private final LearningLogistic model = prior();
    private Reputation usual = new Reputation(9, 1);

    private static LearningLogistic prior() {
        double[] mean = new double[FEATURES + 1];
        double[] deviation = new double[FEATURES + 1];
        Arrays.fill(deviation, .8);
        mean[0] = 1;
        deviation[0] = .02;
        return new LearningLogistic(mean, deviation, 0);
    }

    public double positive(String rater, String ratee, Instant at) {
        return model.probability(features(rater, ratee, at));
    }

    /** Ratings come in the order of time. */
    public void learn(Rating rating) {
        model.learn(features(rating.rater(), rating.ratee(), rating.at()), rating.isPositive());
        parties.merge(
                rating.rater(),
                Party.NEW.gave(rating, FADE),
                (known, _) -> known.gave(rating, FADE));
        parties.merge(
                rating.ratee(),
                Party.NEW.received(rating, FADE),
                (known, _) -> known.received(rating, FADE));
        opinions.add(rating);
        usual = usual.faded(FADE_OF_USUAL).and(rating.isPositive(), 1);
    }

    private double[] features(String rater, String ratee, Instant at) {
        Party from = parties.getOrDefault(rater, Party.NEW);
        Party to = parties.getOrDefault(ratee, Party.NEW);
        Optional<Rating> returned = opinions.of(ratee, rater);
        Opinions.Hearsay hearsay = opinions.heard(rater, ratee);
        double base = Math.clamp(usual.expected(.9, 0), .5, .99);
        double standing = logOdds(base);
        return new double[] {
            standing,
            logOdds(from.given().expected(base, STRENGTH)) - standing,
            logOdds(to.received().expected(base, STRENGTH)) - standing,
            logOdds(from.received().expected(base, STRENGTH)) - standing,
            returned.filter(r -> !r.isPositive()).isPresent() ? 1 : 0,
            returned.map(r -> mood(r, at, DAYS_OF_RETURN)).orElse(0.0),
            from.lastGiven().isEmpty() ? 1 : 0,
            to.lastReceived().isEmpty() ? 1 : 0,
            from.lastReceived().isEmpty() ? 1 : 0,
            from.lastGiven().map(r -> mood(r, at, DAYS_OF_MOOD)).orElse(0.0),
            from.lastGiven().map(r -> mood(r, at, DAYS_OF_SITTING)).orElse(0.0),
            to.lastReceived().map(r -> mood(r, at, DAYS_OF_MOOD)).orElse(0.0),
            to.lastReceived().map(r -> nearness(r, at, DAYS_OF_MOOD)).orElse(0.0),
            Math.log1p(hearsay.good()),
            Math.log1p(hearsay.bad())
        };
    }

    private static double mood(Rating last, Instant at, double days) {
        return last.isPositive() ? nearness(last, at, days) : -nearness(last, at, days);
    }

    /** One just after a rating, falling to 1/e in so many days. */
    private static double nearness(Rating last, Instant at, double days) {
        double passed = Math.max(0, Duration.between(last.at(), at).toSeconds() / 86_400.0);
        return Math.exp(-passed / days);
    }

    private static double logOdds(double p) {
        return Math.log(p / (1 - p));
    }

    /** One who rates and is rated. */
    private record Party(
            Reputation given,
            Reputation received,
            Optional<Rating> lastGiven,
            Optional<Rating> lastReceived) {
        static final Party NEW =
                new Party(Reputation.NONE, Reputation.NONE, Optional.empty(), Optional.empty());

        Party gave(Rating rating, double fade) {
            Reputation now = given.faded(fade).and(rating.isPositive(), 1);
            return new Party(now, received, Optional.of(rating), lastReceived);
        }

        Party received(Rating rating, double fade) {
            Reputation now = received.faded(fade).and(rating.isPositive(), 1);
            return new Party(given, now, lastGiven, Optional.of(rating));
        }
    }
}
