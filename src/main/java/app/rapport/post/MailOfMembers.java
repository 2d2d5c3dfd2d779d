package app.rapport.post;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody ordered to be sent goes on naming them; their way of sending stays theirs. */
@Component
class MailOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of(
                "smtp_account.member_id", "outgoing_mail.member_id", "mail_signature.member_id");
    }
}
