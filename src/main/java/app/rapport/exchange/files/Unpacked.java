package app.rapport.exchange.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Counts what comes out of an archive. Mail shrinks to a fifth, seldom to a fiftieth; what grows
 * two hundredfold was made to fill a machine.
 */
final class Unpacked {
    private static final long ALWAYS = 256L << 20;
    private static final int TIMES = 200;

    private final long most;
    private long bytes;
    private Optional<IOException> failure = Optional.empty();

    /**
     * @param packed size of the outermost archive
     */
    Unpacked(long packed) {
        this.most = Math.max(ALWAYS, TIMES * packed);
    }

    long bytes() {
        return bytes;
    }

    /** Why an archive could not be read on. */
    Optional<IOException> failure() {
        return failure;
    }

    /** What cannot be read on ends here, so that nobody loses what came before. */
    InputStream of(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (failure.isPresent()) return -1;
                try {
                    int n = in.read(into, from, length);
                    if (n > 0) count(n);
                    return n;
                } catch (IOException e) {
                    failure = Optional.of(e);
                    return -1;
                }
            }
        };
    }

    private void count(int n) throws Trap {
        bytes += n;
        if (bytes > most)
            throw new Trap(
                    "The archive unpacks to more than %d times its size: it looks made to fill this machine, and is not read on"
                            .formatted(TIMES));
    }

    /** An archive made to do harm. */
    static final class Trap extends IOException {
        Trap(String sentence) {
            super(sentence);
        }
    }
}
