package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An offer in the path of offers: from where its side stood to where it stands.
 *
 * @param number counts the offers of its side
 */
public record Move(int number, Offer offer, Map<UUID, String> before, Map<UUID, String> standing) {
    public Move {
        before = Map.copyOf(before);
        standing = Map.copyOf(standing);
    }

    /** All that was said, in its order; what waits for a second person was not. */
    public static List<Move> path(List<Offer> offers) {
        Map<Side, Map<UUID, String>> standing = new EnumMap<>(Side.class);
        Map<Side, Integer> made = new EnumMap<>(Side.class);
        List<Move> path = new ArrayList<>();
        for (Offer offer : offers) {
            if (offer.waits()) continue;
            Map<UUID, String> before = standing.getOrDefault(offer.by(), Map.of());
            Map<UUID, String> after = new HashMap<>(before);
            after.putAll(offer.choices());
            standing.put(offer.by(), after);
            path.add(new Move(made.merge(offer.by(), 1, Integer::sum), offer, before, after));
        }
        return path;
    }

    public Side by() {
        return offer.by();
    }

    public boolean isOurs() {
        return offer.isOurs();
    }

    public Instant at() {
        return offer.at();
    }

    /** The issues that stand otherwise than before. */
    public Set<UUID> changed() {
        return standing.keySet().stream()
                .filter(issue -> !Objects.equals(before.get(issue), standing.get(issue)))
                .collect(Collectors.toSet());
    }
}
