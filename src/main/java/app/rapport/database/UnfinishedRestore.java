package app.rapport.database;

import app.rapport.database.backup.BackupUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The mark of a data folder into which a backup is being brought back. It is there before the first
 * row and gone after the last step, so that a restore that was cut short is never taken for a firm
 * with little in it; its lock tells one that runs from one that died.
 */
final class UnfinishedRestore implements AutoCloseable {
    private static final String NAME = "restore.unfinished";

    private final Path mark;
    private final FileChannel channel;

    private UnfinishedRestore(Path mark, FileChannel channel) {
        this.mark = mark;
        this.channel = channel;
    }

    static boolean isIn(Path data) {
        return Files.exists(data.resolve(NAME));
    }

    static DatabaseUnavailable refusal(Path data) {
        return new DatabaseUnavailable(
                "A restore into "
                        + data
                        + " has not come to its end, so what is there is not whole. Run bin/rapport restore again: it starts over.");
    }

    /**
     * @throws BackupUnusable when another restore into the folder runs
     */
    static UnfinishedRestore begin(Path data) throws IOException {
        Path mark = Files.createDirectories(data).resolve(NAME);
        FileChannel channel =
                FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock alone = channel.tryLock();
        if (alone == null) {
            channel.close();
            throw new BackupUnusable("Another restore into " + data + " runs already");
        }
        channel.force(true);
        return new UnfinishedRestore(mark, channel);
    }

    /** All is there, or nothing any more. */
    void end() throws IOException {
        Files.delete(mark);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
