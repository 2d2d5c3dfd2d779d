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
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What lies in a zip or a gzip, and one of its entries as a file of its own. */
public final class Archive {
    /** Stands for the content of a gzip, whose entry has no name. */
    public static final String CONTENT = "*";

    private static final String MAC_RESOURCES = "__MACOSX/";

    private Archive() {}

    /** One entry; a zip in a zip counts as mail, for only mail is looked for in it. */
    public record Entry(String name, FileForm form, long size) {}

    public static List<Entry> entries(Path file) throws IOException {
        return switch (MailFiles.form(file)) {
            case ZIP -> zip(file);
            case GZIP -> gzip(file);
            default -> List.of();
        };
    }

    private static List<Entry> zip(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipFile zip = opened(file)) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.isDirectory() || entry.getName().startsWith(MAC_RESOURCES)) continue;
                try (InputStream in = zip.getInputStream(entry)) {
                    FileForm form =
                            FileForms.of(in.readNBytes(FileForms.HEAD), entry.getName(), false);
                    entries.add(new Entry(entry.getName(), form, Math.max(0, entry.getSize())));
                }
            }
        }
        return entries;
    }

    private static List<Entry> gzip(Path file) throws IOException {
        try (InputStream in = plain(file)) {
            String name = file.getFileName().toString().replaceFirst("(?i)\\.gz$", "");
            FileForm form = FileForms.of(in.readNBytes(FileForms.HEAD), name, true);
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
        Path unpacked = Files.createTempFile("rapport-", suffix(entry));
        if (entry.equals(CONTENT)) {
            try (InputStream in = plain(file)) {
                Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
            return unpacked;
        }
        try (ZipFile zip = opened(file)) {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) throw new IOException(entry + " is not in " + file.getFileName());
            try (InputStream in = zip.getInputStream(found)) {
                Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return unpacked;
    }

    private static String suffix(String entry) {
        int dot = entry.lastIndexOf('.');
        String suffix = dot < 0 ? "" : entry.substring(dot);
        return suffix.matches("\\.\\w{1,10}") ? suffix : ".tmp";
    }
}
