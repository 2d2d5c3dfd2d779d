package app.rapport.exchange.outlook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** One message in memory, up to a length that the heap bears. */
final class Limited extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;

    Limited(int most) {
        this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
        if (bytes.size() + (long) length > most) throw new Full();
        bytes.write(from, start, length);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** It is longer than that. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }
}
