package app.rapport.deals;

import app.rapport.deals.model.DealField;
import app.rapport.kernel.MemberId;
import java.util.Optional;

/** A deal as it was called, counted and looked after at a moment. */
public record DealThen(String name, String currency, Optional<MemberId> owner) {
    /** As it stands. */
    public static DealThen now(Deal deal) {
        return new DealThen(deal.name(), deal.text(DealField.CURRENCY), deal.owner());
    }
}
