package app.rapport.conversations.store;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The chunks of one original, read from the rows of a cursor as they are asked for. */
final class ChunkStream extends InputStream {
    private final ResultSet rows;
    private final UUID touch;
    private byte[] chunk;
    private int at;
    private boolean ended;
    private boolean more = true;

    /**
     * @param rows stand on the first chunk
     */
    ChunkStream(ResultSet rows) throws SQLException {
        this.rows = rows;
        this.touch = rows.getObject("id", UUID.class);
        this.chunk = rows.getBytes("bytes");
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (!fill()) return -1;
        int n = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, n);
        at += n;
        return n;
    }

    @Override
    public int available() {
        return ended ? 0 : chunk.length - at;
    }

    private boolean fill() throws IOException {
        while (!ended && at == chunk.length) next();
        return !ended;
    }

    private void next() throws IOException {
        try {
            more = rows.next();
            ended = !more || !rows.getObject("id", UUID.class).equals(touch);
            if (!ended) chunk = rows.getBytes("bytes");
            at = 0;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Goes past what nobody read; whether the rows now stand on another original. */
    boolean skipRest() throws IOException {
        while (!ended) next();
        return more;
    }
}
