package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who did what, and when. Written in the transaction of the change itself: what was rolled back was
 * not done, and nothing is done without its line. Holds ids and names of fields, nobody's data; the
 * database refuses to change a line or to take one away.
 */
@Service
public class Audit {
    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param what the kind of thing and what was done to it: {@code contact.changed}
     * @param subject the thing
     * @param fields which of its fields, by name
     */
    public void record(Viewer who, String what, UUID subject, String... fields) {
        write(who, what, subject, fields);
    }

    /** As above, of something that is the whole workspace's. */
    public void record(Viewer who, String what, String... fields) {
        write(who, what, null, fields);
    }

    private void write(Viewer who, String what, @Nullable UUID subject, String[] fields) {
        jdbc.sql(
                        """
                        INSERT INTO audit_entry (workspace_id, id, at, member_id, what, subject_id, fields)
                        VALUES (:workspace, :id, :now, :member, :what, :subject, :fields)
                        """)
                .param("workspace", who.workspace().value())
                .param("id", Uuid7.next())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("member", who.member().value())
                .param("what", what)
                .param("subject", subject, Types.OTHER)
                .param("fields", fields)
                .update();
    }

    /**
     * A line of the log.
     *
     * @param name of the member when it is read
     */
    public record Line(
            UUID id,
            Instant at,
            MemberId member,
            String name,
            String what,
            Optional<UUID> subject,
            List<String> fields) {}

    /**
     * What is looked for.
     *
     * @param kind the part of {@code what} before the dot; empty for all
     */
    public record Search(Optional<MemberId> member, String kind, Optional<UUID> subject) {}

    /** Newest first, before that line; empty from the newest. */
    public Slice<Line> lines(Viewer viewer, Search search, Optional<UUID> before, int most) {
        List<Line> found =
                jdbc.sql(
                                """
                                SELECT e.id, e.at, e.member_id, m.name, e.what, e.subject_id, e.fields
                                FROM audit_entry e
                                JOIN member m ON m.workspace_id = e.workspace_id AND m.id = e.member_id
                                WHERE e.workspace_id = :workspace
                                  AND (:before::uuid IS NULL OR e.id < :before::uuid)
                                  AND (:member::uuid IS NULL OR e.member_id = :member::uuid)
                                  AND (:subject::uuid IS NULL OR e.subject_id = :subject::uuid)
                                  AND (:kind = '' OR e.what LIKE :kind || '.%')
                                ORDER BY e.id DESC
                                LIMIT :most
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("before", before.orElse(null), Types.OTHER)
                        .param(
                                "member",
                                search.member().map(MemberId::value).orElse(null),
                                Types.OTHER)
                        .param("subject", search.subject().orElse(null), Types.OTHER)
                        .param("kind", search.kind())
                        .param("most", most + 1)
                        .query((row, _) ->
                                new Line(
                                        row.getObject("id", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        new MemberId(row.getObject("member_id", UUID.class)),
                                        row.getString("name"),
                                        row.getString("what"),
                                        Optional.ofNullable(
                                                row.getObject("subject_id", UUID.class)),
                                        List.of((String[]) row.getArray("fields").getArray())))
                        .list();
        return Slice.of(found, most, line -> line.id().toString());
    }
}
