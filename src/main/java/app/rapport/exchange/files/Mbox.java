package app.rapport.exchange.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits an mbox as it streams by. All four dialects: lines that were quoted with {@code >} (mboxo,
 * mboxrd, mboxcl) get one back, and a Content-Length (mboxcl, mboxcl2) is believed where a message
 * really ends there. A line that begins with {@code From } parts messages when it looks like an
 * envelope or a header follows it; any other is a line of somebody's text.
 */
final class Mbox {
    /**
     * Longer messages are set aside: no mail server takes them, and reading one must fit the heap
     * several times.
     */
    static final int LONGEST = 50 << 20;

    static final String TOO_LONG =
            "The message is larger than 50 MB, more than mail servers take. Take its attachments out, then bring it again";

    private static final int STEP = 1 << 16;
    private static final int HEADER_WINDOW = 1 << 16;
    private static final Pattern ENVELOPE =
            Pattern.compile("From .*(?:\\d{1,2}:\\d{2}.*\\d{4}|\\d{4}.*\\d{1,2}:\\d{2}).*\\s*");
    private static final Pattern FIELD =
            Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}:.*\\s*", Pattern.DOTALL);
    private static final Pattern LENGTH =
            Pattern.compile("(?im)^Content-Length:\\s*(\\d{1,9})\\s*$");

    private final String source;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int limit;
    private long offset; // of buffer[start] in the file
    private boolean ended;

    Mbox(String source, InputStream in, long from) throws IOException {
        this.source = source;
        this.in = in;
        in.skipNBytes(from);
        this.offset = from;
        skipBlankLines();
    }

    /** Whether these first bytes are an mbox. */
    static boolean looksLike(byte[] head) {
        return head.length >= 5
                && head[0] == 'F'
                && head[1] == 'r'
                && head[2] == 'o'
                && head[3] == 'm'
                && head[4] == ' ';
    }

    /** Where the next message begins: a resumed import goes on from there. */
    long offset() {
        return offset;
    }

    Optional<FileItem> next() throws IOException {
        if (!ensure(1)) return Optional.empty();
        long position = offset;
        int end = endOfMessage();
        if (end < 0) {
            byte[] head = Arrays.copyOfRange(buffer, start, start + HEADER_WINDOW);
            skipToNext();
            return Optional.of(new FileItem(source, position, head, Optional.of(TOO_LONG)));
        }
        byte[] content = asWritten(start, start + withoutSeparator(end));
        advance(end);
        return Optional.of(FileItem.of(source, position, content));
    }

    /** The blank line that parts two messages belongs to neither. */
    private int withoutSeparator(int end) {
        int from = end;
        if (ends(from, '\n')) from--;
        if (from < end && ends(from, '\r')) from--;
        return ends(from, '\n') ? from : end;
    }

    private boolean ends(int end, char with) {
        return end > 0 && buffer[start + end - 1] == with;
    }

    /** Length of the message that begins here, with its From line; -1 when it is too long. */
    private int endOfMessage() throws IOException {
        int byLength = believedLength();
        if (byLength > 0) return byLength;
        int at = lineEnd(0);
        while (ensure(at + 1)) {
            if (at > LONGEST) return -1;
            if (isSeparator(at)) return at;
            at = lineEnd(at);
        }
        return at;
    }

    /**
     * Index after the line that begins at {@code from}, both counted from the start of the message.
     */
    private int lineEnd(int from) throws IOException {
        int i = from;
        while (ensure(i + 1)) {
            if (buffer[start + i] == '\n') return i + 1;
            i++;
            if (i > LONGEST + STEP) return i;
        }
        return i;
    }

    private boolean isSeparator(int at) throws IOException {
        if (!ensure(at + 5)) return false;
        int i = start + at;
        if (buffer[i] != 'F'
                || buffer[i + 1] != 'r'
                || buffer[i + 2] != 'o'
                || buffer[i + 3] != 'm'
                || buffer[i + 4] != ' ') return false;
        int end = lineEnd(at);
        if (ENVELOPE.matcher(text(at, end)).matches()) return true;
        int next = lineEnd(end);
        return next > end && FIELD.matcher(text(end, next)).matches();
    }

    private String text(int from, int to) {
        int end = Math.min(to, from + 1_000);
        return new String(buffer, start + from, end - from, StandardCharsets.ISO_8859_1).strip();
    }

    /**
     * The whole message's length by its Content-Length, where another message or the end follows
     * it.
     */
    private int believedLength() throws IOException {
        ensure(HEADER_WINDOW);
        int window = Math.min(HEADER_WINDOW, limit - start);
        String head = new String(buffer, start, window, StandardCharsets.ISO_8859_1);
        int body = head.indexOf("\n\n");
        int crlf = head.indexOf("\r\n\r\n");
        int bodyStart = crlf >= 0 && (body < 0 || crlf < body) ? crlf + 4 : body + 2;
        if (bodyStart < 4) return -1;
        Matcher length = LENGTH.matcher(head.substring(0, bodyStart));
        if (!length.find()) return -1;
        int end = bodyStart + Integer.parseInt(length.group(1));
        if (end > LONGEST) return -1;
        if (!ensure(end)) return -1;
        while (ensure(end + 1) && (buffer[start + end] == '\n' || buffer[start + end] == '\r'))
            end++;
        boolean last = !ensure(end + 1);
        return last || (buffer[start + end - 1] == '\n' && isSeparator(end)) ? end : -1;
    }

    /** The message without its From line and with quoted From lines as they were written. */
    private byte[] unquoted(int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '\n') i++;
        int begin = Math.min(to, i + 1);
        if (!hasQuotedFrom(begin, to)) return Arrays.copyOfRange(buffer, begin, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - begin);
        int line = begin;
        while (line < to) {
            int end = line;
            while (end < to && buffer[end] != '\n') end++;
            end = Math.min(to, end + 1);
            int skip = isQuotedFrom(line, end) ? 1 : 0;
            out.write(buffer, line + skip, end - line - skip);
            line = end;
        }
        return out.toByteArray();
    }

    /**
     * mboxcl2 quotes nothing: a message with a bare From line inside shows that it was written so.
     */
    private byte[] asWritten(int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '\n') i++;
        for (int k = Math.min(to, i + 1); k + 5 < to; k++) {
            if (buffer[k - 1] == '\n'
                    && buffer[k] == 'F'
                    && buffer[k + 1] == 'r'
                    && buffer[k + 2] == 'o'
                    && buffer[k + 3] == 'm'
                    && buffer[k + 4] == ' ') {
                return Arrays.copyOfRange(buffer, Math.min(to, i + 1), to);
            }
        }
        return unquoted(from, to);
    }

    private boolean hasQuotedFrom(int from, int to) {
        for (int i = from; i + 5 < to; i++) {
            if (buffer[i] == '>' && (i == from || buffer[i - 1] == '\n') && isQuotedFrom(i, to))
                return true;
        }
        return false;
    }

    private boolean isQuotedFrom(int line, int end) {
        int i = line;
        while (i < end && buffer[i] == '>') i++;
        return i > line
                && i + 4 < end
                && buffer[i] == 'F'
                && buffer[i + 1] == 'r'
                && buffer[i + 2] == 'o'
                && buffer[i + 3] == 'm'
                && buffer[i + 4] == ' ';
    }

    private void skipBlankLines() throws IOException {
        while (ensure(1) && (buffer[start] == '\n' || buffer[start] == '\r')) advance(1);
    }

    /** Reads on to the next separator without keeping what lies between. */
    private void skipToNext() throws IOException {
        advance(LONGEST);
        int at = lineEnd(0);
        while (ensure(at + 1) && !isSeparator(at)) {
            advance(at);
            at = lineEnd(0);
        }
        advance(Math.min(at, limit - start));
    }

    private void advance(int n) {
        start += n;
        offset += n;
    }

    /** Whether at least {@code n} bytes lie in the buffer from the start of the message on. */
    private boolean ensure(int n) throws IOException {
        while (limit - start < n && !ended) fill(n);
        return limit - start >= n;
    }

    private void fill(int n) throws IOException {
        if (start > 0 && (start > buffer.length / 2 || start + n + STEP > buffer.length)) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit + STEP > buffer.length) {
            buffer =
                    Arrays.copyOf(
                            buffer, Math.max(buffer.length + (buffer.length >> 1), limit + STEP));
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) ended = true;
        else limit += read;
    }
}
