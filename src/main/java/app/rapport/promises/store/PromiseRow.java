package app.rapport.promises.store;

import app.rapport.kernel.Evidence;
import app.rapport.kernel.MemberId;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.TouchId;
import app.rapport.listening.dates.Recurrence;
import app.rapport.promises.model.Deadline;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.Step;
import app.rapport.promises.model.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads a promise and its steps from their rows. */
final class PromiseRow {
    private PromiseRow() {}

    /** Without its steps. */
    static Promise promise(ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID touch = row.getObject("touch_id", UUID.class);
        Optional<Evidence> madeIn =
                touch == null
                        ? Optional.empty()
                        : Optional.of(
                                new Evidence(
                                        new TouchId(touch),
                                        row.getInt("passage_start"),
                                        row.getInt("passage_end")));
        return new Promise(
                row.getObject("id", UUID.class),
                Promise.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(person).map(PersonId::new),
                row.getString("name"),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getString("what"),
                row.getInt("weight"),
                madeIn,
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                new ArrayList<>(),
                task(row));
    }

    private static Optional<Task> task(ResultSet row) throws SQLException {
        if (!row.getString("side").equals("task")) return Optional.empty();
        String every = row.getString("every");
        OffsetDateTime remind = row.getObject("remind_at", OffsetDateTime.class);
        return Optional.of(
                new Task(
                        new MemberId(row.getObject("made_by", UUID.class)),
                        every == null
                                ? Optional.empty()
                                : Optional.of(
                                        new Task.Series(
                                                Recurrence.valueOf(every.toUpperCase(Locale.ROOT)),
                                                row.getObject("every_from", LocalDate.class))),
                        Optional.ofNullable(remind).map(OffsetDateTime::toInstant),
                        row.getBoolean("remind_by_mail")));
    }

    static Step step(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("due_on", LocalDate.class);
        LocalTime time = row.getObject("due_time", LocalTime.class);
        UUID touch = row.getObject("touch_id", UUID.class);
        return new Step(
                row.getObject("id", UUID.class),
                Step.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(day).map(on -> new Deadline(on, Optional.ofNullable(time))),
                Optional.ofNullable(touch).map(TouchId::new),
                Optional.ofNullable(row.getObject("undoes", UUID.class)),
                Optional.ofNullable(row.getObject("to_member_id", UUID.class)).map(MemberId::new));
    }
}
