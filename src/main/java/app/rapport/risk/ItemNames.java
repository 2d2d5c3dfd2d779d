package app.rapport.risk;

import app.rapport.deals.DealId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.risk.model.LossLimit;
import app.rapport.risk.model.RiskItem;
import app.rapport.risk.model.Stake;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** By what items are known through all their wordings. */
final class ItemNames {
    private ItemNames() {}

    /** A deal has one limit and one sum that was spent; of all else as many as there are. */
    static UUID of(DealId deal, RiskItem body) {
        return switch (body) {
            case LossLimit _ -> named("limit of " + deal);
            case Stake _ -> named("stake of " + deal);
            default -> Uuid7.next();
        };
    }

    /** The book has one limit in each currency. */
    static UUID ofBook(Viewer viewer, LossLimit limit) {
        return named("limit in " + limit.currency() + " of " + viewer.workspace());
    }

    private static UUID named(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
