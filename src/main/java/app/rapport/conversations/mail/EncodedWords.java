package app.rapport.conversations.mail;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Encoded words of RFC 2047, also the malformed ones that programs write. */
final class EncodedWords {
    private EncodedWords() {}

    static String decode(String text) {
        if (!text.contains("=?")) return text;
        try {
            return DecoderUtil.decodeEncodedWords(
                            text, DecodeMonitor.SILENT, java.nio.charset.StandardCharsets.UTF_8)
                    .replace("\u0000", "");
        } catch (RuntimeException e) {
            return text; // what cannot be decoded is shown as it stands
        }
    }
}
