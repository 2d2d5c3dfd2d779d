package app.rapport.negotiations;

import app.rapport.deals.DealId;
import java.time.Instant;
import java.util.Optional;

/** A negotiation as it stands in a list. */
public record NegotiationLine(
        NegotiationId id,
        DealId deal,
        String dealName,
        String title,
        int issues,
        Optional<Instant> planOn,
        Optional<Instant> opened,
        Optional<TableEnd> ended,
        Instant updatedAt) {}
