package app.rapport.conversations;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody was writing is nobody else's to finish. */
@Component
class DraftsOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("mail_draft.member_id");
    }
}
