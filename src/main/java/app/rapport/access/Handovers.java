package app.rapport.access;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.MemberRecords;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a member looked after goes to another in one step, and back; every room takes part. */
@Component
class Handovers {
    private final JdbcClient jdbc;
    private final ObjectProvider<MemberRecords> rooms;
    private final Clock clock;

    Handovers(JdbcClient jdbc, ObjectProvider<MemberRecords> rooms, Clock clock) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Inside the caller's transaction; the id under which it can be taken back. */
    UUID handOver(Viewer by, MemberId from, MemberId to) {
        UUID id = Uuid7.next();
        jdbc.sql(
                        """
                        INSERT INTO handover (workspace_id, id, from_id, to_id, by_id, at)
                        VALUES (:workspace, :id, :from, :to, :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("from", from.value())
                .param("to", to.value())
                .param("by", by.member().value())
                .param("now", now())
                .update();
        answerFor(by, from, to);
        rooms.orderedStream()
                .forEach(room ->
                        room.handOver(by, from, to)
                                .forEach((column, rows) -> keep(by, id, column, rows)));
        return id;
    }

    /** Mail to who left waits for the one who took over; it stays a colleague's as well. */
    private void answerFor(Viewer by, MemberId from, MemberId to) {
        jdbc.sql(
                        """
                        INSERT INTO own_address (workspace_id, member_id, address_key, address)
                        SELECT workspace_id, :to, address_key, address FROM own_address
                        WHERE workspace_id = :workspace AND member_id = :from
                        ON CONFLICT DO NOTHING
                        """)
                .param("workspace", by.workspace().value())
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private void answerForThemselves(Viewer by, Parties parties) {
        jdbc.sql(
                        """
                        DELETE FROM own_address heir USING own_address theirs
                        WHERE heir.workspace_id = :workspace AND heir.member_id = :to
                          AND theirs.workspace_id = heir.workspace_id AND theirs.member_id = :from
                          AND theirs.address_key = heir.address_key
                        """)
                .param("workspace", by.workspace().value())
                .param("from", parties.from().value())
                .param("to", parties.to().value())
                .update();
    }

    private void keep(Viewer by, UUID handover, String column, List<UUID> rows) {
        jdbc.sql(
                        """
                        INSERT INTO handover_row (workspace_id, handover_id, kind, row_id)
                        SELECT :workspace, :handover, :kind, unnest(:rows::uuid[])
                        """)
                .param("workspace", by.workspace().value())
                .param("handover", handover)
                .param("kind", column)
                .param("rows", rows.toArray(UUID[]::new))
                .update();
    }

    /** Who left, once: a second undo finds nothing to do. */
    Optional<MemberId> giveBack(Viewer by, UUID handover) {
        return open(by, handover)
                .map(parties -> {
                    answerForThemselves(by, parties);
                    Map<String, List<UUID>> rows = rows(by, handover);
                    rooms.orderedStream()
                            .forEach(room ->
                                    room.columns().stream()
                                            .filter(rows::containsKey)
                                            .forEach(column ->
                                                    room.giveBack(
                                                            by,
                                                            parties.from(),
                                                            parties.to(),
                                                            column,
                                                            rows.getOrDefault(column, List.of()))));
                    return parties.from();
                });
    }

    private record Parties(MemberId from, MemberId to) {}

    private Optional<Parties> open(Viewer by, UUID handover) {
        return jdbc.sql(
                        """
                        UPDATE handover SET undone_at = :now
                        WHERE workspace_id = :workspace AND id = :id AND undone_at IS NULL
                        RETURNING from_id, to_id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", handover)
                .param("now", now())
                .query((row, _) ->
                        new Parties(
                                new MemberId(row.getObject("from_id", UUID.class)),
                                new MemberId(row.getObject("to_id", UUID.class))))
                .optional();
    }

    private Map<String, List<UUID>> rows(Viewer by, UUID handover) {
        Map<String, List<UUID>> rows = new HashMap<>();
        jdbc.sql(
                        "SELECT kind, row_id FROM handover_row WHERE workspace_id = :workspace AND handover_id = :handover")
                .param("workspace", by.workspace().value())
                .param("handover", handover)
                .query(row -> {
                    rows.computeIfAbsent(row.getString("kind"), _ -> new ArrayList<>())
                            .add(row.getObject("row_id", UUID.class));
                });
        return rows;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
