package app.rapport.promises.store;

import app.rapport.database.NewestFirst;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PlaceInTime;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.DuePlace;
import app.rapport.promises.model.Lane;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Task;
import app.rapport.promises.model.Whose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Lists of tasks: first which ones, by an index alone; then those few with their steps. */
@Repository
public class TaskRows {
    private final JdbcClient jdbc;
    private final PromiseRows rows;

    TaskRows(JdbcClient jdbc, PromiseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Open ones by when they are due, those without a day last. */
    public List<Promise> open(Viewer viewer, Whose whose, Optional<DuePlace> after, int most) {
        String beyond =
                after.isPresent()
                        ? " AND (coalesce(due_on, 'infinity'::date), id) > (coalesce(:day::date, 'infinity'::date), :after)"
                        : "";
        StatementSpec asked =
                asked(
                        viewer,
                        "SELECT id FROM promise WHERE workspace_id = :workspace AND side = 'task' AND settled_at IS NULL AND "
                                + (whose == Whose.MINE
                                        ? "member_id = :member"
                                        : "made_by = :member AND made_by <> member_id")
                                + beyond
                                + " ORDER BY coalesce(due_on, 'infinity'::date), id LIMIT "
                                + most);
        after.ifPresent(
                from -> asked.param("day", from.due().orElse(null)).param("after", from.id()));
        return inOrder(viewer, asked.query(UUID.class).list());
    }

    /** Kept or withdrawn ones, the latest first. */
    public List<Promise> settled(Viewer viewer, PlaceInTime before, int most) {
        return inOrder(
                viewer,
                NewestFirst.before(
                                asked(
                                        viewer,
                                        "SELECT id FROM promise WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NOT NULL"
                                                + NewestFirst.by("settled_at", "id")),
                                before,
                                most)
                        .query(UUID.class)
                        .list());
    }

    /** Open ones of these days. */
    public List<Promise> between(Viewer viewer, LocalDate first, LocalDate last, int most) {
        return inOrder(
                viewer,
                asked(
                                viewer,
                                """
                                SELECT id FROM promise
                                WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NULL
                                  AND coalesce(due_on, 'infinity'::date) BETWEEN :first AND :last
                                ORDER BY coalesce(due_on, 'infinity'::date), id LIMIT :most
                                """)
                        .param("first", first)
                        .param("last", last)
                        .param("most", most)
                        .query(UUID.class)
                        .list());
    }

    /** How many stand in each lane; of those done only such as were done since. */
    public Map<Lane, Integer> counts(Viewer viewer, LocalDate today, Instant doneSince) {
        Map<Lane, Integer> counts = new EnumMap<>(Lane.class);
        days(
                        asked(
                                viewer,
                                """
                                SELECT count(*) FILTER (WHERE state <> 'waiting' AND day < :today) AS late,
                                       count(*) FILTER (WHERE state <> 'waiting' AND day = :today) AS today,
                                       count(*) FILTER (WHERE state <> 'waiting' AND day > :today AND day <= :sunday) AS week,
                                       count(*) FILTER (WHERE state <> 'waiting' AND day > :sunday) AS later,
                                       count(*) FILTER (WHERE state = 'waiting') AS waiting,
                                       (SELECT count(*) FROM promise
                                        WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at > :since) AS done
                                FROM (SELECT state, coalesce(due_on, 'infinity'::date) AS day FROM promise
                                      WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NULL) open
                                """),
                        today)
                .param("since", PromiseRows.utc(doneSince))
                .query(row -> {
                    for (Lane lane : Lane.values()) counts.put(lane, row.getInt(lane.key()));
                });
        return counts;
    }

    /** The first few of each lane. */
    public Map<Lane, List<Promise>> lanes(
            Viewer viewer, LocalDate today, Instant doneSince, int most) {
        record Placed(Lane lane, UUID id) {}
        List<Placed> placed =
                days(asked(viewer, LANES), today)
                        .param("since", PromiseRows.utc(doneSince))
                        .param("most", most)
                        .query((row, _) ->
                                new Placed(
                                        Lane.valueOf(
                                                row.getString("lane").toUpperCase(Locale.ROOT)),
                                        row.getObject("id", UUID.class)))
                        .list();
        Map<UUID, Promise> found = byId(viewer, placed.stream().map(Placed::id).toList());
        Map<Lane, List<Promise>> lanes = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values())
            lanes.put(
                    lane,
                    placed.stream()
                            .filter(one -> one.lane() == lane)
                            .flatMap(one -> Optional.ofNullable(found.get(one.id())).stream())
                            .toList());
        return lanes;
    }

    private static final String LANES =
            List.of(
                            lane("late", "DAY < :today AND state <> 'waiting'"),
                            lane("today", "DAY = :today AND state <> 'waiting'"),
                            lane("week", "DAY > :today AND DAY <= :sunday AND state <> 'waiting'"),
                            lane("later", "DAY > :sunday AND state <> 'waiting'"),
                            lane("waiting", "state = 'waiting'"),
                            """
                            (SELECT 'done' AS lane, id FROM promise
                             WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at > :since
                             ORDER BY settled_at DESC LIMIT :most)
                            """)
                    .stream()
                    .collect(Collectors.joining(" UNION ALL "));

    private static String lane(String name, String condition) {
        return """
        (SELECT '%s' AS lane, id FROM promise
         WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NULL AND %s
         ORDER BY coalesce(due_on, 'infinity'::date), id LIMIT :most)
        """
                .formatted(name, condition.replace("DAY", "coalesce(due_on, 'infinity'::date)"));
    }

    private static StatementSpec days(StatementSpec asked, LocalDate today) {
        return asked.param("today", today).param("sunday", Lane.endOfWeek(today));
    }

    /** Those that may call for a look: due by that day, with a reminder that is over, or given. */
    public List<Promise> calling(Viewer viewer, LocalDate dueBy, Instant at, int most) {
        return inOrder(
                viewer,
                asked(
                                viewer,
                                """
                                (SELECT id FROM promise
                                 WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NULL
                                   AND coalesce(due_on, 'infinity'::date) <= :day AND made_at <= :at
                                 ORDER BY coalesce(due_on, 'infinity'::date) DESC, id LIMIT :most)
                                UNION
                                (SELECT id FROM promise
                                 WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NULL AND remind_at <= :at
                                 ORDER BY remind_at DESC LIMIT :most)
                                UNION
                                (SELECT id FROM promise
                                 WHERE workspace_id = :workspace AND member_id = :member AND side = 'task' AND settled_at IS NULL AND made_by <> member_id
                                 ORDER BY id DESC LIMIT :most)
                                """)
                        .param("day", dueBy)
                        .param("at", PromiseRows.utc(at))
                        .param("most", most)
                        .query(UUID.class)
                        .list());
    }

    private List<Promise> inOrder(Viewer viewer, List<UUID> ids) {
        Map<UUID, Promise> found = byId(viewer, ids);
        return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
    }

    private Map<UUID, Promise> byId(Viewer viewer, Collection<UUID> ids) {
        return rows.all(viewer, ids).stream()
                .collect(Collectors.toMap(Promise::id, Function.identity()));
    }

    private StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    public void series(Viewer viewer, UUID id, Optional<Task.Series> series) {
        jdbc.sql(
                        "UPDATE promise SET every = :every, every_from = :since WHERE workspace_id = :workspace AND id = :id AND side = 'task'")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param(
                        "every",
                        series.map(one -> one.every().name().toLowerCase(Locale.ROOT)).orElse(null))
                .param("since", series.map(Task.Series::since).orElse(null))
                .update();
    }

    public void remind(Viewer viewer, UUID id, Optional<Instant> at, boolean byMail) {
        jdbc.sql(
                        """
                        UPDATE promise SET remind_at = :at, remind_by_mail = :mail, reminded_at = NULL
                        WHERE workspace_id = :workspace AND id = :id AND side = 'task'
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("at", at.map(PromiseRows::utc).orElse(null))
                .param("mail", byMail)
                .update();
    }

    /** A mail that its former keeper ordered is not sent to the new one. */
    public void keeper(Viewer viewer, UUID id, MemberId keeper) {
        jdbc.sql(
                        """
                        UPDATE promise SET member_id = :keeper, remind_by_mail = remind_by_mail AND member_id = :keeper
                        WHERE workspace_id = :workspace AND id = :id AND side = 'task'
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("keeper", keeper.value())
                .update();
    }

    /**
     * The next of a series, like the one before; false where one follows it already.
     *
     * @param remindAt moved on with the day
     */
    public boolean follow(
            Viewer viewer,
            UUID before,
            UUID next,
            LocalDate due,
            @Nullable Instant remindAt,
            Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO promise (workspace_id, id, side, person_id, person_origin, member_id, what, weight, every, every_from, follows,
                                                     remind_at, remind_by_mail, made_by, made_at, state, due_on, due_time)
                                SELECT workspace_id, :next, side, person_id, person_origin, member_id, what, weight, every, every_from, id,
                                       :remind, remind_by_mail, made_by, :at, 'open', :due, due_time
                                FROM promise WHERE workspace_id = :workspace AND id = :before
                                ON CONFLICT (workspace_id, follows) WHERE follows IS NOT NULL DO NOTHING
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("before", before)
                        .param("next", next)
                        .param("due", due)
                        .param("remind", remindAt == null ? null : PromiseRows.utc(remindAt))
                        .param("at", PromiseRows.utc(now))
                        .update()
                == 1;
    }

    /** What came after it goes, where nothing happened to it yet. */
    public void unfollow(Viewer viewer, UUID before) {
        jdbc.sql(
                        """
                        DELETE FROM promise p WHERE p.workspace_id = :workspace AND p.follows = :before
                          AND (SELECT count(*) FROM promise_step s WHERE s.workspace_id = p.workspace_id AND s.promise_id = p.id) = 1
                        """)
                .param("workspace", viewer.workspace().value())
                .param("before", before)
                .update();
    }
}
