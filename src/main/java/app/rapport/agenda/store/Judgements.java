package app.rapport.agenda.store;

import app.rapport.agenda.model.Judgement;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Signal;
import app.rapport.kernel.Uuid7;
import app.rapport.kernel.Verdict;
import app.rapport.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members decided; rows are only ever added. */
@Repository
public class Judgements {
    private final JdbcClient jdbc;

    Judgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything this member had decided up to that moment, oldest first. */
    public List<Judgement> upTo(Viewer viewer, Instant at) {
        return jdbc.sql(
                        """
                        SELECT source, name, verdict, until, reason, at, batch
                        FROM judgement
                        WHERE workspace_id = :workspace AND member_id = :member AND at <= :at
                        ORDER BY at, id
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Judgements::judgement)
                .list();
    }

    public void add(Viewer viewer, Optional<PersonId> person, Judgement judgement) {
        jdbc.sql(
                        """
                        INSERT INTO judgement
                          (workspace_id, id, member_id, source, name, person_id, verdict, until, reason, at, batch)
                        VALUES
                          (:workspace, :id, :member, :source, :name, :person, :verdict, :until, :reason, :at, :batch)
                        """)
                .param("workspace", viewer.workspace().value())
                .param("id", Uuid7.next())
                .param("member", viewer.member().value())
                .param("source", judgement.key().source())
                .param("name", judgement.key().name())
                .param("person", person.map(PersonId::value).orElse(null))
                .param("verdict", word(judgement.verdict()))
                .param("until", until(judgement.verdict()))
                .param("reason", reason(judgement.verdict()))
                .param("at", judgement.at().atOffset(ZoneOffset.UTC))
                .param("batch", judgement.batch())
                .update();
    }

    /** What one press of a button decided; empty when the batch is unknown or another member's. */
    public List<Decided> batch(Viewer viewer, UUID batch) {
        return jdbc.sql(
                        """
                        SELECT source, name, person_id, verdict, until, reason, at, batch
                        FROM judgement
                        WHERE workspace_id = :workspace AND member_id = :member AND batch = :batch
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("batch", batch)
                .query((row, n) -> new Decided(judgement(row, n), person(row)))
                .list();
    }

    /**
     * What this member settled or put off in a span of time and has not taken back, newest first.
     */
    public List<Decided> between(Viewer viewer, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                          SELECT DISTINCT ON (source, name)
                                 source, name, person_id, verdict, until, reason, at, batch
                          FROM judgement
                          WHERE workspace_id = :workspace AND member_id = :member AND at <= :to
                          ORDER BY source, name, at DESC, id DESC) latest
                        WHERE at >= :from AND verdict IN ('done', 'not-needed')
                        ORDER BY at DESC
                        """)
                .param("workspace", viewer.workspace().value())
                .param("member", viewer.member().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Decided(judgement(row, n), person(row)))
                .list();
    }

    /** A judgement and the person whom it was about. */
    public record Decided(Judgement judgement, Optional<PersonId> person) {}

    private static Optional<PersonId> person(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new);
    }

    private static Judgement judgement(ResultSet row, int n) throws SQLException {
        return new Judgement(
                new Signal.Key(row.getString("source"), row.getString("name")),
                verdict(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("batch", UUID.class));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return switch (row.getString("verdict")) {
            case "done" -> new Verdict.Done();
            case "snoozed" ->
                    new Verdict.SnoozedUntil(
                            row.getObject("until", OffsetDateTime.class).toInstant());
            case "until-they-write" -> new Verdict.SnoozedUntilTheyWrite();
            case "not-needed" -> new Verdict.NotNeeded(row.getString("reason"));
            default -> new Verdict.Undone();
        };
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done _ -> "done";
            case Verdict.SnoozedUntil _ -> "snoozed";
            case Verdict.SnoozedUntilTheyWrite _ -> "until-they-write";
            case Verdict.NotNeeded _ -> "not-needed";
            case Verdict.Undone _ -> "undone";
        };
    }

    private static @Nullable OffsetDateTime until(Verdict verdict) {
        return verdict instanceof Verdict.SnoozedUntil(Instant until)
                ? until.atOffset(ZoneOffset.UTC)
                : null;
    }

    private static @Nullable String reason(Verdict verdict) {
        return verdict instanceof Verdict.NotNeeded(String reason) ? reason : null;
    }
}
