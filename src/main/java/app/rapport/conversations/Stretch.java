package app.rapport.conversations;

import java.time.Instant;
import java.util.List;

/**
 * What passed with one person, oldest first.
 *
 * @param since from when on nothing is left out
 */
public record Stretch(List<Exchanged> turns, Instant since) {
    public Stretch {
        turns = List.copyOf(turns);
    }
}
