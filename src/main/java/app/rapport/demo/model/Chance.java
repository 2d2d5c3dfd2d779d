package app.rapport.demo.model;

import java.util.List;
import java.util.Random;

/**
 * Chance that falls the same way each time: every story has its own, from the seed and its name.
 */
final class Chance {
    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    static Chance of(long seed, String story) {
        return new Chance(seed * 1_000_003L + story.hashCode());
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean often(double share) {
        return random.nextDouble() < share;
    }

    /** Around that many, never less than a third and seldom more than three times as many. */
    int around(int usual) {
        double spread = Math.exp(random.nextGaussian() * .45);
        return (int) Math.max(1, Math.round(usual * Math.clamp(spread, .34, 3)));
    }
}
