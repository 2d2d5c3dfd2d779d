package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/** The header of a message that the MIME parser gave up on, line by line. */
final class SimpleHeaders {
    private SimpleHeaders() {}

    static Headers of(byte[] raw) {
        List<Field> fields = new ArrayList<>();
        int start = 0;
        while (start < raw.length && fields.size() < 10_000) {
            int end = endOfField(raw, start);
            if (isBlank(raw, start, end)) break;
            field(raw, start, end, fields);
            start = end;
        }
        return Headers.of(fields);
    }

    private static void field(byte[] raw, int start, int end, List<Field> fields) {
        ByteArrayBuffer buffer = new ByteArrayBuffer(end - start);
        buffer.append(raw, start, end - start);
        try {
            RawField field = RawFieldParser.DEFAULT.parseField(buffer);
            fields.add(field);
        } catch (MimeException e) {
            // a line that is no field says nothing
        }
    }

    private static int endOfField(byte[] raw, int start) {
        for (int i = start; i < raw.length; i++) {
            if (raw[i] == '\n'
                    && (i + 1 >= raw.length || (raw[i + 1] != ' ' && raw[i + 1] != '\t')))
                return i + 1;
        }
        return raw.length;
    }

    private static boolean isBlank(byte[] raw, int start, int end) {
        for (int i = start; i < end; i++) {
            if (raw[i] != '\r' && raw[i] != '\n') return false;
        }
        return true;
    }
}
