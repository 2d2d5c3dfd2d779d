package app.rapport.negotiations.model.table;

import app.rapport.kernel.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was laid side by side when neither moved. Both may be right about different parts.
 *
 * @param ourView in our words
 * @param theirView in theirs
 * @param question assumes our reading of them, so that they put it right
 * @param heard their answer
 * @param ourWay how we may change position and keep face
 * @param theirWay how they may
 * @param revision counts the changes; 0 while nothing is written
 */
public record Deadlock(
        String ourView,
        String theirView,
        String question,
        String heard,
        String ourWay,
        String theirWay,
        int revision,
        Optional<Changed> changed) {
    public static final Deadlock NONE = new Deadlock("", "", "", "", "", "", 0, Optional.empty());

    /** Who changed it last, and when. */
    public record Changed(MemberId by, Instant at) {}
}
