package app.rapport.calls.store;

import app.rapport.calls.model.PlanText;
import app.rapport.calls.model.TalkPlan;
import app.rapport.calls.model.TalkPlan.Terms;
import app.rapport.conversations.Channel;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Plans of talks. One with somebody whom the viewer does not see is out of sight with them. */
@Repository
public class TalkPlanRows {
    private static final String SELECT =
            """
            SELECT p.*, EXISTS (SELECT FROM talk_log l WHERE l.workspace_id = p.workspace_id AND l.plan_id = p.id) AS logged,
                   ARRAY(SELECT g.person_id FROM talk_guest g
                         JOIN contact gc ON gc.workspace_id = g.workspace_id AND gc.id = g.person_id AND gc.deleted_at IS NULL
                         WHERE g.workspace_id = p.workspace_id AND g.plan_id = p.id ORDER BY g.person_id) AS guests
            FROM talk_plan p
            JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
            WHERE p.workspace_id = :workspace AND p.deleted_at IS NULL
            """;

    private static final String UNLOGGED =
            " AND NOT EXISTS (SELECT FROM talk_log l WHERE l.workspace_id = p.workspace_id AND l.plan_id = p.id)";

    private final JdbcClient jdbc;

    TalkPlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<TalkPlan> one(Viewer viewer, UUID id) {
        return asked(viewer, SELECT + " AND p.id = :id")
                .param("id", id)
                .query((row, _) -> plan(row))
                .optional();
    }

    /** The viewer's own with that person that are not logged yet, newest first. */
    public List<TalkPlan> open(Viewer viewer, PersonId person) {
        return asked(
                        viewer,
                        SELECT
                                + " AND p.person_id = :person AND p.member_id = :member"
                                + UNLOGGED
                                + " ORDER BY p.id DESC LIMIT 20")
                .param("person", person.value())
                .param("member", viewer.member().value())
                .query((row, _) -> plan(row))
                .list();
    }

    /** Everybody's with that person, newest first. */
    public List<TalkPlan> with(Viewer viewer, PersonId person, int most) {
        return asked(viewer, SELECT + " AND p.person_id = :person ORDER BY p.id DESC LIMIT :most")
                .param("person", person.value())
                .param("most", most)
                .query((row, _) -> plan(row))
                .list();
    }

    /**
     * Newest first.
     *
     * @param before the last of the page before
     * @param open only such as are not logged; empty for all
     */
    public List<TalkPlan> page(
            Viewer viewer,
            Optional<PersonId> person,
            Optional<Boolean> open,
            Optional<UUID> before,
            int most) {
        return asked(
                        viewer,
                        SELECT
                                + " AND (:person::uuid IS NULL OR p.person_id = :person::uuid) AND (:before::uuid IS NULL OR p.id < :before::uuid)"
                                + open.map(one -> one ? UNLOGGED : UNLOGGED.replace("NOT ", ""))
                                        .orElse("")
                                + " ORDER BY p.id DESC LIMIT :most")
                .param("person", person.map(PersonId::value).orElse(null), Types.OTHER)
                .param("before", before.orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, _) -> plan(row))
                .list();
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }

    private static TalkPlan plan(ResultSet row) throws SQLException {
        return new TalkPlan(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                new Terms(
                        row.getString("kind"),
                        Channel.of(row.getString("channel")),
                        Optional.ofNullable(row.getObject("meeting_id", UUID.class)),
                        moment(row, "starts_at"),
                        Optional.ofNullable(row.getObject("minutes", Integer.class))),
                new PlanText(
                        row.getString("aim"),
                        row.getString("questions"),
                        row.getString("bring"),
                        row.getString("told"),
                        row.getString("others")),
                people(row.getArray("guests")),
                Optional.ofNullable(row.getObject("draft_id", UUID.class)),
                moment(row, "created_at").orElseThrow(),
                moment(row, "changed_at").orElseThrow(),
                row.getBoolean("logged"));
    }

    private static List<PersonId> people(Array ids) throws SQLException {
        return Arrays.stream((UUID[]) ids.getArray()).map(PersonId::new).toList();
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(TalkPlanRows::utc).orElse(null);
    }

    /** False where there is one of that id, whoever's. */
    public boolean add(Viewer viewer, TalkPlan plan) {
        boolean added =
                stored(
                        viewer,
                        plan,
                        """
                        INSERT INTO talk_plan (workspace_id, id, person_id, member_id, kind, channel, meeting_id, starts_at, minutes,
                                               aim, questions, bring, told, others, draft_id, created_at, changed_at)
                        VALUES (:workspace, :id, :person, :keeper, :kind, :channel, :meeting, :starts, :minutes,
                                :aim, :questions, :bring, :told, :others, :draft, :now, :now)
                        ON CONFLICT (workspace_id, id) DO NOTHING
                        """);
        if (added) putGuests(viewer, plan);
        return added;
    }

    public void change(Viewer viewer, TalkPlan plan) {
        stored(
                viewer,
                plan,
                """
                UPDATE talk_plan SET kind = :kind, channel = :channel, meeting_id = :meeting, starts_at = :starts, minutes = :minutes,
                       aim = :aim, questions = :questions, bring = :bring, told = :told, others = :others,
                       draft_id = :draft, person_id = :person, member_id = :keeper, changed_at = :now
                WHERE workspace_id = :workspace AND id = :id
                """);
        putGuests(viewer, plan);
    }

    private boolean stored(Viewer viewer, TalkPlan plan, String sql) {
        return asked(viewer, sql)
                        .param("id", plan.id())
                        .param("person", plan.person().value())
                        .param("keeper", plan.member().value())
                        .param("kind", plan.terms().kind())
                        .param("channel", plan.terms().channel().word())
                        .param("meeting", plan.terms().meeting().orElse(null), Types.OTHER)
                        .param(
                                "starts",
                                utc(plan.terms().startsAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("minutes", plan.terms().minutes().orElse(null), Types.INTEGER)
                        .param("aim", plan.words().aim())
                        .param("questions", plan.words().questions())
                        .param("bring", plan.words().bring())
                        .param("told", plan.words().told())
                        .param("others", plan.words().others())
                        .param("draft", plan.draft().orElse(null), Types.OTHER)
                        .param("now", utc(plan.changedAt()))
                        .update()
                == 1;
    }

    /** Those out of the viewer's sight stay. */
    private void putGuests(Viewer viewer, TalkPlan plan) {
        UUID[] guests =
                plan.guests().stream()
                        .filter(one -> !one.equals(plan.person()))
                        .map(PersonId::value)
                        .toArray(UUID[]::new);
        asked(
                        viewer,
                        """
                        DELETE FROM talk_guest g USING contact c
                        WHERE g.workspace_id = :workspace AND g.plan_id = :plan AND NOT g.person_id = ANY(:guests)
                          AND c.workspace_id = g.workspace_id AND c.id = g.person_id
                        """)
                .param("plan", plan.id())
                .param("guests", guests)
                .update();
        asked(
                        viewer,
                        """
                        INSERT INTO talk_guest (workspace_id, plan_id, person_id)
                        SELECT :workspace, :plan, id FROM unnest(:guests::uuid[]) id ON CONFLICT DO NOTHING
                        """)
                .param("plan", plan.id())
                .param("guests", guests)
                .update();
    }

    /** Serialises what is done to one plan. */
    public void lock(Viewer viewer, UUID id) {
        asked(
                        viewer,
                        "SELECT id FROM talk_plan WHERE workspace_id = :workspace AND id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    public boolean delete(Viewer viewer, UUID id, Instant now) {
        return asked(
                                viewer,
                                "UPDATE talk_plan SET deleted_at = :now, deleted_by = :member WHERE workspace_id = :workspace AND id = :id AND deleted_at IS NULL")
                        .param("id", id)
                        .param("now", utc(now))
                        .param("member", viewer.member().value())
                        .update()
                == 1;
    }
}
