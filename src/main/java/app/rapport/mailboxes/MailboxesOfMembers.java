package app.rapport.mailboxes;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A mailbox is its member's own: when they leave it is read no more, and nobody takes it over. */
@Component
class MailboxesOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("mailbox.member_id");
    }
}
