package app.rapport.negotiations.model;

import app.rapport.negotiations.model.Section.Side;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of a plan.
 *
 * @param party which buyer or competitor; empty where there is one
 * @param reply our answer, the payback, the evidence
 * @param more the consequence, the kind
 * @param cost of a currency, to who gives it, 1 to 5
 * @param dear and to who gets it
 */
public record PlanLine(
        UUID id,
        Section section,
        Side side,
        String party,
        String words,
        String reply,
        String more,
        Optional<Integer> cost,
        Optional<Integer> dear) {

    /** Who is meant, in words. */
    public String who() {
        return party.isEmpty() ? side.label() : party;
    }
}
