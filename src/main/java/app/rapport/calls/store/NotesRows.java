package app.rapport.calls.store;

import app.rapport.calls.model.Notes;
import app.rapport.kernel.Viewer;
import java.sql.Types;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes of talks. Who may see the plan may see its notes. */
@Repository
public class NotesRows {
    private final JdbcClient jdbc;

    NotesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Notes of(Viewer viewer, UUID plan) {
        return jdbc.sql(
                        "SELECT notes, notes_revision, notes_begun_at, notes_saved_at FROM talk_plan WHERE workspace_id = :workspace AND id = :plan")
                .param("workspace", viewer.workspace().value())
                .param("plan", plan)
                .query((row, _) ->
                        new Notes(
                                row.getString("notes"),
                                row.getInt("notes_revision"),
                                TalkPlanRows.moment(row, "notes_begun_at"),
                                TalkPlanRows.moment(row, "notes_saved_at")))
                .optional()
                .orElse(Notes.NONE);
    }

    public void put(Viewer viewer, UUID plan, Notes notes) {
        jdbc.sql(
                        """
                        UPDATE talk_plan SET notes = :text, notes_revision = :revision, notes_begun_at = :begun, notes_saved_at = :saved
                        WHERE workspace_id = :workspace AND id = :plan
                        """)
                .param("workspace", viewer.workspace().value())
                .param("plan", plan)
                .param("text", notes.text())
                .param("revision", notes.revision())
                .param("begun", TalkPlanRows.utc(notes.begunAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("saved", TalkPlanRows.utc(notes.savedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
