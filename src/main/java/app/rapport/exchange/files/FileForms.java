package app.rapport.exchange.files;

import app.rapport.exchange.model.FileForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by name and first bytes what a file is. */
public final class FileForms {
    static final int HEAD = 4_096;
    private static final Pattern CARD = Pattern.compile("(?im)^\\s*BEGIN:VCARD");
    private static final Pattern CALENDAR = Pattern.compile("(?im)^\\s*BEGIN:VCALENDAR");
    private static final Pattern OTHER_TEXT =
            Pattern.compile("(?is)^\\s*(?:[<{\\[]|%PDF|%!PS|#!|\\{\\\\rtf).*");
    private static final Pattern OTHER_NAME =
            Pattern.compile(
                    ".*\\.(?:json|jsonl|xml|html?|md|log|js|css|ya?ml|properties|rtf|pdf|sh|py)");

    private FileForms() {}

    public static FileForm of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD), file.getFileName().toString(), true);
        }
    }

    /**
     * @param named whether a person named this very file: then any text without another form is
     *     taken for a table
     */
    public static FileForm of(byte[] head, String name, boolean named) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.matches(".*\\.emlx?")) return FileForm.MAIL;
        if (head.length == 0) return FileForm.OTHER;
        if (lower.matches(".*\\.(?:csv|tsv|tab|xlsx)")) return FileForm.TABLE;
        if (lower.matches(".*\\.(?:vcf|vcard)")) return FileForm.CARDS;
        if (lower.matches(".*\\.(?:ics|ical|icalendar|vcs)")) return FileForm.CALENDAR;
        if (MailFiles.form(head, name) != MailFiles.Form.OTHER) return FileForm.MAIL;
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (CARD.matcher(text).find()) return FileForm.CARDS;
        if (CALENDAR.matcher(text).find()) return FileForm.CALENDAR;
        boolean table =
                named
                        && isText(head)
                        && !OTHER_TEXT.matcher(text).matches()
                        && !OTHER_NAME.matcher(lower).matches();
        return table ? FileForm.TABLE : FileForm.OTHER;
    }

    /** No control characters; zero bytes only as UTF-16 has them. */
    private static boolean isText(byte[] head) {
        int zeros = 0;
        for (byte b : head) {
            if (b == 0) zeros++;
            else if (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f')
                return false;
        }
        boolean utf16 =
                zeros * 4 > head.length || head.length > 1 && ((head[0] & head[1]) & 0xff) == 0xfe;
        return zeros == 0 || utf16 && zeros <= head.length / 2 + 2;
    }
}
