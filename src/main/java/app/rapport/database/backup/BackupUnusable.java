package app.rapport.database.backup;

/** A backup that cannot be written or read; the message is one sentence for the person at it. */
public final class BackupUnusable extends RuntimeException {
    public BackupUnusable(String message) {
        super(message);
    }

    public BackupUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
