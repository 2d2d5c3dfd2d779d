package app.rapport.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose people and companies somebody sees.
 *
 * @param owners of them; none where all are seen, also those that nobody owns
 */
public record Seen(Set<MemberId> owners) {
    public static final Seen ALL = new Seen(Set.of());

    public Seen {
        owners = Set.copyOf(owners);
    }

    public boolean includes(MemberId owner) {
        return owners.isEmpty() || owners.contains(owner);
    }

    /** As a connection carries it: the ids in order, with commas between. */
    public String text() {
        return owners.stream().map(MemberId::toString).sorted().collect(Collectors.joining(","));
    }
}
