package app.rapport.calls.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes that were written on in two places become one text: no line that either wrote is lost. A
 * line that one took out and the other changed stays, as a line too many does no harm.
 */
public final class NotesUnion {
    private NotesUnion() {}

    /**
     * @param base what both began with
     */
    public static String of(String base, String mine, String theirs) {
        if (mine.equals(theirs) || mine.equals(base)) return theirs;
        if (theirs.equals(base)) return mine;
        List<String> one = mine.lines().toList();
        List<String> other = theirs.lines().toList();
        int head = sameAtStart(one, other);
        int tail = sameAtEnd(one, other, head);
        List<String> ours = one.subList(head, one.size() - tail);
        List<String> all = new ArrayList<>(other.subList(0, other.size() - tail));
        all.addAll(missing(ours, other, Set.copyOf(base.lines().toList())));
        all.addAll(other.subList(other.size() - tail, other.size()));
        return String.join("\n", all) + "\n";
    }

    private static List<String> missing(List<String> mine, List<String> theirs, Set<String> base) {
        Set<String> left = new LinkedHashSet<>(mine);
        left.removeAll(Set.copyOf(theirs));
        left.removeAll(base);
        return List.copyOf(left);
    }

    private static int sameAtStart(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same)))
            same++;
        return same;
    }

    private static int sameAtEnd(List<String> one, List<String> other, int head) {
        int same = 0;
        int most = Math.min(one.size(), other.size()) - head;
        while (same < most
                && one.get(one.size() - 1 - same).equals(other.get(other.size() - 1 - same)))
            same++;
        return same;
    }
}
