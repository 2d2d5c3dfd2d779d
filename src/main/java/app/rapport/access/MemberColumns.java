package app.rapport.access;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Our own columns: what a member had to come in with ends by itself, the rest tells who did
 * something. Their own addresses stay: mail from them is still a colleague's.
 */
@Component
class MemberColumns implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of(
                "membership.member_id",
                "session.member_id",
                "login_link.member_id",
                "login_provider.saved_by",
                "api_token.member_id",
                "own_address.member_id",
                "private_address.member_id",
                "team_member.member_id",
                "idempotent_answer.member_id",
                "invitation.invited_by",
                "handover.from_id",
                "handover.to_id",
                "handover.by_id",
                "audit_entry.member_id");
    }
}
