package app.rapport.exchange;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An import goes on naming who brought it, also when they have left. */
@Component
class ImportsOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of(
                "import.member_id",
                "import_touch.member_id",
                "watched_folder.member_id",
                "watched_file.member_id");
    }
}
