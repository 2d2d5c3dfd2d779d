package app.rapport.conversations.store;

import app.rapport.conversations.model.Acquaintance;
import app.rapport.conversations.model.Acquaintance.Exchange;
import app.rapport.kernel.MemberId;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The exchanges of members with people, those with one person together, the oldest first: mails
 * between the two, and talks in which both were; copies and newsletters are none.
 */
@Repository
public class ExchangeRows {
    private static final int FETCH = 2_000;
    private static final String ALL =
            """
            SELECT o.member_id, p.person_id, t.id, t.at, greatest(t.at, t.known_at) AS known,
                   CASE WHEN t.kind <> 'mail' THEN (SELECT min(c.known_at) FROM touch c
                                                    WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id) END AS gone,
                   CASE WHEN t.kind = 'mail' THEN own.key IS NOT NULL ELSE t.direction IS NOT DISTINCT FROM 'out' END AS ours
            FROM touch_party p
            JOIN touch_owner o ON o.workspace_id = p.workspace_id AND o.touch_id = p.touch_id
            JOIN touch t ON t.workspace_id = p.workspace_id AND t.id = p.touch_id
            LEFT JOIN unnest(:owners::uuid[], :own::text[]) AS own (member, key) ON own.member = o.member_id AND own.key = t.from_key
            WHERE p.workspace_id = :workspace AND o.member_id = ANY(:members) AND o.at <= :until
              AND p.role IN ('from', 'to', 'with') AND p.person_id IS NOT NULL %s
              AND t.is_touch AND t.at IS NOT NULL AND (t.mail_kind IS NULL OR t.mail_kind = 'person')
              AND (p.role <> 'to' OR own.key IS NOT NULL OR t.kind <> 'mail')
            ORDER BY o.member_id, p.person_id, t.at, t.id
            """;
    private static final String EVERYBODY = ALL.formatted("");
    private static final String THESE = ALL.formatted("AND p.person_id = ANY(:people)");

    private final JdbcClient jdbc;

    ExchangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param own the members asked for, each with their own addresses
     * @param until the last moment of which an exchange is asked for
     */
    public void ofEverybody(
            Viewer viewer,
            Map<MemberId, Set<String>> own,
            Instant until,
            BiConsumer<MemberId, Exchange> taker) {
        take(asked(EVERYBODY, viewer, own, until), taker);
    }

    /** The same, with these people only. */
    public void ofThese(
            Viewer viewer,
            Map<MemberId, Set<String>> own,
            Collection<PersonId> people,
            Instant until,
            BiConsumer<MemberId, Exchange> taker) {
        take(
                asked(THESE, viewer, own, until)
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new)),
                taker);
    }

    private JdbcClient.StatementSpec asked(
            String sql, Viewer viewer, Map<MemberId, Set<String>> own, Instant until) {
        List<UUID> owners = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        own.forEach((member, addresses) ->
                addresses.forEach(address -> {
                    owners.add(member.value());
                    keys.add(address);
                }));
        return jdbc.sql(sql)
                .withFetchSize(FETCH)
                .param("workspace", viewer.workspace().value())
                .param("members", own.keySet().stream().map(MemberId::value).toArray(UUID[]::new))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("owners", owners.toArray(UUID[]::new))
                .param("own", keys.toArray(String[]::new));
    }

    private static void take(
            JdbcClient.StatementSpec statement, BiConsumer<MemberId, Exchange> taker) {
        statement.query(row -> {
            taker.accept(new MemberId(row.getObject("member_id", UUID.class)), exchange(row));
        });
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        OffsetDateTime gone = row.getObject("gone", OffsetDateTime.class);
        return new Exchange(
                new PersonId(row.getObject("person_id", UUID.class)),
                new TouchId(row.getObject("id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("known", OffsetDateTime.class).toInstant(),
                gone == null ? Acquaintance.NEVER : gone.toInstant(),
                row.getBoolean("ours"));
    }
}
