package app.rapport.people.store;

import app.rapport.kernel.ImportId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import app.rapport.people.FieldChange;
import app.rapport.people.model.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed which field of a contact or account, when, and what stood there before. */
@Repository
public class FieldHistory {
    private static final int SHOWN = 500;

    private final JdbcClient jdbc;

    FieldHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what the viewer changed at one moment. */
    public void add(Viewer viewer, UUID subject, List<Change> changes, Instant at) {
        add(viewer, subject, changes, at, Optional.empty());
    }

    /**
     * @param source the touch that says so, where one does
     */
    public void add(
            Viewer viewer,
            UUID subject,
            List<Change> changes,
            Instant at,
            Optional<TouchId> source) {
        if (changes.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO field_change (workspace_id, id, subject_id, field, old_value, new_value, at, member_id, touch_id)
                        SELECT :workspace, c.id, :subject, c.field, c.old, c.new, :at, :member, :source
                        FROM unnest(:ids::uuid[], :fields::text[], :olds::text[], :news::text[]) AS c (id, field, old, new)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("member", viewer.member().value())
                .param("source", source.map(TouchId::value).orElse(null))
                .param("ids", Uuid7.next(changes.size()))
                .param("fields", changes.stream().map(Change::field).toArray(String[]::new))
                .param("olds", changes.stream().map(Change::before).toArray(String[]::new))
                .param("news", changes.stream().map(Change::after).toArray(String[]::new))
                .update();
    }

    /** The newest changes of a record and of all that were joined to it, newest first. */
    public List<FieldChange> of(Viewer viewer, UUID subject) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE joined AS (
                          SELECT :subject::uuid AS id
                          UNION
                          SELECT m.loser_id FROM joined JOIN merge m ON m.workspace_id = :workspace AND m.winner_id = joined.id AND m.undone_at IS NULL)
                        SELECT id, field, old_value, new_value, at, member_id, import_id, touch_id FROM field_change
                        WHERE workspace_id = :workspace AND subject_id IN (SELECT id FROM joined)
                        ORDER BY at DESC, id
                        LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("subject", subject)
                .param("most", SHOWN)
                .query((row, _) -> change(row))
                .list();
    }

    /** Those of one moment: what one save changed. */
    public List<FieldChange> at(Viewer viewer, UUID subject, Instant at) {
        return jdbc.sql(
                        """
                        SELECT id, field, old_value, new_value, at, member_id, import_id, touch_id FROM field_change
                        WHERE workspace_id = :workspace AND subject_id = :subject AND at = :at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> change(row))
                .list();
    }

    public Optional<FieldChange> one(Viewer viewer, UUID subject, UUID change) {
        return jdbc.sql(
                        """
                        SELECT id, field, old_value, new_value, at, member_id, import_id, touch_id FROM field_change
                        WHERE workspace_id = :workspace AND subject_id = :subject AND id = :change
                        """)
                .param("workspace", viewer.workspace().value())
                .param("subject", subject)
                .param("change", change)
                .query((row, _) -> change(row))
                .optional();
    }

    private static FieldChange change(ResultSet row) throws SQLException {
        return new FieldChange(
                row.getObject("id", UUID.class),
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("member_id", UUID.class)).map(MemberId::new),
                Optional.ofNullable(row.getObject("import_id", UUID.class)).map(ImportId::new),
                Optional.ofNullable(row.getObject("touch_id", UUID.class)).map(TouchId::new));
    }
}
