package app.rapport.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** What a disk and a database run into, in the words of the person who has to mend it. */
public final class Trouble {
    private static final String DISK_FULL = "53100";
    private static final String NO_SPACE = "No space left on device";

    /** With less than this PostgreSQL cannot add one file to its log, and ends. */
    private static final long ONE_LOG_FILE = 16L << 20;

    private Trouble() {}

    /**
     * What went wrong while the database of that folder was in use; empty when neither its disk nor
     * its server is to blame.
     */
    public static Optional<String> sentence(Throwable failure, Path folder) {
        if (isFull(failure)) return Optional.of(full(folder));
        if (!isServerGone(failure)) return Optional.empty();
        if (hasNoRoom(folder)) return Optional.of(full(folder));
        return Optional.of(
                "The database of "
                        + folder
                        + " ended while it was in use. What was acknowledged is kept: start again;"
                        + " logs/postgresql.log in it says why");
    }

    /** Why a file or folder cannot be used. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "Rapport may not write there";
            case FileAlreadyExistsException at -> at.getFile() + " is a file and no folder";
            case FileSystemException at when at.getReason() != null -> at.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Whether not even PostgreSQL's log has room on the folder's disk. */
    static boolean hasNoRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < ONE_LOG_FILE;
        } catch (IOException e) {
            return false;
        }
    }

    static String full(Path folder) {
        return "The disk of "
                + folder
                + " is full. Nothing is half done: make room, then do it again;"
                + " what is stored already is not stored twice";
    }

    private static boolean isFull(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) return true;
            if ((e instanceof SQLException || e instanceof IOException)
                    && String.valueOf(e.getMessage()).contains(NO_SPACE)) return true;
        }
        return false;
    }

    /** SQLSTATE classes 08 (connection) and 57P (the server is ending or has crashed). */
    private static boolean isServerGone(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            String state = e instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.startsWith("08") || state.startsWith("57P")) return true;
        }
        return false;
    }
}
