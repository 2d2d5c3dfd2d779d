package app.rapport.conversations.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Fields of a header that are for the mailbox's owner alone: blind copies, and how they filed it.
 */
public final class OwnFields {
    private static final Set<String> OWN =
            Set.of("bcc", "resent-bcc", "x-bcc", "x-gmail-labels", "x-keywords", "x-folder");

    private OwnFields() {}

    /** The message without them; everything else stays byte for byte. */
    public static byte[] without(byte[] raw) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(raw.length);
        boolean dropping = false;
        int start = 0;
        while (start < raw.length) {
            int end = lineEnd(raw, start);
            String line = new String(raw, start, end - start, StandardCharsets.ISO_8859_1);
            if (line.isBlank() && start > 0) break;
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            dropping = folded ? dropping : isOwn(line);
            if (!dropping) kept.write(raw, start, end - start);
            start = end;
        }
        kept.write(raw, start, raw.length - start);
        return kept.toByteArray();
    }

    private static int lineEnd(byte[] raw, int start) {
        int end = start;
        while (end < raw.length && raw[end] != '\n') end++;
        return Math.min(raw.length, end + 1);
    }

    private static boolean isOwn(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && OWN.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }
}
