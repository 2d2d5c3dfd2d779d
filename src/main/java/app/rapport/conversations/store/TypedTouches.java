package app.rapport.conversations.store;

import app.rapport.conversations.Side;
import app.rapport.conversations.TypedTouch;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the calls, meetings, letters and notes that people log. */
@Repository
public class TypedTouches {
    private final JdbcClient jdbc;

    TypedTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores it as known from {@code now}; a correction joins the thread of what it corrects. */
    public TouchId add(Viewer viewer, TypedTouch touch, Instant now) {
        TouchId id = TouchId.next();
        UUID thread =
                touch.corrects()
                        .map(corrected -> threadOf(viewer, corrected))
                        .orElseGet(() -> newThread(viewer));
        jdbc.sql(
                        """
                        INSERT INTO touch (workspace_id, id, kind, at, known_at, minutes, direction, thread_id,
                                           subject, words, reply_text, typed_by, corrects, created_at)
                        VALUES (:workspace, :id, :kind, :at, :now, :minutes, :direction, :thread,
                                :subject, :words, :words, :member, :corrects, :now)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", id.value())
                .param("kind", touch.channel().word())
                .param("at", touch.at().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("minutes", touch.minutes().orElse(null))
                .param("direction", direction(touch.side()))
                .param("thread", thread)
                .param("subject", touch.subject().strip())
                .param("words", touch.words().strip())
                .param("member", viewer.member().value())
                .param("corrects", touch.corrects().map(TouchId::value).orElse(null))
                .update();
        addParties(viewer, id, touch);
        jdbc.sql(
                        """
                        INSERT INTO touch_owner (workspace_id, member_id, touch_id, at, spoken)
                        VALUES (:workspace, :member, :touch, :at, true)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("touch", id.value())
                .param("at", touch.at().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private void addParties(Viewer viewer, TouchId id, TypedTouch touch) {
        List<PersonId> people = touch.people().stream().distinct().toList();
        String role =
                switch (touch.side()) {
                    case THEM -> "from";
                    case YOU, US -> "to";
                    case BOTH -> "with";
                };
        for (int i = 0; i < people.size(); i++) {
            jdbc.sql(
                            """
                            INSERT INTO touch_party (workspace_id, touch_id, position, role, person_id, at)
                            VALUES (:workspace, :touch, :position, :role, :person, :at)
                            """)
                    .param("workspace", viewer.workspace().value())
                    .param("touch", id.value())
                    .param("position", i)
                    .param("role", role)
                    .param("person", people.get(i).value())
                    .param("at", touch.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private UUID newThread(Viewer viewer) {
        UUID thread = Uuid7.next();
        jdbc.sql("INSERT INTO thread (workspace_id, id) VALUES (:workspace, :id)")
                .param("workspace", viewer.workspace().value())
                .param("id", thread)
                .update();
        return thread;
    }

    /**
     * Only talks that the viewer reads can be corrected, no mails, and only once: the correction
     * can be corrected again. What is typed is for everybody, so what a calendar keeps private is
     * not typed anew.
     */
    private UUID threadOf(Viewer viewer, TouchId corrected) {
        return jdbc.sql(
                        """
                        SELECT t.thread_id FROM touch t
                        WHERE t.workspace_id = :workspace AND t.id = :id AND t.kind <> 'mail'
                          AND NOT (t.private AND t.typed_by IS NULL)
                          AND touch_sight(t.workspace_id, t.id, :member) >= 3
                          AND NOT EXISTS (SELECT FROM touch c
                                          WHERE c.workspace_id = t.workspace_id AND c.corrects = t.id)
                        FOR UPDATE
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", corrected.value())
                .param("member", viewer.member().value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() ->
                        new TypedTouch.Refused(
                                "corrects",
                                "This entry was corrected or deleted meanwhile, or its calendar calls it private. Open the person again and correct what stands there now"));
    }

    private static @Nullable String direction(Side side) {
        return switch (side) {
            case THEM -> "in";
            case YOU, US -> "out";
            case BOTH -> null;
        };
    }
}
