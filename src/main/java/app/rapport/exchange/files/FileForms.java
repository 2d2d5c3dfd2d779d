package app.rapport.exchange.files;

import app.rapport.exchange.model.FileForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
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
        if (isTableName(lower)) return FileForm.TABLE;
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

    /** Whether the name alone says so. */
    public static boolean isTableName(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:csv|tsv|tab|xlsx)");
    }

    private static boolean isText(byte[] head) {
        return new String(head, letters(head))
                .chars()
                .noneMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0);
    }

    /** Zero bytes at every second place, or a mark, are UTF-16. */
    private static Charset letters(byte[] head) {
        int mark = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) if (head[i] == 0) zeros[i % 2]++;
        if (mark == 0xfeff || zeros[0] * 4 > head.length) return StandardCharsets.UTF_16BE;
        if (mark == 0xfffe || zeros[1] * 4 > head.length) return StandardCharsets.UTF_16LE;
        return StandardCharsets.ISO_8859_1;
    }
}
