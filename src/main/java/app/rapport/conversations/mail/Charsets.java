package app.rapport.conversations.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: by the declared charset where Java knows it, else UTF-8 if they are, else
 * windows-1252.
 */
final class Charsets {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names that mails use and Java does not know; ISO-8859-1 is read as browsers do. */
    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    Map.entry("iso-8859-1", "windows-1252"),
                    Map.entry("latin1", "windows-1252"),
                    Map.entry("iso8859-1", "windows-1252"),
                    Map.entry("us-ascii", "windows-1252"),
                    Map.entry("ascii", "windows-1252"),
                    Map.entry("ansi_x3.4-1968", "windows-1252"),
                    Map.entry("x-unknown", "utf-8"),
                    Map.entry("unknown-8bit", "windows-1252"),
                    Map.entry("default", "windows-1252"),
                    Map.entry("utf8", "utf-8"),
                    Map.entry("unicode-1-1-utf-7", "utf-7"),
                    Map.entry("gb2312", "gb18030"),
                    Map.entry("gbk", "gb18030"),
                    Map.entry("ks_c_5601-1987", "windows-949"),
                    Map.entry("cp-850", "ibm850"),
                    Map.entry("x-mac-roman", "x-MacRoman"),
                    Map.entry("iso-8859-8-i", "iso-8859-8"));

    private Charsets() {}

    /** Undecodable bytes become U+FFFD. */
    static String decode(byte[] bytes, @Nullable String declared) {
        String name =
                declared == null
                        ? ""
                        : declared.strip()
                                .toLowerCase(Locale.ROOT)
                                .replace("\"", "")
                                .replace("'", "");
        if (name.isEmpty()) return guess(bytes);
        if (isAscii(bytes)
                && !name.startsWith("utf-16")
                && !name.startsWith("utf-7")
                && !name.startsWith("iso-2022")
                && !name.startsWith("hz")) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        if (name.contains("ascii")) return guess(bytes);
        return find(name).map(charset -> new String(bytes, charset)).orElseGet(() -> guess(bytes));
    }

    static String guess(byte[] bytes) {
        if (isAscii(bytes)) return new String(bytes, StandardCharsets.US_ASCII);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }

    private static Optional<Charset> find(String name) {
        String known = ALIASES.getOrDefault(name, name);
        try {
            return Optional.of(Charset.forName(known));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) return false;
        }
        return true;
    }
}
