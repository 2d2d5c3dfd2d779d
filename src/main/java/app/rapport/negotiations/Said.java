package app.rapport.negotiations;

import app.rapport.bargaining.course.Turn.Side;
import app.rapport.kernel.MemberId;
import app.rapport.negotiations.model.table.Offer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An offer as it is written down.
 *
 * @param id made by who writes it, so that what is sent twice is one offer
 * @param at when it was said, where that is not now
 * @param from who said it on their side
 * @param choices an option for each issue that it names
 * @param priceReason why the price is named before its time
 * @param belowReason why it may go under the walk-away
 * @param seen the warnings that were seen while it was written down
 */
public record Said(
        UUID id,
        Side by,
        Optional<Instant> at,
        String from,
        String words,
        Map<UUID, String> choices,
        String priceReason,
        String belowReason,
        Set<String> seen) {
    public Said {
        seen = Set.copyOf(seen);
        choices = Map.copyOf(choices);
    }

    Offer offer(Instant at, MemberId noted, Optional<Offer.Below> below) {
        return new Offer(
                id,
                by,
                at,
                noted,
                OfferRules.shortened(from),
                OfferRules.shortened(words),
                choices,
                below);
    }
}
