package app.rapport.listening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a mail, told apart: what its writer newly wrote, and what stands there besides.
 * Lines are read once, in order; the rules and their sources stand in {@code
 * docs/understanding-mail.md}.
 *
 * @param replyText the writer's own new words, without quotes, signature, disclaimer, forwarded
 *     part
 * @param newText everything that is not quoted, with signature and forwarded part
 * @param signature the block below the words that names the writer, or a device's or list's footer
 */
public record MailWords(String replyText, String newText, String signature) {

    private static final Pattern ODD_SPACES =
            Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]");

    /** What a line is. */
    enum Part {
        REPLY,
        SIGNATURE,
        DISCLAIMER,
        FORWARDED,
        QUOTED
    }

    /**
     * @param text the plain text of a mail, any line ends
     */
    public static MailWords of(String text) {
        List<String> lines = lines(text);
        List<String> plain = lines.stream().map(MailWords::plain).toList();
        Part[] parts = QuoteMarks.quotedAndForwarded(plain);
        SignatureMarks.mark(plain, parts);
        return new MailWords(
                join(lines, parts, EnumSet.of(Part.REPLY)),
                join(lines, parts, EnumSet.complementOf(EnumSet.of(Part.QUOTED))),
                join(lines, parts, EnumSet.of(Part.SIGNATURE)));
    }

    /** A line as the marks read it: French programs put a hard space before the colon. */
    private static String plain(String line) {
        if (isLatin(line)) return line;
        return ODD_SPACES.matcher(INVISIBLE.matcher(line).replaceAll("")).replaceAll(" ");
    }

    private static boolean isLatin(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= '\u00a0') return false;
        }
        return true;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') continue;
            add(lines, text.substring(start, i));
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
            start = i + 1;
        }
        if (start < text.length()) add(lines, text.substring(start));
        return lines;
    }

    /** Words and the introduction behind them may share a line; they are two. */
    private static void add(List<String> lines, String line) {
        int introduction = Introduction.within(line);
        if (introduction > 0) {
            lines.add(line.substring(0, introduction).replaceAll("\\s*-*\\s*$", ""));
        }
        lines.add(line.substring(introduction));
    }

    private static String join(List<String> lines, Part[] parts, Set<Part> wanted) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (wanted.contains(parts[i])) joined.append(lines.get(i)).append('\n');
        }
        return joined.toString().strip();
    }
}
