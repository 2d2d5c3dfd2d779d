package app.rapport.exchange.files;

import app.rapport.exchange.model.FileForm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What lies in a zip, a gzip or a data file of Outlook, archives in it opened as well, and one of
 * its entries as a file of its own.
 */
public final class Archive {
    /** Stands for the content of a gzip, whose entry has no name. */
    public static final String CONTENT = "*";

    private static final String INSIDE = "!";
    private static final String MAC_RESOURCES = "__MACOSX/";
    private static final int DEEPEST = 2;

    private Archive() {}

    /**
     * One entry.
     *
     * @param name inside an archive in the archive after {@code !}
     */
    public record Entry(String name, FileForm form, long size) {}

    public static List<Entry> entries(Path file) throws IOException {
        return entries(file, file.getFileName().toString(), 0);
    }

    private static List<Entry> entries(Path file, String name, int depth) throws IOException {
        return switch (MailFiles.form(file)) {
            case ZIP -> zip(file, depth);
            case GZIP -> gzip(file, name);
            case PST -> OutlookFiles.entries(file);
            default -> List.of();
        };
    }

    /** How many entries a zip's directory names. */
    static int size(Path file) throws IOException {
        try (ZipFile zip = opened(file)) {
            return zip.size();
        }
    }

    /** How long each entry is as the directory of a zip says; nothing where it has none. */
    static Map<String, Long> sizes(Path file) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        try (ZipFile zip = opened(file)) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getSize() >= 0) sizes.merge(entry.getName(), entry.getSize(), Math::max);
            }
        } catch (ZipException e) {
            return Map.of();
        }
        return sizes;
    }

    private static List<Entry> zip(Path file, int depth) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipFile zip = opened(file)) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.isDirectory() || entry.getName().startsWith(MAC_RESOURCES)) continue;
                byte[] head = head(zip, entry);
                if (depth < DEEPEST && isArchive(head, entry.getName()))
                    entries.addAll(inner(zip, entry, depth + 1));
                else
                    entries.add(
                            new Entry(
                                    entry.getName(),
                                    FileForms.of(head, entry.getName(), false),
                                    Math.max(0, entry.getSize())));
            }
        }
        return entries;
    }

    private static byte[] head(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(FileForms.HEAD);
        }
    }

    private static boolean isArchive(byte[] head, String name) {
        MailFiles.Form form = MailFiles.form(head, name);
        return form == MailFiles.Form.ZIP
                || form == MailFiles.Form.GZIP
                || form == MailFiles.Form.PST;
    }

    private static List<Entry> inner(ZipFile zip, ZipEntry entry, int depth) throws IOException {
        Path unpacked = copied(zip, entry);
        try {
            return entries(unpacked, entry.getName(), depth).stream()
                    .map(one ->
                            new Entry(
                                    entry.getName() + INSIDE + one.name(), one.form(), one.size()))
                    .toList();
        } catch (ZipException e) {
            // read as mail, it is told what is wrong with it
            return List.of(new Entry(entry.getName(), FileForm.MAIL, Math.max(0, entry.getSize())));
        } finally {
            Files.deleteIfExists(unpacked);
        }
    }

    private static List<Entry> gzip(Path file, String name) throws IOException {
        try (InputStream in = plain(file)) {
            String plainName = name.replaceFirst("(?i)\\.gz$", "");
            FileForm form = FileForms.of(in.readNBytes(FileForms.HEAD), plainName, true);
            return List.of(new Entry(CONTENT, form, Files.size(file)));
        }
    }

    /** Old zips write their names in the code page of DOS. */
    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(file.toFile(), Charset.forName("IBM437"));
        }
    }

    private static InputStream plain(Path file) throws IOException {
        return new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** Unpacks one entry to a file that the caller deletes. */
    public static Path unpack(Path file, String entry) throws IOException {
        if (MailFiles.form(file) == MailFiles.Form.PST)
            return OutlookFiles.unpack(file, entry).orElseThrow(() -> missing(file, entry));
        if (entry.equals(CONTENT)) return ungzipped(file);
        try (ZipFile zip = opened(file)) {
            ZipEntry found = zip.getEntry(entry);
            if (found != null) return copied(zip, found);
            for (int at = entry.indexOf(INSIDE); at > 0; at = entry.indexOf(INSIDE, at + 1)) {
                ZipEntry archive = zip.getEntry(entry.substring(0, at));
                if (archive != null) return unpacked(zip, archive, entry.substring(at + 1));
            }
        }
        throw missing(file, entry);
    }

    private static IOException missing(Path file, String entry) {
        return new IOException(entry + " is not in " + file.getFileName());
    }

    private static Path unpacked(ZipFile zip, ZipEntry archive, String entry) throws IOException {
        Path inner = copied(zip, archive);
        try {
            return unpack(inner, entry);
        } finally {
            Files.deleteIfExists(inner);
        }
    }

    private static Path ungzipped(Path file) throws IOException {
        Path unpacked = Files.createTempFile("rapport-", ".tmp");
        try (InputStream in = plain(file)) {
            copy(in, unpacked, Files.size(file));
        }
        return unpacked;
    }

    private static Path copied(ZipFile zip, ZipEntry entry) throws IOException {
        Path copy = Files.createTempFile("rapport-", suffix(entry.getName()));
        try (InputStream in = zip.getInputStream(entry)) {
            copy(in, copy, Math.max(0, entry.getCompressedSize()));
        }
        return copy;
    }

    private static void copy(InputStream packed, Path to, long size) throws IOException {
        Unpacked unpacked = new Unpacked(size);
        Files.copy(unpacked.of(packed), to, StandardCopyOption.REPLACE_EXISTING);
        if (unpacked.failure().isEmpty()) return;
        Files.deleteIfExists(to);
        throw unpacked.failure().get();
    }

    private static String suffix(String entry) {
        int dot = entry.lastIndexOf('.');
        String suffix = dot < 0 ? "" : entry.substring(dot);
        return suffix.matches("\\.\\w{1,10}") ? suffix : ".tmp";
    }
}
