package app.rapport.exchange.contacts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the letters of a text file are written.
 *
 * @param mark length of the byte order mark in bytes
 */
record TextForm(Charset charset, int mark) {
    private static final int HEAD = 4096;

    /**
     * A byte order mark decides; else zero bytes at every second place mean UTF-16, but not at
     * every place, as a disk leaves them that was cut off; else UTF-8 when the whole file is valid,
     * and windows-1252 when it is not (what spreadsheets write in the West). Reads the whole file
     * once.
     */
    static TextForm of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (begins(head, 0xEF, 0xBB, 0xBF)) return new TextForm(StandardCharsets.UTF_8, 3);
        if (begins(head, 0xFF, 0xFE)) return new TextForm(StandardCharsets.UTF_16LE, 2);
        if (begins(head, 0xFE, 0xFF)) return new TextForm(StandardCharsets.UTF_16BE, 2);
        boolean odd = zeros(head, 1) * 4 > head.length;
        boolean even = zeros(head, 0) * 4 > head.length;
        if (odd && !even) return new TextForm(StandardCharsets.UTF_16LE, 0);
        if (even && !odd) return new TextForm(StandardCharsets.UTF_16BE, 0);
        if (valid(file)) return new TextForm(StandardCharsets.UTF_8, 0);
        return new TextForm(Charset.forName("windows-1252"), 0);
    }

    /** The file's text without its mark; what cannot be decoded becomes U+FFFD. */
    Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    private static boolean begins(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((head[i] & 0xff) != mark[i]) return false;
        return true;
    }

    private static long zeros(byte[] head, int from) {
        long zeros = 0;
        for (int i = from; i < head.length; i += 2) if (head[i] == 0) zeros++;
        return zeros;
    }

    private static boolean valid(Path file) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(file)) {
            while (channel.read(bytes) >= 0) {
                bytes.flip();
                if (decoder.decode(bytes, chars, false).isError()) return false;
                chars.clear();
                bytes.compact();
            }
        }
        bytes.flip();
        return !decoder.decode(bytes, chars, true).isError();
    }
}
