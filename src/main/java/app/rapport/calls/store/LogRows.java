package app.rapport.calls.store;

import app.rapport.calls.model.SentAhead;
import app.rapport.calls.model.TalkLog;
import app.rapport.calls.model.TalkLog.Discovered;
import app.rapport.calls.model.TalkLog.Judgement;
import app.rapport.calls.model.TalkLog.Next;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What came out of talks. */
@Repository
public class LogRows {
    private static final String PUT =
            """
            INSERT INTO talk_log (workspace_id, plan_id, touch_id, member_id, logged_at, aim, mood, moved, missed,
                                  motivators, budget, how_decided, who_decides, who_influences, uses_now,
                                  next_step, next_promise_id, next_made_here, none_because, sent_ahead)
            VALUES (:workspace, :plan, :touch, :member, :at, :aim, :mood, :moved, :missed,
                    :motivators, :budget, :howDecided, :whoDecides, :whoInfluences, :usesNow,
                    :next, :promise, :madeHere, :none, :sentAhead)
            ON CONFLICT (workspace_id, plan_id) DO UPDATE SET
                aim = excluded.aim, mood = excluded.mood, moved = excluded.moved, missed = excluded.missed,
                motivators = excluded.motivators, budget = excluded.budget, how_decided = excluded.how_decided,
                who_decides = excluded.who_decides, who_influences = excluded.who_influences, uses_now = excluded.uses_now,
                next_step = excluded.next_step, next_promise_id = excluded.next_promise_id,
                next_made_here = excluded.next_made_here, none_because = excluded.none_because
            """;

    private final JdbcClient jdbc;

    LogRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<TalkLog> of(Viewer viewer, UUID plan) {
        return asked(
                        viewer,
                        "SELECT * FROM talk_log WHERE workspace_id = :workspace AND plan_id = :plan")
                .param("plan", plan)
                .query((row, _) -> log(row))
                .optional();
    }

    /** Of talks with that person that were logged by then, newest first. */
    public List<TalkLog> with(Viewer viewer, PersonId person, Instant at, int most) {
        return asked(
                        viewer,
                        """
                        SELECT l.* FROM talk_log l
                        JOIN talk_plan p ON p.workspace_id = l.workspace_id AND p.id = l.plan_id AND p.deleted_at IS NULL
                        WHERE l.workspace_id = :workspace AND p.person_id = :person AND l.logged_at <= :at
                        ORDER BY l.logged_at DESC LIMIT :most
                        """)
                .param("person", person.value())
                .param("at", TalkPlanRows.utc(at))
                .param("most", most)
                .query((row, _) -> log(row))
                .list();
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql).param("workspace", viewer.workspace().value());
    }

    private static TalkLog log(ResultSet row) throws SQLException {
        return new TalkLog(
                row.getObject("plan_id", UUID.class),
                Optional.ofNullable(row.getObject("touch_id", UUID.class)).map(TouchId::new),
                new MemberId(row.getObject("member_id", UUID.class)),
                TalkPlanRows.moment(row, "logged_at").orElseThrow(),
                new Judgement(
                        TalkLog.Aim.valueOf(row.getString("aim").toUpperCase(Locale.ROOT)),
                        TalkLog.Mood.valueOf(row.getString("mood").toUpperCase(Locale.ROOT)),
                        row.getString("moved"),
                        row.getString("missed")),
                new Discovered(
                        row.getString("motivators"),
                        row.getString("budget"),
                        row.getString("how_decided"),
                        row.getString("who_decides"),
                        row.getString("who_influences"),
                        row.getString("uses_now")),
                new Next(
                        row.getString("next_step"),
                        Optional.empty(),
                        Optional.ofNullable(row.getObject("next_promise_id", UUID.class)),
                        row.getBoolean("next_made_here"),
                        row.getString("none_because")));
    }

    /**
     * @param at when it was judged so
     * @param sentAhead whether they had the plan before; what was said of it first stays
     */
    public void put(Viewer viewer, TalkLog log, Instant at, boolean sentAhead) {
        StatementSpec statement =
                asked(viewer, PUT)
                        .param("plan", log.plan())
                        .param("touch", log.touch().map(TouchId::value).orElse(null), Types.OTHER)
                        .param("member", log.member().value())
                        .param("at", TalkPlanRows.utc(log.loggedAt()))
                        .param("sentAhead", sentAhead);
        judged(statement, log.judgement());
        discovered(statement, log.discovered());
        next(statement, log.next());
        statement.update();
        keepForThePast(viewer, log, at);
    }

    private static void judged(StatementSpec statement, Judgement judgement) {
        statement
                .param("aim", TalkLog.word(judgement.aim()))
                .param("mood", TalkLog.word(judgement.mood()))
                .param("moved", judgement.moved())
                .param("missed", judgement.missed());
    }

    private static void discovered(StatementSpec statement, Discovered discovered) {
        statement
                .param("motivators", discovered.motivators())
                .param("budget", discovered.budget())
                .param("howDecided", discovered.howDecided())
                .param("whoDecides", discovered.whoDecides())
                .param("whoInfluences", discovered.whoInfluences())
                .param("usesNow", discovered.usesNow());
    }

    private static void next(StatementSpec statement, Next next) {
        statement
                .param("next", next.words())
                .param("promise", next.promise().orElse(null), Types.OTHER)
                .param("madeHere", next.madeHere())
                .param("none", next.noneBecause());
    }

    /** What was said before stays beside it, for past moments. */
    private void keepForThePast(Viewer viewer, TalkLog log, Instant at) {
        asked(
                        viewer,
                        """
                        INSERT INTO talk_judged (workspace_id, plan_id, at, mood, leads_on)
                        VALUES (:workspace, :plan, :at, :mood, :leadsOn)
                        ON CONFLICT (workspace_id, plan_id, at) DO UPDATE SET mood = excluded.mood, leads_on = excluded.leads_on
                        """)
                .param("plan", log.plan())
                .param("at", TalkPlanRows.utc(at))
                .param("mood", TalkLog.word(log.judgement().mood()))
                .param("leadsOn", !log.next().isMissing())
                .update();
    }

    public void remove(Viewer viewer, UUID plan) {
        asked(viewer, "DELETE FROM talk_log WHERE workspace_id = :workspace AND plan_id = :plan")
                .param("plan", plan)
                .update();
    }

    /**
     * A talk of the viewer's that was logged without a next step.
     *
     * @param name of the person
     */
    public record Loose(UUID plan, PersonId person, String name, TouchId touch, Instant loggedAt) {}

    /** As it stood at that moment: none where a later talk with the same person was logged. */
    public List<Loose> loose(Viewer viewer, Instant from, Instant at) {
        return asked(
                        viewer,
                        """
                        SELECT l.plan_id, p.person_id, c.display_name, l.touch_id, l.logged_at FROM talk_log l
                        JOIN talk_plan p ON p.workspace_id = l.workspace_id AND p.id = l.plan_id AND (p.deleted_at IS NULL OR p.deleted_at > :at)
                        JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
                        WHERE l.workspace_id = :workspace AND l.member_id = :member AND l.logged_at > :from AND l.logged_at <= :at
                          AND l.touch_id IS NOT NULL
                          AND NOT (SELECT j.leads_on FROM talk_judged j
                                   WHERE j.workspace_id = l.workspace_id AND j.plan_id = l.plan_id AND j.at <= :at ORDER BY j.at DESC LIMIT 1)
                          AND NOT EXISTS (SELECT FROM talk_log o JOIN talk_plan op ON op.workspace_id = o.workspace_id AND op.id = o.plan_id
                                          WHERE o.workspace_id = l.workspace_id AND op.person_id = p.person_id
                                            AND (op.deleted_at IS NULL OR op.deleted_at > :at)
                                            AND o.logged_at > l.logged_at AND o.logged_at <= :at)
                        ORDER BY l.logged_at DESC LIMIT 100
                        """)
                .param("member", viewer.member().value())
                .param("from", TalkPlanRows.utc(from))
                .param("at", TalkPlanRows.utc(at))
                .query((row, _) ->
                        new Loose(
                                row.getObject("plan_id", UUID.class),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getString("display_name"),
                                new TouchId(row.getObject("touch_id", UUID.class)),
                                TalkPlanRows.moment(row, "logged_at").orElseThrow()))
                .list();
    }

    /** How a talk felt to somebody. */
    public record Felt(UUID plan, PersonId person, TalkLog.Mood mood, Instant at) {}

    /** Of talks with these people, as was said of them by then. */
    public List<Felt> felt(Viewer viewer, Collection<PersonId> people, Instant at) {
        return asked(
                        viewer,
                        """
                        SELECT l.plan_id, p.person_id, j.mood, coalesce(p.notes_begun_at, l.logged_at) AS at FROM talk_log l
                        JOIN talk_plan p ON p.workspace_id = l.workspace_id AND p.id = l.plan_id AND (p.deleted_at IS NULL OR p.deleted_at > :at)
                        JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
                        JOIN LATERAL (SELECT mood FROM talk_judged
                                      WHERE workspace_id = l.workspace_id AND plan_id = l.plan_id AND at <= :at ORDER BY at DESC LIMIT 1) j
                          ON j.mood <> 'not_said'
                        WHERE l.workspace_id = :workspace AND p.person_id = ANY(:people) AND l.logged_at <= :at
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", TalkPlanRows.utc(at))
                .query((row, _) ->
                        new Felt(
                                row.getObject("plan_id", UUID.class),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                TalkLog.Mood.valueOf(
                                        row.getString("mood").toUpperCase(Locale.ROOT)),
                                TalkPlanRows.moment(row, "at").orElseThrow()))
                .list();
    }

    /** Somebody whose talks count from one moment until another. */
    public record Within(UUID of, PersonId person, Instant from, Instant until) {}

    /** Whether a plan was sent ahead of any of the talks in these spans, by what they are of. */
    public Map<UUID, Boolean> sentAhead(Viewer viewer, List<Within> spans) {
        Map<UUID, Boolean> sent = new HashMap<>();
        asked(
                        viewer,
                        """
                        SELECT s.id, bool_or(l.sent_ahead) AS sent
                        FROM unnest(:ids::uuid[], :people::uuid[], :froms::timestamptz[], :untils::timestamptz[]) s (id, person_id, since, until)
                        JOIN talk_plan p ON p.workspace_id = :workspace AND p.person_id = s.person_id AND p.deleted_at IS NULL
                        JOIN talk_log l ON l.workspace_id = p.workspace_id AND l.plan_id = p.id AND l.logged_at >= s.since AND l.logged_at < s.until
                        GROUP BY s.id
                        """)
                .param("ids", spans.stream().map(Within::of).toArray(UUID[]::new))
                .param(
                        "people",
                        spans.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .param(
                        "froms",
                        spans.stream().map(one -> one.from().toString()).toArray(String[]::new))
                .param(
                        "untils",
                        spans.stream().map(one -> one.until().toString()).toArray(String[]::new))
                .query(row -> {
                    sent.put(row.getObject("id", UUID.class), row.getBoolean("sent"));
                });
        return sent;
    }

    /** Talks whose aim was judged, with a plan sent ahead and without. */
    public SentAhead sentAhead(Viewer viewer) {
        return asked(
                        viewer,
                        """
                        SELECT count(*) FILTER (WHERE sent_ahead) AS sent, count(*) FILTER (WHERE sent_ahead AND aim = 'yes') AS sent_reached,
                               count(*) FILTER (WHERE NOT sent_ahead) AS others, count(*) FILTER (WHERE NOT sent_ahead AND aim = 'yes') AS others_reached
                        FROM talk_log WHERE workspace_id = :workspace AND aim <> 'not_said'
                        """)
                .query((row, _) ->
                        new SentAhead(
                                new SentAhead.Share(row.getInt("sent"), row.getInt("sent_reached")),
                                new SentAhead.Share(
                                        row.getInt("others"), row.getInt("others_reached"))))
                .single();
    }
}
