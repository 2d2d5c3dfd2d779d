package app.rapport.negotiations.model.table;

import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What was agreed upon.
 *
 * @param terms an option for each issue
 * @param accepted the move that was accepted
 * @param value what it is worth, by what was believed at the end
 */
public record Agreement(
        Map<UUID, String> terms, Move accepted, Value value, Instant at, MemberId by) {
    public Agreement {
        terms = Map.copyOf(terms);
    }
}
