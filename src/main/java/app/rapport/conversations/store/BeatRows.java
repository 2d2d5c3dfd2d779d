package app.rapport.conversations.store;

import app.rapport.conversations.model.Beat;
import app.rapport.conversations.model.Sides;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When people and we were in touch: the beats of a relation. */
@Repository
public class BeatRows {
    private final JdbcClient jdbc;

    BeatRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The exchanges with each of these people in a span of time, oldest first. */
    public Map<PersonId, List<Beat>> beats(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant from, Instant to) {
        Map<PersonId, List<Beat>> beats = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT p.person_id, p.at, t.kind, t.from_key, t.direction
                        FROM unnest(:people::uuid[]) person
                        CROSS JOIN LATERAL (
                          SELECT DISTINCT q.person_id, q.at, q.touch_id FROM touch_party q
                          WHERE q.workspace_id = :workspace AND q.person_id = person
                            AND q.at > :from AND q.at <= :to AND q.role IN ('from', 'to', 'with')
                          ORDER BY q.at DESC LIMIT 500) p
                        JOIN touch t ON t.workspace_id = :workspace AND t.id = p.touch_id
                        WHERE t.is_touch AND t.known_at <= :to AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          AND (t.mail_kind IS NULL OR t.mail_kind IN ('person', 'calendar'))
                          AND (t.kind = 'mail' OR NOT EXISTS (SELECT FROM touch c
                               WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :to))
                        ORDER BY p.at, p.touch_id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    beats.computeIfAbsent(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(beat(row, sides));
                });
        return beats;
    }

    private static Beat beat(ResultSet row, Sides sides) throws SQLException {
        boolean mail = row.getString("kind").equals("mail");
        return new Beat(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                mail
                        ? sides.isOurs(row.getString("from_key"))
                        : !"in".equals(row.getString("direction")),
                !mail);
    }

    /**
     * The exchange with each of these people at that moment. One step in the index for each:
     * looking for the newest would pass over all the newsletters that somebody sent since.
     */
    public Map<PersonId, Beat> beatsAt(Viewer viewer, Sides sides, Map<PersonId, Instant> moments) {
        List<PersonId> people = List.copyOf(moments.keySet());
        Map<PersonId, Beat> beats = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT told.person, beat.*
                        FROM unnest(:people::uuid[], :times::text[]::timestamptz[]) AS told (person, at)
                        CROSS JOIN LATERAL (
                          SELECT p.at, t.kind, t.from_key, t.direction FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = told.person AND p.at = told.at
                            AND p.role IN ('from', 'to', 'with') AND t.is_touch
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.touch_id DESC LIMIT 1) beat
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param(
                        "times",
                        people.stream()
                                .map(moments::get)
                                .map(String::valueOf)
                                .toArray(String[]::new))
                .query(row -> {
                    beats.put(new PersonId(row.getObject("person", UUID.class)), beat(row, sides));
                });
        return beats;
    }

    /** The exchanges with each of these people in a span of time, oldest first. */
    public Map<PersonId, List<Beat>> beatsOf(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant from, Instant to) {
        Map<PersonId, List<Beat>> beats = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT person, beat.*
                        FROM unnest(:people::uuid[]) person
                        CROSS JOIN LATERAL (
                          SELECT p.at, t.kind, t.from_key, t.direction FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at > :from AND p.at <= :to
                            AND p.role IN ('from', 'to', 'with') AND t.is_touch AND t.known_at <= :to
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :to)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                            AND (t.mail_kind IS NULL OR t.mail_kind IN ('person', 'calendar'))
                          ORDER BY p.at DESC LIMIT 60) beat
                        ORDER BY person, beat.at
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    beats.computeIfAbsent(
                                    new PersonId(row.getObject("person", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(beat(row, sides));
                });
        return beats;
    }
}
