package app.rapport.exchange.store;

import app.rapport.exchange.model.Pace;
import app.rapport.exchange.model.Progress;
import app.rapport.kernel.ImportId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Reads an import from its row and {@link Readers#IS_READ}. */
final class ImportRow {
    private ImportRow() {}

    static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("title"),
                state(row),
                row.getLong("bytes_total"),
                row.getLong("bytes_done"),
                row.getLong("read"),
                row.getLong("stored"),
                row.getLong("already_known"),
                row.getLong("set_aside"),
                row.getLong("contacts_created"),
                row.getLong("contacts_updated"),
                row.getLong("accounts_created"),
                row.getLong("accounts_updated"),
                Optional.ofNullable(row.getString("failure")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                pace(row),
                row.getBoolean("us_said"));
    }

    /** What runs while nobody reads it was left by a program that ended. */
    private static Progress.State state(ResultSet row) throws SQLException {
        Progress.State state = Progress.State.of(row.getString("state"));
        boolean begun = row.getObject("going_since") != null;
        boolean left = state == Progress.State.RUNNING && begun && !row.getBoolean("is_read");
        return left ? Progress.State.STOPPED : state;
    }

    private static Optional<Pace> pace(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("going_since", OffsetDateTime.class);
        if (since == null) return Optional.empty();
        return Optional.of(
                new Pace(
                        since.toInstant(),
                        row.getLong("read_before"),
                        row.getLong("bytes_before"),
                        row.getBoolean("resumed")));
    }
}
