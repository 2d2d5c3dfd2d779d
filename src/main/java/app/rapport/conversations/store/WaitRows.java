package app.rapport.conversations.store;

import app.rapport.conversations.model.Sides;
import app.rapport.conversations.model.Waits.Beat;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
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

/** Questions of people, and what came back from us, as times only: nobody's words. */
@Repository
public class WaitRows {
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    WaitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With each of these people in a span of time, oldest first; of many people fewer of each. */
    public Map<PersonId, List<Beat>> beats(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant from, Instant at) {
        Map<PersonId, List<Beat>> beats = new HashMap<>();
        if (people.isEmpty()) return beats;
        jdbc.sql(
                        """
                        SELECT person, beat.*
                        FROM unnest(:people::uuid[]) person
                        CROSS JOIN LATERAL (
                          SELECT t.id, p.at, t.kind, t.from_key, coalesce(t.wants_answer, 0) AS wants FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at > :from AND p.at <= :at
                            AND p.role IN ('from', 'to', 'with') AND t.is_touch AND t.known_at <= :at
                            AND (t.mail_kind = 'person' OR t.kind <> 'mail' AND t.kind <> 'note' AND t.direction IS DISTINCT FROM 'in')
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.at DESC, t.id DESC LIMIT :most) beat
                        ORDER BY person, beat.at, beat.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", Math.clamp(MOST / people.size(), 40, 2_000))
                .query(row -> {
                    boolean ours =
                            !row.getString("kind").equals("mail")
                                    || sides.isOurs(row.getString("from_key"));
                    beats.computeIfAbsent(
                                    new PersonId(row.getObject("person", UUID.class)),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Beat(
                                            new TouchId(row.getObject("id", UUID.class)),
                                            row.getObject("at", OffsetDateTime.class).toInstant(),
                                            ours,
                                            !ours && row.getDouble("wants") >= .7));
                });
        return beats;
    }
}
