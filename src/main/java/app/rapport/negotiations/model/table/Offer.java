package app.rapport.negotiations.model.table;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a side put on the table: a whole package, or some issues while the others stay where that
 * side had them.
 *
 * @param noted who wrote it down
 * @param from who said it on their side, empty where nobody asked
 * @param words what was said with it
 * @param choices an option for each issue that it names, by the id
 * @param below why it may go under the walk-away, where it does
 */
public record Offer(
        UUID id,
        Side by,
        Instant at,
        MemberId noted,
        String from,
        String words,
        Map<UUID, String> choices,
        Optional<Below> below) {
    public Offer {
        choices = Map.copyOf(choices);
    }

    /**
     * Why an offer of ours may be worth less than walking away.
     *
     * @param seen who agreed to it, and when; until then it is not said
     */
    public record Below(String reason, Optional<Seen> seen) {}

    /** Somebody who read a reason and agreed. */
    public record Seen(MemberId by, Instant at) {}

    public boolean isOurs() {
        return by == Side.OURS;
    }

    /** Whether it waits for a second person, and has not been said. */
    public boolean waits() {
        return below.filter(one -> one.seen().isEmpty()).isPresent();
    }
}
