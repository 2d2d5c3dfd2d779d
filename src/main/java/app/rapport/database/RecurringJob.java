package app.rapport.database;

import java.time.Duration;

/**
 * Socket: work that a room does again and again while a server runs. Of several processes on one
 * database one does it, and another takes over when that one dies. It runs in no workspace, and may
 * be cut short at any moment: the next run must find what is left to do.
 */
public interface RecurringJob {
    /** Letters and hyphens, the same for good. */
    String name();

    /** From the end of one run to the begin of the next. */
    Duration every();

    void run();
}
