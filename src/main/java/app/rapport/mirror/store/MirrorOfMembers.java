package app.rapport.mirror.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** What somebody said of themself is nobody else's; it stays theirs. */
@Repository
class MirrorOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("mirror_answer.member_id", "mirror_walk.member_id", "mirror_share.member_id");
    }
}
