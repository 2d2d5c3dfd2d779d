package app.rapport.exchange.store;

import app.rapport.kernel.ImportId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Repository;

/**
 * Which imports a program reads right now. It holds a lock of the database in a session of its own,
 * which ends with the program however that ends: a row could only tell that somebody began.
 */
@Repository
public class Readers {
    /** Whether the import of a row {@code import} is read by somebody. */
    static final String IS_READ =
            """
            EXISTS (SELECT FROM pg_locks l
                    WHERE l.locktype = 'advisory' AND l.granted
                      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                      AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(import.id::text, 0))
            """;

    private final DataSource dataSource;

    Readers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reading by nobody else, until it is closed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty when somebody else reads this import. */
    public Optional<Hold> take(ImportId id) {
        try {
            Connection session = dataSource.getConnection();
            boolean taken = false;
            try {
                taken = asked(session, "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", id);
            } finally {
                if (!taken) session.close();
            }
            return taken ? Optional.of(() -> release(session, id)) : Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the lock of an import", e);
        }
    }

    private static void release(Connection session, ImportId id) {
        try (session) {
            asked(session, "SELECT pg_advisory_unlock(hashtextextended(?, 0))", id);
        } catch (SQLException e) {
            // the session is gone, and its locks with it
        }
    }

    private static boolean asked(Connection session, String sql, ImportId id) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setString(1, id.toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
