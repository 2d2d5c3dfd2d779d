package app.rapport.conversations.store;

import app.rapport.conversations.HeldMeeting;
import app.rapport.kernel.ImportId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Sha256;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores meetings in batches; a series is one thread. */
@Repository
public class MeetingRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MeetingRows(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.batches = new JdbcTemplate(dataSource);
    }

    /** An occurrence that becomes a touch. */
    public record NewMeeting(TouchId id, HeldMeeting meeting, HeldMeeting.Occurrence occurrence) {}

    /** An occurrence in the viewer's calendar, new or not. */
    public record Held(TouchId id, Instant at, boolean secret) {}

    public Map<HeldMeeting.Key, TouchId> known(Viewer viewer, List<HeldMeeting> meetings) {
        Map<String, HeldMeeting.Key> keys = new LinkedHashMap<>();
        for (HeldMeeting meeting : meetings)
            for (HeldMeeting.Occurrence occurrence : meeting.occurrences())
                keys.put(hex(substance(meeting.key(occurrence))), meeting.key(occurrence));
        Map<HeldMeeting.Key, TouchId> known = new HashMap<>();
        jdbc.sql(
                        "SELECT substance, id FROM touch WHERE workspace_id = :workspace AND substance = ANY(:substances)")
                .param("workspace", viewer.workspace().value())
                .param(
                        "substances",
                        keys.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query(row -> {
                    HeldMeeting.Key key = keys.get(hex(row.getBytes("substance")));
                    if (key != null) known.put(key, new TouchId(row.getObject("id", UUID.class)));
                });
        return known;
    }

    public void insert(
            Viewer viewer, List<NewMeeting> fresh, Map<String, PersonId> persons, Instant now) {
        if (fresh.isEmpty()) return;
        UUID workspace = viewer.workspace().value();
        List<Object[]> threads = new ArrayList<>();
        List<Object[]> touches = new ArrayList<>();
        List<Object[]> parties = new ArrayList<>();
        for (NewMeeting one : fresh) {
            UUID thread = thread(one.meeting());
            threads.add(new Object[] {workspace, thread});
            touches.add(touch(workspace, one, thread, now));
            parties(workspace, one, persons, parties);
        }
        batches.batchUpdate(
                "INSERT INTO thread (workspace_id, id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                threads);
        batches.batchUpdate(
                """
                INSERT INTO touch (workspace_id, id, kind, at, known_at, minutes, thread_id, subject, words, reply_text, substance, created_at)
                VALUES (?, ?, 'meeting', ?, ?, nullif(?, 0), ?, ?, ?, ?, ?, ?)
                """,
                touches);
        batches.batchUpdate(
                "INSERT INTO touch_party (workspace_id, touch_id, position, role, address_key, address, name, person_id, at) VALUES (?, ?, ?, 'with', ?, ?, ?, ?, ?)",
                parties,
                new int[] {
                    Types.OTHER,
                    Types.OTHER,
                    Types.SMALLINT,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.OTHER,
                    Types.TIMESTAMP_WITH_TIMEZONE
                });
    }

    private static Object[] touch(UUID workspace, NewMeeting one, UUID thread, Instant now) {
        HeldMeeting meeting = one.meeting();
        OffsetDateTime at = at(one.occurrence().start());
        return new Object[] {
            workspace,
            one.id().value(),
            at,
            at,
            meeting.minutes(),
            thread,
            StoredText.clean(meeting.subject()),
            StoredText.clean(meeting.words()),
            StoredText.clean(meeting.words()),
            substance(meeting.key(one.occurrence())),
            at(now)
        };
    }

    private static void parties(
            UUID workspace, NewMeeting one, Map<String, PersonId> persons, List<Object[]> into) {
        int position = 0;
        for (HeldMeeting.Guest guest : one.meeting().guests()) {
            PersonId person = persons.get(guest.key());
            into.add(
                    new Object[] {
                        workspace,
                        one.id().value(),
                        position++,
                        StoredText.clean(guest.key()),
                        StoredText.clean(guest.address()),
                        StoredText.clean(guest.name()),
                        person == null ? null : person.value(),
                        at(one.occurrence().start())
                    });
        }
    }

    /** In whose calendar each lies, and which import brought it. */
    public void remember(Viewer viewer, ImportId importId, List<Held> held) {
        UUID workspace = viewer.workspace().value();
        List<Object[]> owners = new ArrayList<>();
        List<Object[]> imports = new ArrayList<>();
        for (Held one : held) {
            owners.add(
                    new Object[] {
                        workspace,
                        viewer.member().value(),
                        one.id().value(),
                        at(one.at()),
                        one.secret()
                    });
            imports.add(
                    new Object[] {
                        workspace, importId.value(), one.id().value(), viewer.member().value()
                    });
        }
        batches.batchUpdate(
                """
                INSERT INTO touch_owner AS o (workspace_id, member_id, touch_id, at, spoken, secret) VALUES (?, ?, ?, ?, true, ?)
                ON CONFLICT (workspace_id, member_id, touch_id) DO UPDATE SET secret = excluded.secret WHERE o.secret <> excluded.secret
                """,
                owners);
        batches.batchUpdate(
                "INSERT INTO import_touch (workspace_id, import_id, touch_id, member_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                imports);
    }

    /** Made of the uid, so that all that comes of a series joins it. */
    private static UUID thread(HeldMeeting meeting) {
        return UUID.nameUUIDFromBytes(
                ("meeting " + meeting.uid()).getBytes(StandardCharsets.UTF_8));
    }

    /** By which an occurrence is known, in this store and as a tombstone. */
    public static byte[] substance(HeldMeeting.Key key) {
        return Sha256.of("meeting " + key.slot() + " " + key.uid());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
