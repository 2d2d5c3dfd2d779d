package app.rapport.promises.store;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Step;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Promises with their steps. Words out of a mail are there for whoever sees the mail's text. */
@Repository
public class PromiseRows {
    static final int MOST = 200;

    /**
     * A promise to or of somebody whom the viewer does not see is out of sight with them, and one
     * out of a mail that is private with the mail. A task is seen by who made it and who keeps it
     * or did, whoever it is about.
     */
    static final String SELECT =
            """
            SELECT p.id, p.side, c.id AS person_id, coalesce(c.display_name, '') AS name, p.member_id, p.weight, p.touch_id, p.passage_start, p.passage_end, p.made_at,
                   p.made_by, p.every, p.every_from, p.remind_at, p.remind_by_mail,
                   CASE WHEN NOT p.from_words OR p.made_by = :member OR touch_sight(p.workspace_id, p.touch_id, :member) >= 3 THEN p.what ELSE '' END AS what
            FROM promise p
            LEFT JOIN contact c ON c.workspace_id = p.workspace_id AND c.id = p.person_id AND c.deleted_at IS NULL
            WHERE p.workspace_id = :workspace AND CASE WHEN p.side = 'task'
                  THEN p.member_id = :member OR p.made_by = :member
                       OR EXISTS (SELECT FROM promise_step s WHERE s.workspace_id = p.workspace_id AND s.promise_id = p.id AND s.to_member_id = :member)
                  ELSE c.id IS NOT NULL END
              AND (NOT p.from_words OR p.touch_id IS NULL OR p.made_by = :member OR touch_sight(p.workspace_id, p.touch_id, :member) > 0)
            """;

    private final JdbcClient jdbc;

    PromiseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Promise> one(Viewer viewer, UUID id) {
        return found(asked(viewer, SELECT + " AND p.id = :id").param("id", id), viewer).stream()
                .findFirst();
    }

    /** With one person, newest first. */
    public List<Promise> with(Viewer viewer, PersonId person) {
        return found(
                asked(
                                viewer,
                                SELECT
                                        + " AND p.person_id = :person ORDER BY p.made_at DESC LIMIT "
                                        + MOST)
                        .param("person", person.value()),
                viewer);
    }

    /** With any of these people, the newest of all. */
    public List<Promise> withAny(Viewer viewer, Collection<PersonId> people) {
        return found(
                asked(
                                viewer,
                                SELECT
                                        + " AND p.person_id = ANY(:people) ORDER BY p.made_at DESC LIMIT "
                                        + MOST * 10)
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new)),
                viewer);
    }

    /** Ours that these members keep or kept, and that were open at some time from then on. */
    public List<Promise> ofKeepers(
            Viewer viewer, Collection<MemberId> keepers, Instant from, Instant at) {
        return found(
                asked(
                                viewer,
                                SELECT
                                        + " AND p.side = 'ours' AND p.member_id = ANY(:keepers) AND p.made_at <= :at AND (p.settled_at IS NULL OR p.settled_at > :from)"
                                        + " ORDER BY p.made_at DESC LIMIT "
                                        + MOST * 10)
                        .param(
                                "keepers",
                                keepers.stream().map(MemberId::value).toArray(UUID[]::new))
                        .param("from", utc(from))
                        .param("at", utc(at)),
                viewer);
    }

    /** Ours to any of these people, the newest of each. */
    public List<Promise> ours(Viewer viewer, Collection<PersonId> people) {
        return found(
                asked(
                                viewer,
                                SELECT
                                        + " AND p.side = 'ours' AND p.person_id = ANY(:people) ORDER BY p.made_at DESC LIMIT "
                                        + MOST * 10)
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new)),
                viewer);
    }

    /** The member's own that were not settled at that moment, by when they are due; no tasks. */
    public List<Promise> openAt(Viewer viewer, Instant at) {
        return found(
                asked(
                                viewer,
                                SELECT
                                        + " AND p.side <> 'task' AND p.member_id = :member AND p.made_at <= :at AND (p.settled_at IS NULL OR p.settled_at > :at)"
                                        + " ORDER BY p.due_on NULLS LAST, p.id LIMIT "
                                        + MOST)
                        .param("at", utc(at)),
                viewer);
    }

    /** The member's own that are settled, the latest first. */
    public List<Promise> settled(Viewer viewer) {
        return found(
                asked(
                        viewer,
                        SELECT
                                + " AND p.member_id = :member AND p.settled_at IS NOT NULL ORDER BY p.settled_at DESC LIMIT 60"),
                viewer);
    }

    /** Those of these that the viewer sees, in no order. */
    List<Promise> all(Viewer viewer, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return found(
                asked(viewer, SELECT + " AND p.id = ANY(:ids)")
                        .param("ids", ids.toArray(UUID[]::new)),
                viewer);
    }

    StatementSpec asked(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    List<Promise> found(StatementSpec statement, Viewer viewer) {
        List<Promise> bare = statement.query((row, _) -> PromiseRow.promise(row)).list();
        if (bare.isEmpty()) return bare;
        Map<UUID, List<Step>> steps = steps(viewer, bare.stream().map(Promise::id).toList());
        return bare.stream().map(one -> one.with(steps.getOrDefault(one.id(), List.of()))).toList();
    }

    private record StepOf(UUID promise, Step step) {}

    private Map<UUID, List<Step>> steps(Viewer viewer, List<UUID> promises) {
        return jdbc
                .sql(
                        """
                        SELECT promise_id, id, kind, at, due_on, due_time, undoes, to_member_id,
                               CASE WHEN touch_sight(workspace_id, touch_id, :member) > 0 THEN touch_id END AS touch_id
                        FROM promise_step
                        WHERE workspace_id = :workspace AND promise_id = ANY(:promises) ORDER BY id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("promises", promises.toArray(UUID[]::new))
                .query((row, _) ->
                        new StepOf(row.getObject("promise_id", UUID.class), PromiseRow.step(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                StepOf::promise,
                                Collectors.mapping(StepOf::step, Collectors.toList())));
    }

    /**
     * @param fromWords whether its words were taken out of the touch
     */
    public void add(Viewer viewer, Promise promise, boolean fromWords) {
        asked(
                        viewer,
                        """
                        INSERT INTO promise (workspace_id, id, side, person_id, member_id, what, weight, touch_id, passage_start, passage_end, from_words, made_by, made_at, state)
                        VALUES (:workspace, :id, :side, :person, :keeper, :what, :weight, :touch, :start, :end, :fromWords, :member, :at, 'open')
                        """)
                .param("id", promise.id())
                .param("side", promise.side().name().toLowerCase(Locale.ROOT))
                .param("person", promise.person().map(PersonId::value).orElse(null))
                .param("keeper", promise.member().value())
                .param("what", promise.what())
                .param("weight", promise.weight())
                .param("touch", promise.madeIn().map(in -> in.touch().value()).orElse(null))
                .param("start", promise.madeIn().map(Evidence::start).orElse(0))
                .param("end", promise.madeIn().map(Evidence::end).orElse(0))
                .param("fromWords", fromWords)
                .param("at", utc(promise.madeAt()))
                .update();
        promise.steps().forEach(step -> add(viewer, promise, step));
    }

    /**
     * @param after with the step, which the promise's row tells in short from now on
     */
    public void add(Viewer viewer, Promise after, Step step) {
        asked(
                        viewer,
                        """
                        INSERT INTO promise_step (workspace_id, promise_id, id, kind, at, member_id, due_on, due_time, touch_id, undoes, to_member_id)
                        VALUES (:workspace, :promise, :id, :kind, :at, :member, :day, :time, :touch, :undoes, :to)
                        """)
                .param("promise", after.id())
                .param("id", step.id())
                .param("kind", step.kind().name().toLowerCase(Locale.ROOT))
                .param("at", utc(step.at()))
                .param("day", step.due().map(Deadline::day).orElse(null))
                .param("time", step.due().flatMap(Deadline::time).orElse(null))
                .param("touch", step.shown().map(TouchId::value).orElse(null))
                .param("undoes", step.undoes().orElse(null))
                .param("to", step.to().map(MemberId::value).orElse(null))
                .update();
        jdbc.sql(
                        """
                        UPDATE promise SET state = :state, due_on = :day, due_time = :time, settled_at = :settled
                        WHERE workspace_id = :workspace AND id = :promise
                        """)
                .param("workspace", viewer.workspace().value())
                .param("promise", after.id())
                .param("state", after.state(viewer.zone()).name().toLowerCase(Locale.ROOT))
                .param("day", after.due().map(Deadline::day).orElse(null))
                .param("time", after.due().flatMap(Deadline::time).orElse(null))
                .param("settled", after.settledAt(viewer.zone()).map(PromiseRows::utc).orElse(null))
                .update();
    }

    public void madeIn(Viewer viewer, UUID id, Optional<Evidence> words) {
        jdbc.sql(
                        """
                        UPDATE promise SET touch_id = :touch, passage_start = :start, passage_end = :end
                        WHERE workspace_id = :workspace AND id = :id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .param("touch", words.map(in -> in.touch().value()).orElse(null), Types.OTHER)
                .param("start", words.map(Evidence::start).orElse(0))
                .param("end", words.map(Evidence::end).orElse(0))
                .update();
    }

    public boolean remove(Viewer viewer, UUID id) {
        return asked(
                                viewer,
                                "DELETE FROM promise WHERE workspace_id = :workspace AND id = :id AND made_by = :member")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Serialises what is done to one promise; false where there is none. */
    public boolean lock(Viewer viewer, UUID id) {
        return jdbc.sql(
                        "SELECT id FROM promise WHERE workspace_id = :workspace AND id = :id FOR UPDATE")
                .param("workspace", viewer.workspace().value())
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
