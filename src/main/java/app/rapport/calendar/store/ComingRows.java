package app.rapport.calendar.store;

import app.rapport.calendar.model.Guest;
import app.rapport.calendar.model.Meeting;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Meetings to come in one member's calendar; every statement is of the viewer's own. */
@Repository
public class ComingRows {
    private static final String MINE = " WHERE workspace_id = :workspace AND member_id = :member ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ComingRows(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** What is known of an event: its latest version, and who asks to it. */
    public record Known(int sequence, String organiser) {}

    public Map<String, Known> known(Viewer viewer, Collection<String> uids) {
        Map<String, Known> known = new HashMap<>();
        mine(
                        viewer,
                        "SELECT uid, max(sequence) AS sequence, max(CASE WHEN (guests->0->>'organiser')::boolean THEN guests->0->>'address' END) AS organiser FROM coming_meeting"
                                + MINE
                                + "AND uid = ANY(:uids) GROUP BY uid")
                .param("uids", uids.toArray(String[]::new))
                .query(row -> {
                    String organiser = row.getString("organiser");
                    known.put(
                            row.getString("uid"),
                            new Known(row.getInt("sequence"), organiser == null ? "" : organiser));
                });
        return known;
    }

    /** Takes away what earlier versions foresaw of these events. */
    public void clear(Viewer viewer, Map<String, Integer> versions) {
        List<String> uids = List.copyOf(versions.keySet());
        mine(
                        viewer,
                        """
                        DELETE FROM coming_meeting c USING unnest(:uids::text[], :sequences::int[]) next(uid, sequence)
                        WHERE c.workspace_id = :workspace AND c.member_id = :member AND c.uid = next.uid
                          AND c.settled_at IS NULL AND (NOT c.moved OR c.sequence < next.sequence)
                        """)
                .param("uids", uids.toArray(String[]::new))
                .param("sequences", uids.stream().map(versions::get).toArray(Integer[]::new))
                .update();
    }

    /** Calls off all that is left of these events. */
    public void cancel(Viewer viewer, Map<String, Integer> versions) {
        List<String> uids = List.copyOf(versions.keySet());
        mine(
                        viewer,
                        """
                        UPDATE coming_meeting c SET status = 'cancelled', sequence = next.sequence
                        FROM unnest(:uids::text[], :sequences::int[]) next(uid, sequence)
                        WHERE c.workspace_id = :workspace AND c.member_id = :member AND c.uid = next.uid AND c.settled_at IS NULL
                        """)
                .param("uids", uids.toArray(String[]::new))
                .param("sequences", uids.stream().map(versions::get).toArray(Integer[]::new))
                .update();
    }

    /** What is said of one occurrence alone wins over its series. */
    public void store(Viewer viewer, ImportId id, List<Meeting> meetings, Instant now) {
        List<Object[]> rows = meetings.stream().map(one -> row(viewer, id, one, now)).toList();
        if (rows.isEmpty()) return;
        batches.batchUpdate(
                """
                INSERT INTO coming_meeting AS c (workspace_id, member_id, uid, slot, id, import_id, sequence, starts_at, ends_at, all_day,
                    summary, place, words, status, guests, guest_keys, secret, series, moved, stored_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                ON CONFLICT (workspace_id, member_id, uid, slot) DO UPDATE SET
                    import_id = excluded.import_id, sequence = excluded.sequence, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    all_day = excluded.all_day, summary = excluded.summary, place = excluded.place, words = excluded.words,
                    status = excluded.status, guests = excluded.guests, guest_keys = excluded.guest_keys, secret = excluded.secret,
                    moved = excluded.moved, stored_at = excluded.stored_at
                WHERE c.settled_at IS NULL AND excluded.sequence >= c.sequence AND (excluded.moved OR NOT c.moved)
                """,
                rows);
    }

    private static Object[] row(Viewer viewer, ImportId id, Meeting one, Instant now) {
        return new Object[] {
            viewer.workspace().value(),
            viewer.member().value(),
            one.uid(),
            at(one.slot()),
            id(viewer, one),
            id.value(),
            one.sequence(),
            at(one.start()),
            at(one.end()),
            one.allDay(),
            one.summary(),
            one.place(),
            one.words(),
            one.status().name().toLowerCase(Locale.ROOT),
            JsonMapper.shared().writeValueAsString(one.guests()),
            one.guests().stream().map(Guest::address).toArray(String[]::new),
            one.secret(),
            one.series(),
            one.moved(),
            at(now)
        };
    }

    /** The same in every version, so that links and subscriptions hold. */
    private static UUID id(Viewer viewer, Meeting one) {
        String name = viewer.member() + " " + one.slot() + " " + one.uid();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Somebody's answer to what they were asked to.
     *
     * @param slot of that occurrence; of all where there is none
     */
    public void answered(
            Viewer viewer, String uid, Optional<Instant> slot, String address, String answer) {
        mine(
                        viewer,
                        """
                        UPDATE coming_meeting c SET guests = (
                            SELECT jsonb_agg(CASE WHEN one->>'address' = :address THEN jsonb_set(one, '{answer}', to_jsonb(:answer::text)) ELSE one END
                                             ORDER BY place)
                            FROM jsonb_array_elements(c.guests) WITH ORDINALITY AS guest(one, place))
                        """
                                + MINE
                                + "AND uid = :uid AND (:slot::timestamptz IS NULL OR slot = :slot) AND :address = ANY(guest_keys)")
                .param("uid", uid)
                .param("slot", slot.map(ComingRows::at).orElse(null))
                .param("address", address)
                .param("answer", answer)
                .update();
    }

    public boolean any(Viewer viewer) {
        return mine(viewer, "SELECT EXISTS (SELECT FROM coming_meeting" + MINE + ")")
                .query(Boolean.class)
                .single();
    }

    /** All that is going on at some time between, in order. */
    public List<Meeting> between(Viewer viewer, Instant from, Instant to) {
        // what is longer than a month is looked for no further back: the index stays of use
        return mine(
                        viewer,
                        "SELECT * FROM coming_meeting"
                                + MINE
                                + "AND starts_at < :to AND starts_at > :from::timestamptz - interval '31 days' AND (ends_at > :from OR starts_at >= :from) ORDER BY starts_at, id LIMIT 2000")
                .param("from", at(from))
                .param("to", at(to))
                .query(ComingRows::meeting)
                .list();
    }

    public Optional<Meeting> one(Viewer viewer, UUID id) {
        return mine(viewer, "SELECT * FROM coming_meeting" + MINE + "AND id = :id")
                .param("id", id)
                .query(ComingRows::meeting)
                .optional();
    }

    /** The next one with somebody of these addresses. */
    public Optional<Meeting> next(Viewer viewer, Collection<String> keys, Instant at) {
        return mine(
                        viewer,
                        "SELECT * FROM coming_meeting"
                                + MINE
                                + "AND starts_at >= :at AND status <> 'cancelled' AND guest_keys && :keys::text[] ORDER BY starts_at, id LIMIT 1")
                .param("at", at(at))
                .param("keys", keys.toArray(String[]::new))
                .query(ComingRows::meeting)
                .optional();
    }

    /** One that is over, and the import that brought it. */
    public record Passed(ImportId broughtBy, Meeting meeting) {}

    public List<Passed> passed(Viewer viewer, Instant at) {
        return mine(
                        viewer,
                        "SELECT * FROM coming_meeting"
                                + MINE
                                + "AND settled_at IS NULL AND ends_at <= :at ORDER BY starts_at, id LIMIT 500 FOR UPDATE SKIP LOCKED")
                .param("at", at(at))
                .query((row, number) ->
                        new Passed(
                                new ImportId(row.getObject("import_id", UUID.class)),
                                meeting(row, number)))
                .list();
    }

    public void settle(Viewer viewer, Collection<UUID> ids, Instant now) {
        mine(viewer, "UPDATE coming_meeting SET settled_at = :now" + MINE + "AND id = ANY(:ids)")
                .param("now", at(now))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** What that calendar foresaw and does not hold any more. */
    public void stale(Viewer viewer, ImportId id, Instant before) {
        mine(
                        viewer,
                        "DELETE FROM coming_meeting"
                                + MINE
                                + "AND import_id = :id AND settled_at IS NULL AND stored_at < :before")
                .param("id", id.value())
                .param("before", at(before))
                .update();
    }

    /** Takes back what that import brought, whoever's. */
    public void takeBack(Viewer viewer, ImportId id) {
        jdbc.sql("DELETE FROM coming_meeting WHERE workspace_id = :workspace AND import_id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .update();
    }

    private StatementSpec mine(Viewer viewer, String sql) {
        return jdbc.sql(sql)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value());
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getString("uid"),
                instant(row, "slot"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getBoolean("all_day"),
                row.getString("summary"),
                row.getString("place"),
                row.getString("words"),
                Meeting.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new ArrayList<>(
                        Arrays.asList(
                                JsonMapper.shared()
                                        .readValue(row.getString("guests"), Guest[].class))),
                row.getBoolean("secret"),
                row.getBoolean("series"),
                row.getBoolean("moved"),
                row.getInt("sequence"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
