package app.rapport.balance.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Who said something stays named. */
@Repository
class BalanceOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("balance_given.member_id", "balance_wrong.member_id");
    }
}
