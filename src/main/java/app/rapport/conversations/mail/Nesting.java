package app.rapport.conversations.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How deep the parts of a message lie in each other, by its lines alone. A parser reads each byte
 * once for every part around it: a thousand parts in each other take minutes.
 */
final class Nesting {
    private static final int DEEPEST = 100;

    /** A longer line declares no boundary (RFC 2046: 70 characters). */
    private static final int LONGEST_LINE = 1_000;

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)\\bboundary\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))");

    private final List<String> open = new ArrayList<>();
    private String declared = "";

    private Nesting() {}

    static boolean isTooDeep(byte[] raw) {
        Nesting nesting = new Nesting();
        int start = 0;
        while (start < raw.length && nesting.open.size() <= DEEPEST) {
            int end = start;
            while (end < raw.length && raw[end] != '\n') end++;
            int length = Math.min(end - start, LONGEST_LINE);
            nesting.line(new String(raw, start, length, StandardCharsets.ISO_8859_1));
            start = end + 1;
        }
        return nesting.open.size() > DEEPEST;
    }

    private void line(String line) {
        if (line.startsWith("--")) {
            delimiter(line.substring(2).stripTrailing());
            return;
        }
        if (line.length() < 10 || line.indexOf('=') < 0) return;
        Matcher boundary = BOUNDARY.matcher(line);
        if (boundary.find())
            declared = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    }

    /** A boundary opens where it stands for the first time, and ends all that was opened in it. */
    private void delimiter(String boundary) {
        if (boundary.equals(declared)) {
            open.add(boundary);
            declared = "";
            return;
        }
        int at = open.lastIndexOf(boundary);
        if (at >= 0) open.subList(at + 1, open.size()).clear();
        else if (boundary.endsWith("--")) end(boundary.substring(0, boundary.length() - 2));
    }

    private void end(String boundary) {
        int at = open.lastIndexOf(boundary);
        if (at >= 0) open.subList(at, open.size()).clear();
    }
}
