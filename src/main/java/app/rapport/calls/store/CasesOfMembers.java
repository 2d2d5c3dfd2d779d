package app.rapport.calls.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** A business case is the firm's; who wrote and shared it stays named. */
@Repository
class CasesOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of(
                "business_case.created_by",
                "business_case.deleted_by",
                "business_case_version.member_id",
                "business_case_link.created_by");
    }
}
