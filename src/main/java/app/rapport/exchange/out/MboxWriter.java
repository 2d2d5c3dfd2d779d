package app.rapport.exchange.out;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An mbox in the dialect mboxrd, the only one that can be read back without loss: each line that
 * begins with {@code From }, quoted or not, gets one more {@code >}. A message ends with a blank
 * line that is not its own; one whose last line has no end gets it.
 */
public final class MboxWriter implements Closeable {
    private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final OutputStream out;

    public MboxWriter(OutputStream out) {
        this.out = out;
    }

    public void add(String sender, Optional<Instant> at, InputStream message) throws IOException {
        String from = sender.matches("[!-~]+") ? sender : "MAILER-DAEMON";
        String when = ASCTIME.format(at.orElse(Instant.EPOCH));
        out.write(("From " + from + " " + when + "\n").getBytes(StandardCharsets.US_ASCII));
        boolean ended = new Quoting().copy(message);
        out.write(ended ? new byte[] {'\n'} : new byte[] {'\n', '\n'});
    }

    /** One message on its way through a small buffer. */
    private final class Quoting {
        private final byte[] buffer = new byte[1 << 15];
        private boolean lineBegins = true; // nothing but quoting signs in this line so far
        private byte last = '\n';

        /** Whether the last line has its end. */
        boolean copy(InputStream in) throws IOException {
            int held = 0;
            for (int read = 0; read >= 0; ) {
                read = in.read(buffer, held, buffer.length - held);
                int limit = held + Math.max(0, read);
                int done = quote(limit, read < 0);
                held = limit - done;
                System.arraycopy(buffer, done, buffer, 0, held);
            }
            return last == '\n';
        }

        /** Writes what can be judged: a line that may begin with From waits for its next bytes. */
        private int quote(int limit, boolean whole) throws IOException {
            int from = 0;
            int i = 0;
            for (; i < limit; i++) {
                byte b = buffer[i];
                if (lineBegins && b == 'F') {
                    if (limit - i < FROM.length && !whole) break;
                    if (isFrom(i, limit)) {
                        out.write(buffer, from, i - from);
                        out.write('>');
                        from = i;
                    }
                }
                lineBegins = b == '\n' || (lineBegins && b == '>');
                last = b;
            }
            out.write(buffer, from, i - from);
            return i;
        }

        private boolean isFrom(int at, int limit) {
            int end = at + FROM.length;
            return end <= limit && Arrays.equals(buffer, at, end, FROM, 0, FROM.length);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
