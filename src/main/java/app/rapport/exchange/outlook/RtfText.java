package app.rapport.exchange.outlook;

import com.pff.LZFu;
import com.pff.PSTException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * The words of a rich text, for messages that have no other body. Text that was HTML first lies
 * between marks ([MS-OXRTFEX]): its tags are left out here, only the words stay.
 */
final class RtfText {
    private static final Set<String> NO_WORDS =
            Set.of(
                    "fonttbl",
                    "colortbl",
                    "stylesheet",
                    "info",
                    "pict",
                    "object",
                    "header",
                    "footer",
                    "listtable",
                    "listoverridetable",
                    "generator",
                    "themedata",
                    "datastore",
                    "fldinst");

    private static final int HEADER = 16;

    /** Seventeen bytes stand for 136 at best. */
    private static final long MOST_TIMES = 8;

    private final String rtf;
    private final StringBuilder words = new StringBuilder();
    private final ByteArrayOutputStream eightBit = new ByteArrayOutputStream();
    private final Deque<Group> groups = new ArrayDeque<>();
    private Charset charset = CodePage.of(0);
    private Group group = new Group(false, false, 1);
    private int at;
    private int skipping;

    /**
     * @param silent whether its words are none of the text's
     * @param packing whether it only repeats in RTF what the HTML says
     * @param after letters that follow a Unicode one for readers that know none
     */
    private record Group(boolean silent, boolean packing, int after) {}

    private RtfText(String rtf) {
        this.rtf = rtf;
    }

    static String ofCompressed(byte[] compressed) {
        // the length that it tells is taken at its word by the reader
        if (compressed.length < HEADER
                || ByteBuffer.wrap(compressed).order(ByteOrder.LITTLE_ENDIAN).getInt(4)
                        > MOST_TIMES * compressed.length)
            throw new IllegalArgumentException("its rich text is damaged");
        try {
            return of(LZFu.decode(compressed));
        } catch (PSTException e) {
            throw new IllegalArgumentException("its rich text is damaged", e);
        }
    }

    static String of(String rtf) {
        return new RtfText(rtf).read();
    }

    private String read() {
        while (at < rtf.length()) step(rtf.charAt(at++));
        flush();
        return words.toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private void step(char c) {
        switch (c) {
            case '{' -> groups.push(group);
            case '}' -> group = groups.isEmpty() ? group : groups.pop();
            case '\\' -> control();
            case '\r', '\n' -> {}
            default -> letter(String.valueOf(c));
        }
    }

    private void control() {
        if (at >= rtf.length()) return;
        char c = rtf.charAt(at);
        if (Character.isLetter(c)) word();
        else symbol(c);
    }

    private void symbol(char c) {
        at++;
        switch (c) {
            case '\'' -> hex();
            case '*' -> group = new Group(true, group.packing(), group.after());
            case '~' -> letter(" ");
            case '_', '\\', '{', '}' -> letter(c == '_' ? "-" : String.valueOf(c));
            default -> {}
        }
    }

    private void hex() {
        if (at + 2 > rtf.length()) return;
        String digits = rtf.substring(at, at + 2);
        if (!digits.matches("[0-9a-fA-F]{2}")) return;
        at += 2;
        if (skipping > 0) skipping--;
        else if (speaks()) eightBit.write(Integer.parseInt(digits, 16));
    }

    private void word() {
        int from = at;
        while (at < rtf.length() && Character.isLetter(rtf.charAt(at))) at++;
        String name = rtf.substring(from, at);
        int digits = at;
        if (at < rtf.length() && rtf.charAt(at) == '-') at++;
        while (at < rtf.length() && Character.isDigit(rtf.charAt(at))) at++;
        String number = rtf.substring(digits, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') at++;
        word(name, number.matches("-?\\d{1,9}") ? Integer.parseInt(number) : 1);
    }

    private void word(String name, int number) {
        switch (name) {
            case "par", "line", "row", "sect", "page" -> letter("\n");
            case "tab", "cell" -> letter("\t");
            case "ansicpg" -> charset = CodePage.of(number);
            case "uc" -> group = new Group(group.silent(), group.packing(), number);
            case "u" -> unicode(number);
            case "htmlrtf" -> group = new Group(group.silent(), number != 0, group.after());
            case "lquote", "rquote" -> letter("'");
            case "ldblquote", "rdblquote" -> letter("\"");
            case "emdash", "endash" -> letter("-");
            case "bullet" -> letter("* ");
            default -> {
                if (NO_WORDS.contains(name))
                    group = new Group(true, group.packing(), group.after());
            }
        }
    }

    private void unicode(int number) {
        letter(String.valueOf((char) number));
        skipping = group.after();
    }

    private boolean speaks() {
        return !group.silent() && !group.packing();
    }

    private void letter(String letters) {
        if (skipping > 0 && !letters.equals("\n")) {
            skipping--;
            return;
        }
        if (!speaks()) return;
        flush();
        words.append(letters);
    }

    /** Letters of two bytes come byte by byte. */
    private void flush() {
        words.append(eightBit.toString(charset));
        eightBit.reset();
    }
}
