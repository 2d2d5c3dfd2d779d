package app.rapport.database;

/**
 * The database cannot be reached or started; the message is one sentence for the person who runs
 * it.
 */
public final class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
