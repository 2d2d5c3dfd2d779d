package app.rapport.bargaining.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML file. GENIUS has a reader of its own that asks neither for a charset nor for
 * escaped names, so files that it wrote and read for years are not always XML.
 */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final int HEAD = 200;

    /** One that names no entities: nothing of it is needed. */
    private static final Pattern BARE_DOCTYPE = Pattern.compile("<!DOCTYPE[^\\[>]*>");

    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d{1,7}|#x[0-9a-fA-F]{1,6});)");

    private XmlText() {}

    /** As its mark or its declaration says, else UTF-8; what is neither, a letter for each byte. */
    static String of(byte[] bytes) {
        return BARE_DOCTYPE.matcher(decoded(bytes).replaceFirst("^\ufeff?\\s*", "")).replaceAll("");
    }

    private static String decoded(byte[] bytes) {
        try {
            return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] == 0 || bytes[0] == (byte) 0xfe))
            return StandardCharsets.UTF_16BE;
        if (bytes.length > 1 && (bytes[1] == 0 || bytes[0] == (byte) 0xff))
            return StandardCharsets.UTF_16LE;
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
    }

    /** Letters of two bytes were seen above: whoever declares them here does not write them. */
    private static Charset named(String name) {
        boolean wide = name.toUpperCase(Locale.ROOT).matches("UTF-?(16|32).*");
        return wide || !isKnown(name) ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** With what stands bare in names escaped. */
    static String mended(String text) {
        String rest = BARE_AMPERSAND.matcher(text).replaceAll("&amp;");
        StringBuilder mended = new StringBuilder(rest.length() + 64);
        int at = 0;
        while (at < rest.length()) {
            int end = rest.startsWith("<!--", at) ? rest.indexOf("-->", at) : -1;
            at = end > 0 ? copied(rest, at, end, mended) : tag(rest, at, mended);
        }
        return mended.toString();
    }

    private static int copied(String text, int from, int to, StringBuilder mended) {
        mended.append(text, from, to);
        return to;
    }

    /** From a place up to behind the next tag, or to a comment before it. */
    private static int tag(String text, int from, StringBuilder mended) {
        char quote = 0;
        boolean inside = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (at > from && !inside && text.startsWith("<!--", at)) return at;
            if (quote == 0 && inside && (c == '"' || c == '\'')) quote = c;
            else if (c == quote) quote = 0;
            if (quote != 0 && c == '<') mended.append("&lt;");
            else mended.append(c);
            if (quote == 0 && c == '<') inside = true;
            if (quote == 0 && inside && c == '>') return at + 1;
        }
        return text.length();
    }
}
