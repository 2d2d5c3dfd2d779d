package app.rapport.people.store;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A view stays with whom it belonged to: colleagues go on seeing the shared ones, and save them
 * under a name of their own to change them.
 */
@Component
class ViewsOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of("saved_view.member_id", "chosen_columns.member_id", "bulk_change.member_id");
    }
}
