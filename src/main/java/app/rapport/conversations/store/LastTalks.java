package app.rapport.conversations.store;

import app.rapport.conversations.model.Sides;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people and we last spoke, and with whom else. */
@Repository
public class LastTalks {
    private final JdbcClient jdbc;

    LastTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When each of these people last wrote or called, up to that moment; absent = never. */
    public Map<PersonId, Instant> lastFrom(Viewer viewer, Collection<PersonId> people, Instant at) {
        Map<PersonId, Instant> last = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT person, last.at
                        FROM unnest(:people::uuid[]) person
                        CROSS JOIN LATERAL (
                          SELECT p.at FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at <= :at
                            AND p.role IN ('from', 'with') AND t.is_touch AND t.known_at <= :at
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.at DESC LIMIT 1) last
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    last.put(
                            new PersonId(row.getObject("person", UUID.class)),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return last;
    }

    /** The newest touch from each of these people and the newest of the member's to them. */
    public record Newest(PersonId person, Optional<TouchId> theirs, Optional<TouchId> ours) {}

    public List<Newest> newest(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant at) {
        return jdbc.sql(
                        """
                        SELECT person, theirs.touch_id AS theirs, ours.touch_id AS ours
                        FROM unnest(:people::uuid[]) person
                        LEFT JOIN LATERAL (
                          SELECT p.touch_id FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at <= :at
                            AND p.role = 'from' AND t.is_touch AND t.known_at <= :at
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.at DESC, p.touch_id DESC LIMIT 1) theirs ON true
                        LEFT JOIN LATERAL (
                          SELECT p.touch_id FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at <= :at
                            AND p.role IN ('to', 'with') AND t.is_touch AND t.known_at <= :at AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                            AND (t.kind <> 'mail' OR t.from_key = ANY(:mine))
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                          ORDER BY p.at DESC, p.touch_id DESC LIMIT 1) ours ON true
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("mine", sides.mine().toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Newest(
                                new PersonId(row.getObject("person", UUID.class)),
                                touch(row.getObject("theirs", UUID.class)),
                                touch(row.getObject("ours", UUID.class))))
                .list();
    }

    private static Optional<TouchId> touch(@Nullable UUID id) {
        return Optional.ofNullable(id).map(TouchId::new);
    }

    /** Those of these people who stand on any touch, also a private one: they are not forgotten. */
    public List<PersonId> mentioned(Viewer viewer, Collection<PersonId> people) {
        return jdbc.sql(
                        """
                        SELECT person FROM unnest(:people::uuid[]) person
                        WHERE EXISTS (SELECT FROM touch_party p WHERE p.workspace_id = :workspace AND p.person_id = person)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * When each person was last in touch, up to that moment; absent = never. All of the workspace
     * see it, so what is private is left out.
     *
     * @param only of these; of everybody when it is empty
     */
    public Map<PersonId, Instant> lastOf(Viewer viewer, Collection<PersonId> only, Instant at) {
        Map<PersonId, Instant> last = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT p.person_id, max(p.at) AS at
                        FROM touch_party p
                        JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                        WHERE p.workspace_id = :workspace AND p.person_id IS NOT NULL AND p.at <= :at
                          AND (:everybody OR p.person_id = ANY(:only))
                          AND p.role IN ('from', 'to', 'with') AND t.is_touch
                          AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                          AND NOT t.private
                        GROUP BY p.person_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("everybody", only.isEmpty())
                .param("only", only.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    last.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return last;
    }

    /**
     * How many touches of a kind lie in the member's archive, counted no further than {@link
     * #COUNTED}, and up to when.
     */
    public record Reach(String kind, long count, Instant upTo) {
        public static final long COUNTED = 250;
    }

    public List<Reach> reach(Viewer viewer, Instant at) {
        return jdbc.sql(
                        """
                        SELECT 'mail' AS kind, count(*) AS n, max(o.at) AS up_to
                        FROM (SELECT at FROM touch_owner
                              WHERE workspace_id = :workspace AND member_id = :member AND at <= :at AND NOT spoken
                              ORDER BY at DESC, touch_id DESC LIMIT :most) o
                        HAVING count(*) > 0
                        UNION ALL
                        SELECT 'logged', count(*), max(o.at)
                        FROM (SELECT s.at FROM touch_owner s
                              JOIN touch t ON t.workspace_id = s.workspace_id AND t.id = s.touch_id
                              WHERE s.workspace_id = :workspace AND s.member_id = :member AND s.at <= :at AND s.spoken
                                AND t.known_at <= :at
                                AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                              ORDER BY s.at DESC LIMIT :most) o
                        HAVING count(*) > 0
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", Reach.COUNTED)
                .query((row, _) ->
                        new Reach(
                                row.getString("kind"),
                                row.getLong("n"),
                                row.getObject("up_to", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Others on the same threads, those met most often first. */
    public record Companion(PersonId person, long touches, Instant last) {}

    public List<Companion> companions(Viewer viewer, PersonId person, Instant at, int limit) {
        return jdbc.sql(
                        """
                        WITH recent AS (
                          SELECT p.touch_id FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = :person AND p.at <= :at
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = p.workspace_id AND c.corrects = p.touch_id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.at DESC, p.touch_id DESC LIMIT 300)
                        SELECT other.person_id, count(DISTINCT other.touch_id) AS touches, max(other.at) AS last
                        FROM recent
                        JOIN touch_party other ON other.workspace_id = :workspace AND other.touch_id = recent.touch_id
                        WHERE other.person_id IS NOT NULL AND other.person_id <> :person
                        GROUP BY other.person_id
                        ORDER BY touches DESC, last DESC
                        LIMIT :limit
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) ->
                        new Companion(
                                new PersonId(row.getObject("person_id", UUID.class)),
                                row.getLong("touches"),
                                row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }
}
