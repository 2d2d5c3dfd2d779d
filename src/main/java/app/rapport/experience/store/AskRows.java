package app.rapport.experience.store;

import app.rapport.database.OutsideWorkspace;
import app.rapport.experience.model.Answer;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.kernel.Viewer;
import app.rapport.kernel.WorkspaceId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions that were sent, behind the secret of their link. */
@Repository
public class AskRows {
    private final OutsideWorkspace outside;
    private final JdbcClient jdbc;

    AskRows(OutsideWorkspace outside, JdbcClient jdbc) {
        this.outside = outside;
        this.jdbc = jdbc;
    }

    /** A question that lies in a workspace. */
    public record Where(WorkspaceId workspace, UUID ask) {}

    /** Asked before a workspace is known. */
    public Optional<Where> where(byte[] hash) {
        return outside.jdbc()
                .sql("SELECT workspace_id, id FROM survey_ask_of(:hash)")
                .param("hash", hash)
                .query((row, _) ->
                        new Where(
                                new WorkspaceId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)))
                .optional();
    }

    /** One person is asked by one at a time. */
    public void oneAtATime(PersonId person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:person, 5))")
                .param("person", "survey " + person)
                .query(row -> {});
    }

    public Optional<Instant> lastAsked(Viewer viewer, PersonId person) {
        return jdbc.sql(
                        "SELECT asked_at FROM survey_ask WHERE workspace_id = :workspace AND person_id = :person ORDER BY asked_at DESC LIMIT 1")
                .param("workspace", viewer.workspace().value())
                .param("person", person.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * @param outgoing the mail in the outbox; empty where its link was handed over by hand
     */
    public record New(
            UUID id,
            Moment moment,
            Measure measure,
            String address,
            Optional<UUID> outgoing,
            byte[] secretHash,
            Instant askedAt,
            Instant expiresAt) {}

    public void add(Viewer viewer, New ask) {
        jdbc.sql(
                        """
                        INSERT INTO survey_ask (workspace_id, id, moment_id, person_id, measure, address, member_id, outgoing_id,
                                                secret_hash, asked_at, expires_at, hour)
                        VALUES (:workspace, :id, :moment, :person, :measure, :address, :member, :outgoing, :hash, :at, :end, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", ask.id())
                .param("moment", ask.moment().id())
                .param("person", ask.moment().person().value())
                .param("measure", ask.measure().word())
                .param("address", ask.address())
                .param("member", viewer.member().value())
                .param("outgoing", ask.outgoing().orElse(null), Types.OTHER)
                .param("hash", ask.secretHash())
                .param("at", MarkRows.utc(ask.askedAt()))
                .param("end", MarkRows.utc(ask.expiresAt()))
                .update();
    }

    /**
     * A question as who opens its link meets it.
     *
     * @param member who looks after the answer
     */
    public record Open(
            UUID id,
            PersonId person,
            MemberId member,
            Occasion occasion,
            Measure measure,
            Instant expiresAt,
            boolean answered) {}

    /** One more time within that hour; how often it is now. */
    public int opened(Where where, Instant hour) {
        return jdbc.sql(
                        """
                        UPDATE survey_ask SET opened = CASE WHEN hour = :hour THEN opened + 1 ELSE 1 END, hour = :hour
                        WHERE workspace_id = :workspace AND id = :id RETURNING opened
                        """)
                .param("workspace", where.workspace().value())
                .param("id", where.ask())
                .param("hour", MarkRows.utc(hour))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Nobody else answers it meanwhile. */
    public Optional<Open> locked(Where where) {
        return open(where, " FOR UPDATE OF a");
    }

    public Optional<Open> open(Where where) {
        return open(where, "");
    }

    private Optional<Open> open(Where where, String lock) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.person_id, a.member_id, m.occasion, a.measure, a.expires_at, a.answered_at IS NOT NULL AS answered
                        FROM survey_ask a
                        JOIN survey_moment m ON m.workspace_id = a.workspace_id AND m.id = a.moment_id
                        JOIN contact c ON c.workspace_id = a.workspace_id AND c.id = a.person_id AND c.deleted_at IS NULL
                        WHERE a.workspace_id = :workspace AND a.id = :id
                        """
                                + lock)
                .param("workspace", where.workspace().value())
                .param("id", where.ask())
                .query((row, _) ->
                        new Open(
                                row.getObject("id", UUID.class),
                                new PersonId(row.getObject("person_id", UUID.class)),
                                new MemberId(row.getObject("member_id", UUID.class)),
                                Occasion.of(row.getString("occasion")).orElseThrow(),
                                Measure.of(row.getString("measure")).orElseThrow(),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("answered")))
                .optional();
    }

    public void answered(Viewer viewer, UUID ask, Answer answer) {
        jdbc.sql(
                        "UPDATE survey_ask SET answered_at = :at WHERE workspace_id = :workspace AND id = :id")
                .param("workspace", viewer.workspace().value())
                .param("id", ask)
                .param("at", MarkRows.utc(answer.at()))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO survey_answer (workspace_id, id, ask_id, person_id, occasion, measure, rating, bad, words, touch_id, member_id, at)
                        VALUES (:workspace, :id, :ask, :person, :occasion, :measure, :rating, :bad, :words, :touch, :member, :at)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", answer.id())
                .param("ask", ask)
                .param("person", answer.person().value())
                .param("occasion", answer.occasion().word())
                .param("measure", answer.measure().word())
                .param("rating", answer.rating())
                .param("bad", answer.isBad())
                .param("words", answer.words())
                .param("touch", answer.touch().map(TouchId::value).orElse(null))
                .param("member", viewer.member().value())
                .param("at", MarkRows.utc(answer.at()))
                .update();
    }
}
