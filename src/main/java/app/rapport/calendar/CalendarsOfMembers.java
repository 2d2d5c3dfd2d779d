package app.rapport.calendar;

import app.rapport.kernel.MemberRecords;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A calendar is its member's own: when they leave nobody takes it over. */
@Component
class CalendarsOfMembers implements MemberRecords {
    @Override
    public Set<String> columns() {
        return Set.of(
                "coming_meeting.member_id",
                "calendar_address.member_id",
                "calendar_feed.member_id");
    }
}
