package app.rapport.risk;

import app.rapport.deals.Deal;
import app.rapport.deals.model.DealField;
import app.rapport.kernel.MemberId;
import app.rapport.risk.model.RiskSheet;
import java.util.Optional;

/**
 * A deal and what may be lost in it.
 *
 * @param owner whose it was at the moment that is looked at
 */
public record DealRisk(Deal deal, Optional<MemberId> owner, RiskSheet sheet) {
    /** Of all its amounts; empty where nobody said. */
    public String currency() {
        return deal.text(DealField.CURRENCY);
    }
}
