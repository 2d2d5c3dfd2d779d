package app.rapport.exchange;

import app.rapport.exchange.files.Archive;
import app.rapport.exchange.model.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source as a file of its own; what was unpacked for it goes when it is closed. */
record SourceFile(Path path, boolean unpacked) implements Closeable {
    static SourceFile of(Source source) throws IOException {
        if (source.entry().isEmpty()) return new SourceFile(source.path(), false);
        return new SourceFile(Archive.unpack(source.path(), source.entry()), true);
    }

    @Override
    public void close() throws IOException {
        if (unpacked) Files.deleteIfExists(path);
    }
}
