package app.rapport.negotiations;

import app.rapport.deals.DealId;
import app.rapport.deals.DealThen;
import app.rapport.deals.Deals;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.store.NegotiationsThen;
import app.rapport.negotiations.store.NegotiationsThen.Then;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * On which teams somebody was at a moment: whoever was added later, or got the deal later, would
 * have been told nothing then.
 */
@Component
class TeamsThen {
    private final NegotiationsThen rows;
    private final Deals deals;

    TeamsThen(NegotiationsThen rows, Deals deals) {
        this.rows = rows;
        this.deals = deals;
    }

    /** Those of these, which are the viewer's teams' now. */
    Set<NegotiationId> of(Viewer viewer, Collection<NegotiationId> ids, Instant at) {
        if (ids.isEmpty()) return Set.of();
        List<Then> all = rows.teams(viewer, ids, at);
        List<DealId> others =
                all.stream().filter(one -> !one.joined()).map(Then::deal).distinct().toList();
        Map<DealId, DealThen> then = others.isEmpty() ? Map.of() : deals.then(viewer, others, at);
        return all.stream()
                .filter(one -> one.joined() || isOwner(viewer, then, one.deal()))
                .map(Then::id)
                .collect(Collectors.toSet());
    }

    private static boolean isOwner(Viewer viewer, Map<DealId, DealThen> then, DealId deal) {
        return Optional.ofNullable(then.get(deal))
                .flatMap(DealThen::owner)
                .filter(viewer.member()::equals)
                .isPresent();
    }
}
