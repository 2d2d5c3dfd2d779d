package app.rapport.conversations.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Where a message's header stands in its bytes, also behind what breaks it: the From_ line of an
 * mbox, blank lines before it, lines that lost their fold.
 */
final class HeaderBlock {
    private static final int MOST_LINES = 5_000;
    private static final Set<String> KNOWN =
            Set.of(
                    "from",
                    "to",
                    "cc",
                    "bcc",
                    "subject",
                    "date",
                    "message-id",
                    "received",
                    "return-path",
                    "mime-version",
                    "reply-to",
                    "sender",
                    "in-reply-to",
                    "references",
                    "delivered-to",
                    "dkim-signature",
                    "authentication-results",
                    "precedence",
                    "organization",
                    "user-agent",
                    "importance",
                    "priority",
                    "status",
                    "auto-submitted",
                    "newsgroups",
                    "lines",
                    "path",
                    "xref",
                    "errors-to",
                    "apparently-to",
                    "comments",
                    "keywords",
                    "envelope-to",
                    "domainkey-signature",
                    "received-spf",
                    "arc-seal",
                    "feedback-id",
                    "mailing-list",
                    "mail-followup-to");

    private HeaderBlock() {}

    /**
     * The message from its first field on, without the lines that would end its header early; an
     * empty array when there is no header: then all is text.
     */
    static byte[] mended(byte[] raw) {
        int start = firstField(raw);
        if (start < 0) return new byte[0];
        ByteArrayOutputStream mended = null;
        int copied = start;
        int lines = 0;
        for (int i = start; i < raw.length && lines < MOST_LINES; lines++) {
            int next = nextLine(raw, i);
            if (isBlank(raw, i, next)) break;
            boolean broken = !isFold(raw, i) && nameEnd(raw, i, next) < 0;
            if (broken) {
                while (next < raw.length && isFold(raw, next)) next = nextLine(raw, next);
                if (!isKnown(raw, next)) break;
            }
            if (broken) {
                if (mended == null) mended = new ByteArrayOutputStream(raw.length);
                mended.write(raw, copied, i - copied);
                copied = next;
            }
            i = next;
        }
        if (mended == null && copied == 0) return raw;
        if (mended == null) mended = new ByteArrayOutputStream(raw.length);
        mended.write(raw, copied, raw.length - copied);
        return mended.toByteArray();
    }

    /** Where the header starts; -1 when no line of the first block is a field that mails have. */
    private static int firstField(byte[] raw) {
        int i = 0;
        int first = -1;
        boolean blank = true;
        for (int lines = 0; i < raw.length && lines < 200; lines++) {
            int next = nextLine(raw, i);
            boolean empty = isBlank(raw, i, next);
            if (empty && !blank) return -1;
            blank &= empty;
            if (first < 0 && !empty && nameEnd(raw, i, next) > 0) first = i;
            if (isKnown(raw, i))
                return first < 0 || (lines < 30 && !isField(raw, first)) ? i : first;
            i = next;
        }
        return -1;
    }

    private static boolean isField(byte[] raw, int at) {
        return nameEnd(raw, at, nextLine(raw, at)) > 0;
    }

    private static boolean isKnown(byte[] raw, int at) {
        int end = nameEnd(raw, at, nextLine(raw, at));
        if (end < 0 || end - at > 60) return false;
        String name =
                new String(raw, at, end - at, StandardCharsets.ISO_8859_1)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return KNOWN.contains(name)
                || name.startsWith("x-")
                || name.startsWith("content-")
                || name.startsWith("list-")
                || name.startsWith("resent-")
                || name.startsWith("thread-");
    }

    /** Where the colon stands behind a field's name (RFC 5322, section 2.2); -1 when none does. */
    private static int nameEnd(byte[] raw, int from, int to) {
        int i = from;
        while (i < to && raw[i] > ' ' && raw[i] < 127 && raw[i] != ':') i++;
        int end = i;
        while (i < to && (raw[i] == ' ' || raw[i] == '\t')) i++;
        return end > from && i < to && raw[i] == ':' ? end : -1;
    }

    private static boolean isFold(byte[] raw, int at) {
        return raw[at] == ' ' || raw[at] == '\t';
    }

    private static boolean isBlank(byte[] raw, int from, int to) {
        for (int i = from; i < to; i++) if (raw[i] != '\r' && raw[i] != '\n') return false;
        return true;
    }

    /** Lines end with LF, CR LF, or a bare CR as on old Macs. */
    private static int nextLine(byte[] raw, int from) {
        for (int i = from; i < raw.length; i++) {
            if (raw[i] == '\n') return i + 1;
            if (raw[i] == '\r' && (i + 1 >= raw.length || raw[i + 1] != '\n')) return i + 1;
        }
        return raw.length;
    }
}
