package app.rapport.agenda;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody decided about their own Today is nobody else's decision. */
@Component
class JudgementsOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("judgement.member_id", "today_mail.member_id");
    }
}
