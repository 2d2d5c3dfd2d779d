package app.rapport.exchange.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;

/**
 * The properties of one message, recipient or attachment in a .msg file, as [MS-OXMSG] lays them
 * out: short ones in a table, each long one in a stream whose name is its tag.
 */
final class MsgStorage {
    static final int OF_FILE = 32;
    static final int OF_MESSAGE = 24;
    static final int OF_PART = 8;

    private static final String TABLE = "__properties_version1.0";
    private static final String STREAM = "__substg1.0_%04X%04X";
    private static final int UNICODE = 0x001f;
    private static final int EIGHT_BIT = 0x001e;
    private static final int BINARY = 0x0102;
    private static final int OBJECT = 0x000d;
    private static final int STRINGS = 0x3ffd; // PidTagMessageCodepage
    private static final int INTERNET = 0x3fde; // PidTagInternetCodepage
    private static final long FILETIME_EPOCH = -11_644_473_600L;
    private static final long FILETIME_SECOND = 10_000_000L;

    private final DirectoryEntry folder;
    private final Map<Integer, Long> table;

    /** Strings of recipients and attachments are in their message's. */
    private final EightBit eightBit;

    private MsgStorage(DirectoryEntry folder, Map<Integer, Long> table, Optional<EightBit> said) {
        this.folder = folder;
        this.table = table;
        this.eightBit =
                said.orElseGet(() ->
                        new EightBit(
                                CodePage.of(number(STRINGS).orElse(number(INTERNET).orElse(0)))));
    }

    /** A code page, which is not believed where the bytes are none of its. */
    private record EightBit(Charset said) {
        String text(byte[] bytes) {
            try {
                return said.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, CodePage.of(0));
            }
        }
    }

    static MsgStorage of(DirectoryEntry folder, int header) throws IOException {
        return new MsgStorage(folder, table(folder, header), Optional.empty());
    }

    private static Map<Integer, Long> table(DirectoryEntry folder, int header) throws IOException {
        Map<Integer, Long> table = new HashMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(bytes(folder, TABLE).orElse(new byte[0]));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (int at = header; at + 16 <= bytes.limit(); at += 16)
            table.put(bytes.getInt(at) >>> 16, bytes.getLong(at + 8));
        return table;
    }

    private static Optional<byte[]> bytes(DirectoryEntry folder, String name) throws IOException {
        if (!folder.hasEntryCaseInsensitive(name)
                || !(folder.getEntryCaseInsensitive(name) instanceof DocumentEntry entry))
            return Optional.empty();
        try (InputStream in = new DocumentInputStream(entry)) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** A text, in Unicode or in the message's code page; empty where there is none. */
    String text(int id) {
        return stream(id, UNICODE)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_16LE))
                .or(() -> stream(id, EIGHT_BIT).map(eightBit::text))
                .orElse("")
                .replace("\0", "");
    }

    /** HTML is kept as the bytes that were sent, seldom as a text. */
    String html(int id) {
        EightBit sent = number(INTERNET).map(CodePage::of).map(EightBit::new).orElse(eightBit);
        return binary(id).map(sent::text).orElseGet(() -> text(id));
    }

    Optional<byte[]> binary(int id) {
        return stream(id, BINARY);
    }

    private Optional<byte[]> stream(int id, int type) {
        try {
            return bytes(folder, STREAM.formatted(id, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Integer> number(int id) {
        return Optional.ofNullable(table.get(id)).map(Long::intValue);
    }

    Optional<Instant> time(int id) {
        return Optional.ofNullable(table.get(id))
                .filter(ticks -> ticks > 0)
                .map(ticks ->
                        Instant.ofEpochSecond(
                                FILETIME_EPOCH + ticks / FILETIME_SECOND,
                                ticks % FILETIME_SECOND * 100));
    }

    /** Its recipients or attachments, in their order. */
    List<MsgStorage> parts(String prefix) throws IOException {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : folder)
            if (entry.getName().toLowerCase(Locale.ROOT).startsWith(prefix)) found.add(entry);
        found.sort((a, b) -> a.getName().compareToIgnoreCase(b.getName()));
        List<MsgStorage> parts = new ArrayList<>();
        for (Entry entry : found)
            if (entry instanceof DirectoryEntry part)
                parts.add(new MsgStorage(part, table(part, OF_PART), Optional.of(eightBit)));
        return parts;
    }

    /** A message that is attached. */
    Optional<MsgStorage> message(int id) throws IOException {
        String name = STREAM.formatted(id, OBJECT);
        return folder.hasEntryCaseInsensitive(name)
                        && folder.getEntryCaseInsensitive(name) instanceof DirectoryEntry inner
                ? Optional.of(of(inner, OF_MESSAGE))
                : Optional.empty();
    }
}
