package app.rapport.calls.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of notes.
 *
 * @param words without the mark, white space trimmed
 * @param start of the words in the notes, {@code end} exclusive
 * @param quoted whether it is pasted from somebody's mail
 */
public record NoteLine(Optional<Mark> mark, String words, int start, int end, boolean quoted) {
    private static final Pattern ATTRIBUTION =
            Pattern.compile("(?:wrote|schrieb|écrit|escribió)\\s*:\\s*$", Pattern.CASE_INSENSITIVE);

    /**
     * What is pasted stays what it is: levels of quotation are no playback, and lines below a
     * bullet are bullets of its second level.
     */
    public static List<NoteLine> in(String notes) {
        List<String> lines = notes.lines().toList();
        List<NoteLine> read = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            read.add(line(lines, i, at));
            at = after(notes, at + lines.get(i).length());
        }
        return read;
    }

    private static int after(String notes, int end) {
        return notes.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    private static NoteLine line(List<String> lines, int i, int at) {
        String line = lines.get(i);
        boolean quoted =
                line.startsWith(">") ? isQuotation(lines, i) : ATTRIBUTION.matcher(line).find();
        Optional<Mark> mark =
                quoted ? Optional.empty() : Mark.of(line).filter(one -> isMeant(one, lines, i));
        int from = mark.map(one -> one.sign().length()).orElse(0);
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) from++;
        String words = line.substring(from).stripTrailing();
        return new NoteLine(mark, words, at + from, at + from + words.length(), quoted);
    }

    private static boolean isMeant(Mark mark, List<String> lines, int i) {
        if (mark.encloses(lines.get(i))) return false;
        return mark != Mark.NEED || !isBelowBullet(lines, i);
    }

    private static boolean isBelowBullet(List<String> lines, int i) {
        int first = i;
        while (first > 0 && lines.get(first - 1).startsWith("**")) first--;
        return first > 0 && lines.get(first - 1).startsWith("* ");
    }

    /** A run of lines that begin with ">" is one where any has another depth than two. */
    private static boolean isQuotation(List<String> lines, int i) {
        int first = i;
        while (first > 0 && lines.get(first - 1).startsWith(">")) first--;
        int last = i;
        while (last + 1 < lines.size() && lines.get(last + 1).startsWith(">")) last++;
        boolean said = first > 0 && ATTRIBUTION.matcher(lines.get(first - 1)).find();
        return said
                || lines.subList(first, last + 1).stream()
                        .anyMatch(line -> Mark.of(line).filter(Mark.PLAYED_BACK::equals).isEmpty());
    }
}
