package app.rapport.risk;

import app.rapport.deals.Deal;
import app.rapport.deals.DealThen;
import app.rapport.kernel.MemberId;
import app.rapport.risk.model.RiskSheet;
import java.util.Optional;

/**
 * A deal and what may be lost in it.
 *
 * @param then what it was called and whose it was at the moment that is looked at
 */
public record DealRisk(Deal deal, DealThen then, RiskSheet sheet) {
    /** Of all its amounts; empty where nobody said. */
    public String currency() {
        return then.currency();
    }

    public Optional<MemberId> owner() {
        return then.owner();
    }
}
