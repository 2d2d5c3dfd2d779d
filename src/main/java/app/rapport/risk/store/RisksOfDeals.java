package app.rapport.risk.store;

import app.rapport.deals.DealRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose risk is written, also for oneself alone: that a deal stays tells nobody by whom. */
@Component
class RisksOfDeals implements DealRecords {
    @Override
    public Set<String> tables() {
        return Set.of("risk_note");
    }
}
