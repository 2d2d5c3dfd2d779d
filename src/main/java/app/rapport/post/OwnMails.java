package app.rapport.post;

import app.rapport.kernel.Cursor;
import app.rapport.kernel.Slice;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as whoever ordered the mails sees it and decides on it. */
@Repository
class OwnMails {
    private final JdbcClient jdbc;

    OwnMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a member's own mail back among those that wait; how many did. */
    @Transactional
    int again(Viewer viewer, OutgoingId id, List<Outgoing.State> from, Instant due) {
        return jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'waiting', due_at = :due, claimed_until = NULL, attempts = 0
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND state = ANY(:from)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .param("from", words(from))
                .param("due", utc(due))
                .update();
    }

    /** Ends a member's own mail that did not leave; its words go. */
    @Transactional
    int discard(Viewer viewer, OutgoingId id, List<Outgoing.State> from) {
        return jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'withdrawn', raw = '', claimed_until = NULL
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND state = ANY(:from)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .param("from", words(from))
                .update();
    }

    /** What nobody knew of has arrived, says its writer. */
    @Transactional
    int arrived(Viewer viewer, OutgoingId id, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE outgoing_mail SET state = 'sent', sent_at = :now, failure = NULL,
                               announced_at = CASE author WHEN 'program' THEN :now::timestamptz END
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id AND state = 'unclear'
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    private static String[] words(List<Outgoing.State> states) {
        return states.stream().map(Outgoing.State::word).toArray(String[]::new);
    }

    /** A member's mails that need a word; asked for each page, by an index of its own. */
    int failed(Viewer viewer) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM outgoing_mail
                        WHERE workspace_id = :workspace AND member_id = :member AND state IN ('failed', 'unclear')
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .query(Integer.class)
                .single();
    }

    /** A place in the list, newest first. */
    private record Place(Instant at, UUID id) {
        static Place read(String cursor) {
            List<String> keys = Cursor.read(cursor, 2).keys();
            try {
                return new Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
        }
    }

    /**
     * @throws IllegalArgumentException when the cursor is none of this list
     */
    Slice<Outgoing> ofMember(Viewer viewer, Optional<String> cursor, int limit) {
        Optional<Place> after = cursor.map(Place::read);
        List<Outgoing> page =
                jdbc.sql(
                                """
                                SELECT id, recipients, subject, state, due_at, attempts, failure, created_at, sent_at FROM outgoing_mail
                                WHERE workspace_id = :workspace AND member_id = :member
                                  AND (:at::timestamptz IS NULL OR (created_at, id) < (:at::timestamptz, :after::uuid))
                                ORDER BY created_at DESC, id DESC LIMIT :most
                                """)
                        .param("workspace", viewer.workspace().value())
                        .param("member", viewer.member().value())
                        .param(
                                "at",
                                after.map(place -> utc(place.at())).orElse(null),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("after", after.map(Place::id).orElse(null), Types.OTHER)
                        .param("most", limit + 1)
                        .query(OwnMails::outgoing)
                        .list();
        return Slice.of(
                page,
                limit,
                mail -> Cursor.at(mail.createdAt().toString(), mail.id().toString()).text());
    }

    Optional<Outgoing> one(Viewer viewer, OutgoingId id) {
        return jdbc.sql(
                        """
                        SELECT id, recipients, subject, state, due_at, attempts, failure, created_at, sent_at FROM outgoing_mail
                        WHERE workspace_id = :workspace AND member_id = :member AND id = :id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("id", id.value())
                .query(OwnMails::outgoing)
                .optional();
    }

    private static Outgoing outgoing(ResultSet row, int n) throws SQLException {
        return new Outgoing(
                new OutgoingId(row.getObject("id", UUID.class)),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                Outgoing.State.of(row.getString("state")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("failure")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
