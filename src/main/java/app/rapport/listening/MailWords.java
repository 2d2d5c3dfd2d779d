package app.rapport.listening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        Part[] parts = QuoteMarks.quotedAndForwarded(lines);
        SignatureMarks.mark(lines, parts);
        return new MailWords(
                join(lines, parts, EnumSet.of(Part.REPLY)),
                join(lines, parts, EnumSet.complementOf(EnumSet.of(Part.QUOTED))),
                join(lines, parts, EnumSet.of(Part.SIGNATURE)));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') continue;
            lines.add(text.substring(start, i));
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
            start = i + 1;
        }
        if (start < text.length()) lines.add(text.substring(start));
        return lines;
    }

    private static String join(List<String> lines, Part[] parts, Set<Part> wanted) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (wanted.contains(parts[i])) joined.append(lines.get(i)).append('\n');
        }
        return joined.toString().strip();
    }
}
