package app.rapport.calendar.store;

import app.rapport.database.OutsideWorkspace;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** In whose calendar something has passed; asked outside of any workspace. */
@Repository
public class PassedCalendars {
    private final OutsideWorkspace outside;

    PassedCalendars(OutsideWorkspace outside) {
        this.outside = outside;
    }

    public record Whose(WorkspaceId workspace, MemberId member) {}

    public List<Whose> at(Instant moment) {
        return outside.jdbc()
                .sql("SELECT workspace_id, member_id FROM calendars_with_passed(:moment)")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Whose(
                                new WorkspaceId(row.getObject(1, UUID.class)),
                                new MemberId(row.getObject(2, UUID.class))))
                .list();
    }
}
