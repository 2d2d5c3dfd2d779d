package app.rapport.exchange.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Mail in files: mbox (also gzip), single messages, maildir and other folders of them, Outlook's
 * files, zips. What a file is its first bytes say, not its name.
 */
public final class MailFiles {
    private static final int HEAD = 4_096;
    private static final int DEEPEST = 3;
    private static final long ANY = Long.MAX_VALUE;
    private static final Pattern MAIL_FIELD =
            Pattern.compile(
                    "(?is)^(?:return-path|received|from|to|cc|date|subject|message-id|mime-version|delivered-to|x-[a-z0-9-]+|content-type|reply-to|sender|envelope-to|authentication-results|dkim-signature|arc-[a-z-]+|status|delivery-date|thread-[a-z]+|bcc)\\s*:.*");

    /** What a file holds. */
    public enum Form {
        MBOX,
        MESSAGE,
        /** One message of Outlook. */
        MSG,
        /** A whole mailbox of Outlook: .pst, .ost. */
        PST,
        ZIP,
        GZIP,
        OTHER
    }

    /** Takes each message in turn; {@code false} ends the reading. */
    public interface Taker {
        boolean take(FileItem item) throws IOException;
    }

    private final Unpacked unpacked;
    private final Taker taker;

    /** Entries of the outermost zip that have come. */
    private int entries;

    /** What the outermost zip says of the length of its entries. */
    private final Map<String, Long> sizes;

    private MailFiles(Unpacked unpacked, Map<String, Long> sizes, Taker taker) {
        this.unpacked = unpacked;
        this.sizes = sizes;
        this.taker = taker;
    }

    /** The files below a path in a fixed order, the path itself when it is a file. */
    public static List<Path> below(Path path) throws IOException {
        if (!Files.isDirectory(path)) return List.of(path);
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(path, file) && !isMaildirTemporary(path, file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path root, Path file) {
        String name = root.relativize(file).getFileName().toString();
        return name.startsWith(".") && !name.contains(",");
    }

    private static boolean isMaildirTemporary(Path root, Path file) {
        Path parent = file.getParent();
        return parent != null
                && parent.endsWith("tmp")
                && !parent.equals(root)
                && Files.isDirectory(parent.resolveSibling("cur"));
    }

    public static Form form(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Form form = form(in.readNBytes(HEAD), file.getFileName().toString());
            return form == Form.OTHER && isInMaildir(file) ? Form.MESSAGE : form;
        }
    }

    /** There is nothing but messages in {@code cur} and {@code new}, however they begin. */
    private static boolean isInMaildir(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null
                && (folder.endsWith("cur") || folder.endsWith("new"))
                && Files.isDirectory(folder.resolveSibling("cur"))
                && Files.isDirectory(folder.resolveSibling("new"));
    }

    static Form form(byte[] head, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (OutlookFiles.isData(head, lower)) return Form.PST;
        if (OutlookFiles.isMessage(head, lower)) return Form.MSG;
        if (head.length > 3
                && head[0] == 'P'
                && head[1] == 'K'
                && head[2] == 3
                && !lower.endsWith(".xlsx")) return Form.ZIP;
        if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b)
            return Form.GZIP;
        if (Mbox.looksLike(head)) return isSingle(lower) ? Form.MESSAGE : Form.MBOX;
        if (isSingle(lower)) return Form.MESSAGE;
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return MAIL_FIELD.matcher(text).matches()
                        && !lower.endsWith(".ics")
                        && !lower.endsWith(".vcf")
                ? Form.MESSAGE
                : Form.OTHER;
    }

    private static boolean isSingle(String lowerName) {
        return lowerName.endsWith(".eml") || lowerName.endsWith(".emlx");
    }

    /**
     * Gives each message of one file to the taker. An archive that is damaged or cut short gives
     * what can be read of it, and then one item that says so.
     *
     * @param source the file's name as the user knows it
     * @param from position from which to go on, 0 for the whole file; only for mbox files
     */
    public static void each(Path file, String source, long from, Taker taker) throws IOException {
        Unpacked unpacked = new Unpacked(Files.size(file));
        boolean[] goesOn = {true};
        Taker watched = item -> goesOn[0] = taker.take(item);
        Form form = form(file);
        if (form == Form.PST) {
            OutlookFiles.each(file, source, watched);
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Map<String, Long> sizes = form == Form.ZIP ? Archive.sizes(file) : Map.of();
            MailFiles files = new MailFiles(unpacked, sizes, watched);
            files.each(in, form, source, from, 0);
            if (unpacked.failure().isPresent()) throw unpacked.failure().get();
            if (form == Form.ZIP && goesOn[0]) files.compareWithDirectory(file);
        } catch (IOException e) {
            if (goesOn[0]) taker.take(FileItem.broken(source, unpacked.bytes(), e));
        }
    }

    /** An entry whose beginning is damaged ends the stream as if nothing followed. */
    private void compareWithDirectory(Path zip) throws IOException {
        if (Archive.size(zip) > entries)
            throw new ZipException("one of its files does not begin where it should");
    }

    /** Whether a message of an mbox begins there, after blank lines, or the file ends. */
    public static boolean beginsAt(Path file, long position) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            byte[] head = in.readNBytes(HEAD);
            int at = 0;
            while (at < head.length && (head[at] == '\n' || head[at] == '\r')) at++;
            return at == head.length || Mbox.looksLike(Arrays.copyOfRange(head, at, head.length));
        }
    }

    private boolean each(InputStream in, Form form, String source, long from, int depth)
            throws IOException {
        if (depth > DEEPEST)
            return taker.take(
                    FileItem.refused(
                            source, "It lies too many archives deep; unpack the outer ones first"));
        return switch (form) {
            case MBOX -> mbox(in, source, from);
            case GZIP -> gzip(in, source, from, depth);
            case ZIP -> zip(in, source, depth);
            case MESSAGE -> taker.take(message(in, source));
            case MSG -> taker.take(OutlookFiles.message(in, source));
            case PST -> OutlookFiles.each(in, source, taker);
            case OTHER -> true;
        };
    }

    private boolean mbox(InputStream in, String source, long from) throws IOException {
        Mbox mbox = new Mbox(source, in, from);
        for (Optional<FileItem> item = mbox.next(); item.isPresent(); item = mbox.next()) {
            if (!taker.take(item.get())) return false;
        }
        return true;
    }

    private static FileItem message(InputStream in, String source) throws IOException {
        byte[] content = in.readNBytes(Mbox.LONGEST + 1);
        if (content.length > Mbox.LONGEST)
            return new FileItem(
                    source, 0, Arrays.copyOf(content, HEAD), Optional.of(Mbox.TOO_LONG));
        boolean apple = source.toLowerCase(Locale.ROOT).endsWith(".emlx");
        return FileItem.of(source, 0, apple ? ofApple(content) : content);
    }

    /** Apple Mail writes the message's length in a line above it, and what it knows of it below. */
    private static byte[] ofApple(byte[] content) {
        int line = 0;
        while (line < content.length && line < 20 && content[line] != '\n') line++;
        String length = new String(content, 0, line, StandardCharsets.ISO_8859_1).strip();
        if (!length.matches("\\d{1,9}")) return content;
        int from = Math.min(content.length, line + 1);
        return Arrays.copyOfRange(
                content, from, (int) Math.min(content.length, from + Long.parseLong(length)));
    }

    private boolean gzip(InputStream in, String source, long from, int depth) throws IOException {
        BufferedInputStream plain =
                new BufferedInputStream(unpacked.of(new GZIPInputStream(in, 1 << 16)), 1 << 16);
        plain.mark(HEAD);
        byte[] head = plain.readNBytes(HEAD);
        plain.reset();
        Form form = form(head, source.replaceFirst("(?i)\\.gz$", ""));
        return each(plain, form, source, from, depth + 1);
    }

    /** Entries that are no mail are passed over. */
    private boolean zip(InputStream in, String source, int depth) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (depth == 0) entries++;
            if (entry.isDirectory()) continue;
            long size = depth == 0 ? sizes.getOrDefault(entry.getName(), ANY) : ANY;
            BufferedInputStream content =
                    new BufferedInputStream(unpacked.of(new OneEntry(zip, size)), 1 << 16);
            content.mark(HEAD);
            byte[] head = content.readNBytes(HEAD);
            content.reset();
            Form form = form(head, entry.getName());
            if (!each(content, form, source + "!" + entry.getName(), 0, depth + 1)) return false;
            if (unpacked.failure().isPresent()) return true;
        }
        return true;
    }

    /** All messages of a path, for short files: everything is held in memory. */
    static List<FileItem> all(Path path) throws IOException {
        List<FileItem> items = new ArrayList<>();
        for (Path file : below(path)) each(file, path.relativize(file).toString(), 0, items::add);
        return items;
    }

    /**
     * A zip's entry ends, the zip goes on. What is damaged may unpack to anything, but not here.
     */
    private static final class OneEntry extends java.io.FilterInputStream {
        private long left;

        OneEntry(InputStream in, long size) {
            super(in);
            left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = in.read(into, from, length);
            left -= Math.max(0, n);
            if (left < 0)
                throw new ZipException("one of its files is longer than its directory says");
            return n;
        }

        @Override
        public void close() {}
    }
}
