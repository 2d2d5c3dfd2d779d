package app.rapport.negotiations.model;

import app.rapport.negotiations.model.PlanIssue.Range;
import app.rapport.negotiations.model.Section.Side;
import java.util.Optional;
import java.util.UUID;

/**
 * What a side does without an agreement (Fisher and Ury 1981: the best of them is its BATNA).
 *
 * @param side ours or theirs
 * @param workings how its worth was worked out
 * @param worth in that side's points, 0 to 100; for theirs as we believe
 */
public record Alternative(
        UUID id, Side side, String name, String workings, Optional<Range> worth) {}
