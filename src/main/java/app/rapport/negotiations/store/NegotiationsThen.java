package app.rapport.negotiations.store;

import app.rapport.deals.DealId;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.NegotiationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was known of negotiations at a moment, to whoever is on their teams. */
@Repository
public class NegotiationsThen {
    private final JdbcClient jdbc;

    NegotiationsThen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those whose planning was to be done then, as was known then, and whose table had not opened.
     */
    public List<NegotiationId> planned(Viewer viewer, Instant from, Instant until, Instant at) {
        return jdbc.sql(
                        """
                        SELECT n.id FROM negotiation n
                        LEFT JOIN LATERAL (SELECT v.plan ->> 'planOn' AS plan_on FROM negotiation_version v
                                           WHERE v.workspace_id = n.workspace_id AND v.negotiation_id = n.id AND v.at <= :at
                                           ORDER BY v.revision DESC LIMIT 1) v ON n.updated_at > :at
                        WHERE coalesce(v.plan_on::timestamptz, CASE WHEN n.updated_at <= :at THEN n.plan_on END) BETWEEN :from AND :until
                          AND n.created_at <= :at AND (n.opened_at IS NULL OR n.opened_at > :at) AND
                        """
                                + NegotiationRows.OURS)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", NegotiationRows.utc(from))
                .param("until", NegotiationRows.utc(until))
                .param("at", NegotiationRows.utc(at))
                .query((row, _) -> new NegotiationId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * @param joined whether the viewer had been added to the team by then
     */
    public record Then(NegotiationId id, DealId deal, boolean joined) {}

    /** Of these, which the viewer's teams are now; whoever calls has asked for that. */
    public List<Then> teams(Viewer viewer, Collection<NegotiationId> ids, Instant at) {
        return jdbc.sql(
                        """
                        SELECT n.id, n.deal_id,
                               EXISTS (SELECT FROM negotiation_member m WHERE m.workspace_id = n.workspace_id AND m.negotiation_id = n.id
                                                                          AND m.member_id = :member AND m.added_at <= :at) AS joined
                        FROM negotiation n WHERE n.workspace_id = :workspace AND n.id = ANY(:ids)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("ids", ids.stream().map(NegotiationId::value).toArray(UUID[]::new))
                .param("at", NegotiationRows.utc(at))
                .query((row, _) ->
                        new Then(
                                new NegotiationId(row.getObject("id", UUID.class)),
                                new DealId(row.getObject("deal_id", UUID.class)),
                                row.getBoolean("joined")))
                .list();
    }
}
