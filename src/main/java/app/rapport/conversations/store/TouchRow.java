package app.rapport.conversations.store;

import app.rapport.conversations.Channel;
import app.rapport.conversations.Side;
import app.rapport.conversations.Sight;
import app.rapport.conversations.Touch;
import app.rapport.conversations.model.Sides;
import app.rapport.kernel.Evidence;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a touch from its row, as far as the viewer may. */
final class TouchRow {
    private TouchRow() {}

    /** One who was on it. */
    static Touch.Party party(ResultSet row, Sides sides) throws SQLException {
        return new Touch.Party(
                row.getString("role"),
                row.getString("name"),
                row.getString("address"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                sides.isMine(row.getString("address_key")));
    }

    /** Those of them whom the viewer may know of. */
    static Touch with(Touch touch, List<Touch.Party> parties) {
        return new Touch(
                touch.id(),
                touch.thread(),
                touch.channel(),
                touch.at(),
                touch.minutes(),
                touch.side(),
                touch.subject(),
                touch.words(),
                touch.replyText(),
                touch.signature(),
                touch.mailKind(),
                touch.sight(),
                touch.passage(),
                touch.hasOriginal(),
                touch.hasHtml(),
                touch.sight().shows(Sight.ALL)
                        ? parties
                        : parties.stream().filter(TouchRow::isOpen).toList());
    }

    /** A blind copy is known to those alone who have the mail. */
    private static boolean isOpen(Touch.Party party) {
        return !party.role().equals("bcc");
    }

    /** Without who was on it. */
    static Touch touch(ResultSet row, Viewer viewer, Sides sides) throws SQLException {
        Sight sight = Sight.of(row.getInt("sight"));
        boolean mayRead = sight.shows(Sight.TEXT);
        TouchId id = new TouchId(row.getObject("id", UUID.class));
        return new Touch(
                id,
                row.getObject("thread_id", UUID.class),
                Channel.of(row.getString("kind")),
                Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("minutes", Integer.class)),
                side(row, viewer, sides),
                sight.shows(Sight.SUBJECT) ? row.getString("subject") : "",
                mayRead ? row.getString("words") : "",
                mayRead ? row.getString("reply_text") : "",
                mayRead ? row.getString("signature") : "",
                Optional.ofNullable(row.getString("mail_kind")),
                sight,
                new Evidence(id, row.getInt("passage_start"), row.getInt("passage_end")),
                mayRead && row.getBoolean("has_original"),
                mayRead && row.getBoolean("html"),
                List.of());
    }

    private static Side side(ResultSet row, Viewer viewer, Sides sides) throws SQLException {
        if (row.getString("kind").equals("mail")) {
            String from = row.getString("from_key");
            if (sides.isMine(from)) return Side.YOU;
            return sides.isOurs(from) ? Side.US : Side.THEM;
        }
        String direction = row.getString("direction");
        if (direction == null) return Side.BOTH;
        if (direction.equals("in")) return Side.THEM;
        return viewer.member().value().equals(row.getObject("typed_by", UUID.class))
                ? Side.YOU
                : Side.US;
    }
}
