package app.rapport.negotiations.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.PlanVersion;
import app.rapport.negotiations.model.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Plans as they stood, whole; whoever calls has asked for the team. */
@Repository
public class VersionRows {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    VersionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Viewer viewer, Negotiation negotiation, String what, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO negotiation_version (workspace_id, negotiation_id, revision, at, member_id, what, plan)
                        VALUES (:workspace, :id, :revision, :at, :member, :what, :plan::jsonb)
                        ON CONFLICT (workspace_id, negotiation_id, revision) DO UPDATE SET what = negotiation_version.what || ', ' || excluded.what
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", negotiation.id().value())
                .param("revision", negotiation.revision())
                .param("at", NegotiationRows.utc(at))
                .param("member", viewer.member().value())
                .param("what", what)
                .param("plan", JSON.writeValueAsString(negotiation.plan()))
                .update();
    }

    /** Newest first, from below a revision on. */
    public List<PlanVersion> list(Viewer viewer, NegotiationId id, int before, int most) {
        return jdbc.sql(
                        """
                        SELECT revision, at, member_id, what FROM negotiation_version
                        WHERE workspace_id = :workspace AND negotiation_id = :id AND revision < :before ORDER BY revision DESC LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("before", before)
                .param("most", most)
                .param("id", id.value())
                .query((row, _) ->
                        new PlanVersion(
                                row.getInt("revision"),
                                NegotiationRows.moment(row, "at").orElseThrow(),
                                new MemberId(row.getObject("member_id", UUID.class)),
                                row.getString("what")))
                .list();
    }

    public Optional<Plan> one(Viewer viewer, NegotiationId id, int revision) {
        return jdbc.sql(
                        "SELECT plan FROM negotiation_version WHERE workspace_id = :workspace AND negotiation_id = :id AND revision = :revision")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("revision", revision)
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Plan.class));
    }

    /** The newest that stood at that moment. */
    public Optional<Plan> asOf(Viewer viewer, NegotiationId id, Instant at) {
        return jdbc.sql(
                        """
                        SELECT plan FROM negotiation_version
                        WHERE workspace_id = :workspace AND negotiation_id = :id AND at <= :at ORDER BY revision DESC LIMIT 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("at", NegotiationRows.utc(at))
                .query(String.class)
                .optional()
                .map(json -> JSON.readValue(json, Plan.class));
    }
}
