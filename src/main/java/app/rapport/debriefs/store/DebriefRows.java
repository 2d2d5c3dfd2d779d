package app.rapport.debriefs.store;

import app.rapport.debriefs.model.Figures;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was looked back at; whoever calls has asked for the team. */
@Repository
public class DebriefRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    DebriefRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A debrief that was held.
     *
     * @param figures as they were believed then
     */
    public record Held(UUID negotiation, Instant at, MemberId by, Figures figures) {}

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }

    /** Of these negotiations, those that were looked back at. */
    public Map<UUID, Held> of(Viewer viewer, Collection<UUID> negotiations) {
        Map<UUID, Held> held = new HashMap<>();
        asked(
                        viewer,
                        """
                        SELECT negotiation_id, held_at, held_by, figures FROM debrief
                        WHERE workspace_id = :workspace AND negotiation_id = ANY(:ids)
                        """)
                .param("ids", negotiations.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject("negotiation_id", UUID.class);
                    held.put(
                            id,
                            new Held(
                                    id,
                                    row.getObject("held_at", OffsetDateTime.class).toInstant(),
                                    new MemberId(row.getObject("held_by", UUID.class)),
                                    JSON.readValue(row.getString("figures"), Figures.class)));
                });
        return held;
    }

    public void hold(Viewer viewer, NegotiationId id, Figures figures, Instant at) {
        asked(
                        viewer,
                        """
                        INSERT INTO debrief (workspace_id, negotiation_id, held_at, held_by, figures)
                        VALUES (:workspace, :id, :at, :member, :figures::jsonb)
                        ON CONFLICT (workspace_id, negotiation_id) DO UPDATE SET held_at = excluded.held_at, held_by = excluded.held_by, figures = excluded.figures
                        """)
                .param("id", id.value())
                .param("member", viewer.member().value())
                .param("at", utc(at))
                .param("figures", JSON.writeValueAsString(figures))
                .update();
    }

    public void release(Viewer viewer, NegotiationId id) {
        asked(
                        viewer,
                        "DELETE FROM debrief WHERE workspace_id = :workspace AND negotiation_id = :id")
                .param("id", id.value())
                .update();
    }

    /** By caution: whether it came true. */
    public Map<UUID, Boolean> marks(Viewer viewer, NegotiationId id) {
        Map<UUID, Boolean> marks = new HashMap<>();
        asked(
                        viewer,
                        "SELECT caution_id, came_true FROM debrief_mark WHERE workspace_id = :workspace AND negotiation_id = :id")
                .param("id", id.value())
                .query(row -> {
                    marks.put(row.getObject("caution_id", UUID.class), row.getBoolean("came_true"));
                });
        return marks;
    }

    public void mark(
            Viewer viewer, NegotiationId id, UUID caution, Optional<Boolean> came, Instant at) {
        if (came.isEmpty()) {
            asked(
                            viewer,
                            "DELETE FROM debrief_mark WHERE workspace_id = :workspace AND negotiation_id = :id AND caution_id = :caution")
                    .param("id", id.value())
                    .param("caution", caution)
                    .update();
            return;
        }
        asked(
                        viewer,
                        """
                        INSERT INTO debrief_mark (workspace_id, negotiation_id, caution_id, came_true, member_id, at)
                        VALUES (:workspace, :id, :caution, :came, :member, :at)
                        ON CONFLICT (workspace_id, negotiation_id, caution_id) DO UPDATE SET came_true = excluded.came_true, member_id = excluded.member_id, at = excluded.at
                        """)
                .param("id", id.value())
                .param("caution", caution)
                .param("came", came.get())
                .param("member", viewer.member().value())
                .param("at", utc(at))
                .update();
    }

    /** In the order in which they were made. */
    public List<UUID> promises(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        "SELECT promise_id FROM debrief_promise WHERE workspace_id = :workspace AND negotiation_id = :id ORDER BY promise_id")
                .param("id", id.value())
                .query(UUID.class)
                .list();
    }

    public void promised(Viewer viewer, NegotiationId id, List<UUID> promises, Instant at) {
        asked(
                        viewer,
                        """
                        INSERT INTO debrief_promise (workspace_id, negotiation_id, promise_id, at)
                        SELECT :workspace, :id, p, :at FROM unnest(:promises::uuid[]) AS p
                        """)
                .param("id", id.value())
                .param("promises", promises.toArray(UUID[]::new))
                .param("at", utc(at))
                .update();
    }

    public void unpromised(Viewer viewer, NegotiationId id, List<UUID> promises) {
        asked(
                        viewer,
                        "DELETE FROM debrief_promise WHERE workspace_id = :workspace AND negotiation_id = :id AND promise_id = ANY(:promises)")
                .param("id", id.value())
                .param("promises", promises.toArray(UUID[]::new))
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
