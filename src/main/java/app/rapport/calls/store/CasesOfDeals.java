package app.rapport.calls.store;

import app.rapport.deals.DealRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Business cases of deals. */
@Component
class CasesOfDeals implements DealRecords {
    @Override
    public Set<String> tables() {
        return Set.of("business_case");
    }
}
