package app.rapport.conversations.model;

import app.rapport.kernel.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How an answer begins: subject, quote, and the thread it names. */
public final class AnswerWords {
    private static final int LONGEST_QUOTE = 20_000;
    private static final int LONGEST_THREAD = 20;

    private AnswerWords() {}

    /** "Re: …", once. */
    public static String subject(String subject) {
        String line = subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.regionMatches(true, 0, "re:", 0, 3) ? line : "Re: " + line;
    }

    /**
     * The mail that is answered below one's own words, as mail programs write it.
     *
     * @param head who wrote when
     */
    public static String quote(String head, String words) {
        String shown = Excerpt.of(words, LONGEST_QUOTE);
        return head
                + "\n"
                + shown.strip()
                        .lines()
                        .map(line -> line.isBlank() ? ">" : "> " + line)
                        .collect(Collectors.joining("\n"));
    }

    /** What a new mail holds before its writer types: the signature, and what is answered. */
    public static String sheet(String signature, String quote) {
        StringBuilder sheet = new StringBuilder();
        if (!signature.isBlank()) sheet.append("\n\n-- \n").append(signature.strip());
        if (!quote.isBlank()) sheet.append("\n\n").append(quote);
        return sheet.toString();
    }

    /**
     * The ids that the answer names under References (RFC 5322, 3.6.4): those of the mail before,
     * and its own; of a long thread the first and the newest.
     *
     * @param before without angle brackets, oldest first
     */
    public static List<String> thread(List<String> before, String messageId) {
        List<String> ids = new ArrayList<>(before);
        ids.remove(messageId);
        ids.add(messageId);
        while (ids.size() > LONGEST_THREAD) ids.remove(1);
        return ids.stream().map(id -> "<" + id + ">").toList();
    }
}
