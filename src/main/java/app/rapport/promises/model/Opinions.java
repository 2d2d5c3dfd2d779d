package app.rapport.promises.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Who last said what of whom. */
final class Opinions {
    /** Of somebody whom thousands rated the latest are asked. */
    private static final int ASKED = 200;

    private final Map<Pair, Rating> latest = new HashMap<>();
    private final Map<String, SequencedSet<String>> raters = new HashMap<>();

    private record Pair(String rater, String ratee) {}

    /** What is heard of somebody: how much speaks for them, how much against. */
    record Hearsay(double good, double bad) {}

    void add(Rating rating) {
        latest.put(new Pair(rating.rater(), rating.ratee()), rating);
        SequencedSet<String> known =
                raters.computeIfAbsent(rating.ratee(), key -> new LinkedHashSet<>());
        // who rates again is the latest, and still one
        known.addLast(rating.rater());
        if (known.size() > ASKED) known.removeFirst();
    }

    Optional<Rating> of(String rater, String ratee) {
        return Optional.ofNullable(latest.get(new Pair(rater, ratee)));
    }

    /**
     * A friend's friend is a friend, their enemy an enemy (triads: Leskovec, Huttenlocher and
     * Kleinberg 2010, WWW): ratings by people whom the rater rated, or who rated the rater, which
     * tells half as much.
     */
    Hearsay heard(String rater, String ratee) {
        double good = 0;
        double bad = 0;
        for (String between : raters.getOrDefault(ratee, new LinkedHashSet<>())) {
            double tie = value(rater, between) / 10.0 + value(between, rater) / 20.0;
            double heard = value(between, ratee) > 0 ? tie : -tie;
            if (heard > 0) good += heard;
            else bad -= heard;
        }
        return new Hearsay(good, bad);
    }

    private int value(String rater, String ratee) {
        Rating rating = latest.get(new Pair(rater, ratee));
        return rating == null ? 0 : rating.value();
    }
}
