package app.rapport.risk;

import app.rapport.deals.Deal;
import app.rapport.deals.model.DealField;
import app.rapport.risk.model.RiskSheet;

/** A deal and what may be lost in it. */
public record DealRisk(Deal deal, RiskSheet sheet) {
    /** Of all its amounts; empty where nobody said. */
    public String currency() {
        return deal.text(DealField.CURRENCY);
    }
}
