package app.rapport.debriefs.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Who looked back at what stays; what somebody learned of themselves goes with them. */
@Repository
class DebriefsOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of(
                "debrief_mark.member_id", "debrief_lesson.member_id", "debrief_lesson.only_member");
    }
}
