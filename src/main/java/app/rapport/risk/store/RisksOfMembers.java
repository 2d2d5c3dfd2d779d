package app.rapport.risk.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Who wrote what stays as it is; what somebody kept to themselves goes with them. */
@Repository
class RisksOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("risk_note.member_id", "risk_note.only_member");
    }
}
