package app.rapport.exchange.out;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One zip, written as it is read: nothing of it is kept on this side. */
public final class ZipOutlet implements Outlet, AutoCloseable {
    private final ZipOutputStream zip;

    public ZipOutlet(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    @Override
    public OutputStream file(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new Entry(zip);
    }

    /** Writes the zip's own list; without it everybody sees that the zip is not whole. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }

    private static final class Entry extends FilterOutputStream {
        private final ZipOutputStream zip;

        Entry(ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            zip.write(bytes, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }
}
