package app.rapport.negotiations.store;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.model.Aim.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saved which part of a plan last; whoever calls has asked for the team. */
@Repository
public class SavedRows {
    private final JdbcClient jdbc;

    SavedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void saved(Viewer viewer, NegotiationId id, List<String> parts, Instant at) {
        if (parts.isEmpty()) return;
        jdbc.sql(
                        """
                        INSERT INTO negotiation_saved (workspace_id, negotiation_id, part, at, member_id)
                        SELECT :workspace, :id, p, :at, :member FROM unnest(:parts::text[]) AS p
                        ON CONFLICT (workspace_id, negotiation_id, part) DO UPDATE SET at = excluded.at, member_id = excluded.member_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("parts", parts.toArray(String[]::new))
                .param("at", NegotiationRows.utc(at))
                .param("member", viewer.member().value())
                .update();
    }

    /** Empty where nobody saved it since it is kept who does. */
    public Optional<Deed> last(Viewer viewer, NegotiationId id, String part) {
        return jdbc.sql(
                        "SELECT member_id, at FROM negotiation_saved WHERE workspace_id = :workspace AND negotiation_id = :id AND part = :part")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("part", part)
                .query((row, _) ->
                        new Deed(
                                new MemberId(row.getObject("member_id", UUID.class)),
                                NegotiationRows.moment(row, "at").orElseThrow()))
                .optional();
    }
}
