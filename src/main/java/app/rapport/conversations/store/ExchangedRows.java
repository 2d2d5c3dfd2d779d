package app.rapport.conversations.store;

import app.rapport.conversations.Exchanged;
import app.rapport.conversations.Stretch;
import app.rapport.conversations.model.Sides;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exchanges as times, sides and sizes: nobody's words. */
@Repository
public class ExchangedRows {
    private static final int MOST = 10_000;
    private static final int LEAST_OF_EACH = 200;
    private static final int MOST_OF_EACH = 600;

    private final JdbcClient jdbc;

    ExchangedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of many people fewer of each. What others wrote to them is no exchange with us. */
    public Map<PersonId, Stretch> with(
            Viewer viewer, Sides sides, Collection<PersonId> people, Instant from, Instant at) {
        int most = Math.clamp(MOST / people.size(), LEAST_OF_EACH, MOST_OF_EACH);
        Map<PersonId, Integer> read = new HashMap<>();
        Map<PersonId, List<Exchanged>> all = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT person, turn.*
                        FROM unnest(:people::uuid[]) person
                        CROSS JOIN LATERAL (
                          SELECT t.id, p.at, p.role, t.kind, t.direction, t.from_key,
                                 CASE WHEN t.kind IN ('mail', 'letter') AND touch_sight(t.workspace_id, t.id, :member) >= 3
                                      THEN length(t.reply_text) ELSE 0 END AS letters,
                                 (SELECT count(*) FROM touch_party o
                                  WHERE o.workspace_id = t.workspace_id AND o.touch_id = t.id AND o.role IN ('to', 'cc')
                                    AND o.person_id <> person
                                    AND NOT EXISTS (SELECT FROM touch_party e
                                                    WHERE e.workspace_id = o.workspace_id AND e.person_id = o.person_id AND e.at < o.at)
                                 ) AS new_people
                          FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = person AND p.at > :from AND p.at <= :at
                            AND p.role IN ('from', 'to', 'with') AND t.is_touch AND t.known_at <= :at
                            AND (t.mail_kind = 'person' OR t.kind <> 'mail' AND t.kind <> 'note')
                            AND NOT EXISTS (SELECT FROM touch c WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id AND c.known_at <= :at)
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))
                          ORDER BY p.at DESC, t.id DESC LIMIT :most) turn
                        ORDER BY person, turn.at, turn.id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("from", utc(from))
                .param("at", utc(at))
                .param("most", most)
                .query(row -> {
                    PersonId person = new PersonId(row.getObject("person", UUID.class));
                    read.merge(person, 1, Integer::sum);
                    read(row, sides)
                            .ifPresent(one ->
                                    all.computeIfAbsent(person, _ -> new ArrayList<>()).add(one));
                });
        Map<PersonId, Stretch> stretches = new HashMap<>();
        all.forEach((person, turns) ->
                stretches.put(
                        person,
                        new Stretch(
                                turns,
                                read.getOrDefault(person, 0) < most
                                        ? from
                                        : turns.getFirst().at())));
        return stretches;
    }

    private static Optional<Exchanged> read(ResultSet row, Sides sides) throws SQLException {
        boolean mail = row.getString("kind").equals("mail");
        boolean ofUs = mail && sides.isOurs(row.getString("from_key"));
        if (mail && ofUs == row.getString("role").equals("from")) return Optional.empty();
        String direction = row.getString("direction");
        return Optional.of(
                new Exchanged(
                        new TouchId(row.getObject("id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        mail || row.getString("kind").equals("letter"),
                        mail
                                ? Optional.of(ofUs)
                                : Optional.ofNullable(direction).map(way -> way.equals("out")),
                        row.getInt("letters"),
                        row.getInt("new_people")));
    }

    /**
     * Most relations are left out by what is summed up of them, most others by their newest few
     * words: only of a handful mails are read.
     */
    public List<PersonId> oneSided(
            Viewer viewer, Sides sides, Instant from, Instant at, int least, int most) {
        return jdbc.sql(
                        """
                        WITH silent AS MATERIALIZED (
                          SELECT a.person_id FROM acquaintance a
                          CROSS JOIN LATERAL (
                            SELECT count(*) AS words, count(*) FILTER (WHERE role NOT IN ('to', 'cc')) AS theirs
                            FROM (SELECT p.role FROM touch_party p
                                  WHERE p.workspace_id = :workspace AND p.person_id = a.person_id AND p.at > :from AND p.at <= :at
                                  ORDER BY p.at DESC, p.touch_id DESC LIMIT :least) newest) word
                          WHERE a.workspace_id = :workspace AND a.member_id = :member
                            AND (a.last_ours AND a.last_at > :from AND a.exchanges - a.from_them >= :least OR a.true_from > :at OR a.true_until <= :at)
                            AND word.words = :least AND word.theirs = 0)
                        SELECT s.person_id FROM silent s
                        CROSS JOIN LATERAL (
                          SELECT count(*) AS mails FROM touch_party p
                          JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
                          WHERE p.workspace_id = :workspace AND p.person_id = s.person_id AND p.role = 'to' AND p.at > :from AND p.at <= :at
                            AND t.from_key = ANY(:mine) AND t.mail_kind = 'person' AND t.is_touch AND t.known_at <= :at
                            AND (NOT t.private OR in_archive(t.workspace_id, t.id, :member))) sent
                        WHERE sent.mails >= :least
                        ORDER BY sent.mails DESC, s.person_id LIMIT :most
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("mine", sides.mine().toArray(String[]::new))
                .param("from", utc(from))
                .param("at", utc(at))
                .param("least", least)
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
