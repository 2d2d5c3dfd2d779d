package app.rapport.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes a .msg file property by property, as [MS-OXMSG] lays it out. */
final class MsgWriter {
    private final DirectoryEntry folder;
    private final ByteBuffer table = ByteBuffer.allocate(4_096).order(ByteOrder.LITTLE_ENDIAN);
    private int parts;

    private MsgWriter(DirectoryEntry folder, int header) {
        this.folder = folder;
        table.position(header);
    }

    interface Content {
        void write(MsgWriter to) throws IOException;
    }

    static Path write(Path file, Content content) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            MsgWriter root = new MsgWriter(files.getRoot(), 32);
            content.write(root);
            root.end();
            files.writeFilesystem(out);
        }
        return file;
    }

    MsgWriter text(int id, String value) throws IOException {
        return stream(id, 0x001f, value.getBytes(StandardCharsets.UTF_16LE));
    }

    MsgWriter binary(int id, byte[] value) throws IOException {
        return stream(id, 0x0102, value);
    }

    /** A text in the message's code page. */
    MsgWriter bytes(int id, byte[] value) throws IOException {
        return stream(id, 0x001e, value);
    }

    private MsgWriter stream(int id, int type, byte[] value) throws IOException {
        folder.createDocument(
                "__substg1.0_%04X%04X".formatted(id, type), new ByteArrayInputStream(value));
        return fixed(id, type, value.length);
    }

    MsgWriter number(int id, int value) {
        return fixed(id, 0x0003, value);
    }

    MsgWriter time(int id, Instant at) {
        return fixed(id, 0x0040, (at.getEpochSecond() + 11_644_473_600L) * 10_000_000L);
    }

    private MsgWriter fixed(int id, int type, long value) {
        table.putInt(id << 16 | type).putInt(6).putLong(value);
        return this;
    }

    MsgWriter recipient(int line, String name, String address) throws IOException {
        return part(
                "__recip_version1.0_#%08X",
                to -> {
                    to.number(0x0c15, line).text(0x3001, name).text(0x3003, address);
                });
    }

    MsgWriter attachment(String name, byte[] content) throws IOException {
        return part(
                "__attach_version1.0_#%08X",
                to -> {
                    to.text(0x3707, name).binary(0x3701, content);
                });
    }

    MsgWriter message(Content content) throws IOException {
        return part(
                "__attach_version1.0_#%08X",
                to -> {
                    MsgWriter inner =
                            new MsgWriter(to.folder.createDirectory("__substg1.0_3701000D"), 24);
                    content.write(inner);
                    inner.end();
                });
    }

    private MsgWriter part(String name, Content content) throws IOException {
        MsgWriter part = new MsgWriter(folder.createDirectory(name.formatted(parts++)), 8);
        content.write(part);
        part.end();
        return this;
    }

    private void end() throws IOException {
        folder.createDocument(
                "__properties_version1.0",
                new ByteArrayInputStream(table.array(), 0, table.position()));
    }
}
