package app.rapport.experience.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Who said something stays named. */
@Repository
class ExperienceOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("experience_mark.member_id", "experience_correction.member_id");
    }
}
