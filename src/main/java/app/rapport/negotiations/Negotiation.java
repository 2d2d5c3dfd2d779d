package app.rapport.negotiations;

import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.model.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A negotiation as its team sees it.
 *
 * @param dealName empty where the viewer does not see the deal
 * @param team members added; the deal's owner belongs to it without being one of them
 * @param revision counts the changes of the plan
 * @param opened when its table opened
 * @param ended that it closed, while it is not open again
 */
public record Negotiation(
        NegotiationId id,
        DealId deal,
        String dealName,
        Plan plan,
        List<MemberId> team,
        int revision,
        Optional<Instant> opened,
        Optional<TableEnd> ended,
        Instant createdAt,
        Instant updatedAt) {
    public Negotiation {
        team = List.copyOf(team);
    }

    /** With the plan as it stood at another revision. */
    public Negotiation with(Plan other, int at) {
        return new Negotiation(
                id, deal, dealName, other, team, at, opened, ended, createdAt, updatedAt);
    }
}
