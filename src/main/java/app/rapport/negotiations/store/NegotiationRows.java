package app.rapport.negotiations.store;

import app.rapport.database.NewestFirst;
import app.rapport.deals.DealId;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.negotiations.Negotiation;
import app.rapport.negotiations.NegotiationId;
import app.rapport.negotiations.NegotiationLine;
import app.rapport.negotiations.TableEnd;
import app.rapport.negotiations.model.Aim;
import app.rapport.negotiations.model.Decimals;
import app.rapport.negotiations.model.Plan;
import app.rapport.negotiations.model.PriceGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Negotiations, for their teams. Every statement that reads one asks for the team first: to
 * everybody else, whatever their role, there is no such negotiation.
 */
@Repository
public class NegotiationRows {
    /** The deal's owner and the members added; nothing while its deal lies in the bin. */
    static final String OURS =
            """
            n.workspace_id = :workspace
            AND (EXISTS (SELECT FROM negotiation_member m WHERE m.workspace_id = n.workspace_id AND m.negotiation_id = n.id AND m.member_id = :member)
                 OR EXISTS (SELECT FROM deal o WHERE o.workspace_id = n.workspace_id AND o.id = n.deal_id AND o.owner_id = :member))
            AND NOT EXISTS (SELECT FROM deal g WHERE g.workspace_id = n.workspace_id AND g.id = n.deal_id AND g.deleted_at IS NOT NULL)
            """;

    private static final String FROM =
            """
             FROM negotiation n LEFT JOIN deal d ON d.workspace_id = n.workspace_id AND d.id = n.deal_id
                  LEFT JOIN negotiation_table t ON t.workspace_id = n.workspace_id AND t.negotiation_id = n.id WHERE
            """
                    + OURS;

    private final JdbcClient jdbc;
    private final PlanRows plans;

    NegotiationRows(JdbcClient jdbc, PlanRows plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    public Optional<Negotiation> one(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        "SELECT n.*, coalesce(d.name, '') AS deal_name, t.ended_at, t.result"
                                + FROM
                                + " AND n.id = :id")
                .param("id", id.value())
                .query((row, _) -> negotiation(viewer, row))
                .optional();
    }

    /** So that nobody else changes it meanwhile; false where the viewer is not on its team. */
    public boolean lock(Viewer viewer, NegotiationId id) {
        return asked(
                        viewer,
                        "SELECT n.id FROM negotiation n WHERE "
                                + OURS
                                + " AND n.id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private JdbcClient.StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    private Negotiation negotiation(Viewer viewer, ResultSet row) throws SQLException {
        NegotiationId id = new NegotiationId(row.getObject("id", UUID.class));
        Plan plan =
                new Plan(
                        row.getString("title"),
                        moment(row, "plan_on"),
                        plans.issues(viewer, id),
                        plans.lines(viewer, id),
                        plans.alternatives(viewer, id),
                        Optional.ofNullable(row.getBigDecimal("walk_away")).map(Decimals::plain),
                        row.getString("walk_away_words"),
                        plans.proposal(viewer, id),
                        aim(row),
                        new PriceGate(plans.ticks(viewer, id), row.getString("price_override")),
                        plans.trades(viewer, id),
                        moment(row, "all_issues_at"));
        return new Negotiation(
                id,
                new DealId(row.getObject("deal_id", UUID.class)),
                row.getString("deal_name"),
                plan,
                team(viewer, id),
                row.getInt("revision"),
                moment(row, "opened_at"),
                ended(row),
                moment(row, "created_at").orElseThrow(),
                moment(row, "updated_at").orElseThrow());
    }

    private static Optional<TableEnd> ended(ResultSet row) throws SQLException {
        boolean agreed = "agreed".equals(row.getString("result"));
        return moment(row, "ended_at").map(at -> new TableEnd(at, agreed));
    }

    private static Aim aim(ResultSet row) throws SQLException {
        return new Aim(
                Optional.ofNullable(row.getBigDecimal("aim_lift")).map(Decimals::plain),
                row.getString("aim_defence"),
                deed(row, "aim_defended"),
                deed(row, "aim_heard"));
    }

    private static Optional<Aim.Deed> deed(ResultSet row, String what) throws SQLException {
        UUID by = row.getObject(what + "_by", UUID.class);
        return moment(row, what + "_at")
                .flatMap(at ->
                        Optional.ofNullable(by).map(who -> new Aim.Deed(new MemberId(who), at)));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private List<MemberId> team(Viewer viewer, NegotiationId id) {
        return jdbc.sql(
                        "SELECT member_id FROM negotiation_member WHERE workspace_id = :workspace AND negotiation_id = :id ORDER BY added_at, member_id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The viewer's, of one deal or of all, changed last first. */
    public List<NegotiationLine> list(
            Viewer viewer, Optional<DealId> deal, PlaceInTime before, int most) {
        return NewestFirst.before(
                        asked(
                                viewer,
                                """
                                SELECT n.id, n.deal_id, coalesce(d.name, '') AS deal_name, n.title, n.plan_on, n.opened_at, t.ended_at, t.result, n.updated_at,
                                       (SELECT count(*) FROM negotiation_issue i WHERE i.workspace_id = n.workspace_id AND i.negotiation_id = n.id) AS issues
                                """
                                        + FROM
                                        + " AND (cast(:deal AS uuid) IS NULL OR n.deal_id = :deal)"
                                        + NewestFirst.by("n.updated_at", "n.id")),
                        before,
                        most)
                .param("deal", deal.map(DealId::value).orElse(null), Types.OTHER)
                .query((row, _) -> line(row))
                .list();
    }

    private static NegotiationLine line(ResultSet row) throws SQLException {
        return new NegotiationLine(
                new NegotiationId(row.getObject("id", UUID.class)),
                new DealId(row.getObject("deal_id", UUID.class)),
                row.getString("deal_name"),
                row.getString("title"),
                row.getInt("issues"),
                moment(row, "plan_on"),
                moment(row, "opened_at"),
                ended(row),
                moment(row, "updated_at").orElseThrow());
    }

    public boolean any(Viewer viewer) {
        return asked(viewer, "SELECT EXISTS (SELECT FROM negotiation n WHERE " + OURS + ")")
                .query(Boolean.class)
                .single();
    }

    public void add(Viewer viewer, NegotiationId id, DealId deal, String title, Instant at) {
        asked(
                        viewer,
                        """
                        INSERT INTO negotiation (workspace_id, id, deal_id, title, created_at, created_by, updated_at)
                        VALUES (:workspace, :id, :deal, :title, :at, :member, :at)
                        """)
                .param("id", id.value())
                .param("deal", deal.value())
                .param("title", title)
                .param("at", utc(at))
                .update();
        join(viewer, id, viewer.member(), at);
    }

    public boolean join(Viewer viewer, NegotiationId id, MemberId member, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO negotiation_member (workspace_id, negotiation_id, member_id, added_at)
                                VALUES (:workspace, :id, :member, :at) ON CONFLICT DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .param("member", member.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    public boolean leave(Viewer viewer, NegotiationId id, MemberId member) {
        return jdbc.sql(
                                "DELETE FROM negotiation_member WHERE workspace_id = :workspace AND negotiation_id = :id AND member_id = :member")
                        .param("workspace", viewer.workspace().value())
                        .param("id", id.value())
                        .param("member", member.value())
                        .update()
                == 1;
    }

    /** Writes what stands in the negotiation's own row, and counts the change. */
    public void write(Viewer viewer, NegotiationId id, Plan plan, Instant at) {
        asked(
                        viewer,
                        """
                        UPDATE negotiation SET title = :title, plan_on = :planOn, walk_away = :walkAway, walk_away_words = :walkAwayWords,
                               aim_lift = :lift, aim_defence = :defence, aim_defended_at = :defendedAt, aim_defended_by = :defendedBy,
                               aim_heard_at = :heardAt, aim_heard_by = :heardBy, all_issues_at = :allIssues,
                               all_issues_by = CASE WHEN cast(:allIssues AS timestamptz) IS NULL THEN NULL WHEN all_issues_at = :allIssues THEN all_issues_by ELSE :member END,
                               price_override = :override,
                               price_override_at = CASE WHEN :override = '' THEN NULL WHEN price_override = :override THEN price_override_at ELSE :at END,
                               price_override_by = CASE WHEN :override = '' THEN NULL WHEN price_override = :override THEN price_override_by ELSE :member END,
                               revision = revision + 1, updated_at = :at
                        WHERE workspace_id = :workspace AND id = :id
                        """)
                .param("id", id.value())
                .param("title", plan.title())
                .param("planOn", utc(plan.planOn()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("walkAway", plan.walkAway().orElse(null), Types.NUMERIC)
                .param("walkAwayWords", plan.walkAwayWords())
                .param("lift", plan.aim().lift().orElse(null), Types.NUMERIC)
                .param("defence", plan.aim().defence())
                .param(
                        "defendedAt",
                        utc(plan.aim().defended().map(Aim.Deed::at)),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("defendedBy", by(plan.aim().defended()), Types.OTHER)
                .param(
                        "heardAt",
                        utc(plan.aim().heard().map(Aim.Deed::at)),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("heardBy", by(plan.aim().heard()), Types.OTHER)
                .param("allIssues", utc(plan.allIssues()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("override", plan.price().override())
                .param("at", utc(at))
                .update();
    }

    private static @Nullable UUID by(Optional<Aim.Deed> deed) {
        return deed.map(one -> one.by().value()).orElse(null);
    }

    public void open(Viewer viewer, NegotiationId id, Instant at) {
        asked(
                        viewer,
                        "UPDATE negotiation SET opened_at = :at, opened_by = :member, updated_at = :at WHERE workspace_id = :workspace AND id = :id AND opened_at IS NULL")
                .param("id", id.value())
                .param("at", utc(at))
                .update();
    }

    public void remove(Viewer viewer, NegotiationId id) {
        jdbc.sql("DELETE FROM negotiation WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(NegotiationRows::utc).orElse(null);
    }
}
