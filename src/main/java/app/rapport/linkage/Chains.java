package app.rapport.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two that are each one with a third are one: a copy with the name only and a copy with the mail
 * address only are found through the row that has both. The chance is that of both steps, and is
 * taken only where what the two themselves say is not against it.
 */
final class Chains {
    private static final double SURE = 0.5;
    private static final int ROUNDS = 3;

    /** Whoever is met by so many is a hub, such as a switchboard, and ties nobody to another. */
    private static final int MOST = 40;

    private final Map<Long, Double> chances;
    private final Evidence evidence;

    interface Evidence {
        /** What two rows say themselves, in nats, whatever the chance of any two. */
        double of(int a, int b);
    }

    private record Near(int row, double chance) {}

    private Chains(Map<Long, Double> chances, Evidence evidence) {
        this.chances = new HashMap<>(chances);
        this.evidence = evidence;
    }

    /**
     * @param chances of pairs as {@link #pair} numbers them
     */
    static Map<Long, Double> closed(Map<Long, Double> chances, Evidence evidence) {
        Chains chains = new Chains(chances, evidence);
        for (int round = 0; round < ROUNDS; round++) if (!chains.round()) break;
        return chains.chances;
    }

    static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private boolean round() {
        Map<Long, Double> found = new HashMap<>();
        for (List<Near> around : around().values())
            if (around.size() > 1 && around.size() <= MOST) through(around, found);
        found.forEach((pair, chance) -> chances.merge(pair, chance, Math::max));
        return !found.isEmpty();
    }

    private Map<Integer, List<Near>> around() {
        Map<Integer, List<Near>> around = new HashMap<>();
        chances.forEach((pair, chance) -> {
            if (chance < SURE) return;
            int a = (int) (pair >> 32);
            int b = pair.intValue();
            around.computeIfAbsent(a, _ -> new ArrayList<>()).add(new Near(b, chance));
            around.computeIfAbsent(b, _ -> new ArrayList<>()).add(new Near(a, chance));
        });
        return around;
    }

    private void through(List<Near> around, Map<Long, Double> found) {
        for (int i = 0; i < around.size(); i++) {
            for (int j = i + 1; j < around.size(); j++) {
                Near one = around.get(i);
                Near other = around.get(j);
                double chance = one.chance() * other.chance();
                long pair = pair(one.row(), other.row());
                if (chance < SURE || chances.getOrDefault(pair, 0.0) >= chance) continue;
                if (evidence.of(one.row(), other.row()) >= 0) found.merge(pair, chance, Math::max);
            }
        }
    }
}
