package app.rapport.negotiations.store;

import app.rapport.deals.DealRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plans and tables of deals. */
@Component
class NegotiationsOfDeals implements DealRecords {
    @Override
    public Set<String> tables() {
        return Set.of("negotiation");
    }
}
