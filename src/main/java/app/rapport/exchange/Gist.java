package app.rapport.exchange;

import app.rapport.exchange.model.AsideKind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an item says, in one line for people. */
final class Gist {
    private static final int LENGTH = 90;
    private static final Pattern FRAME =
            Pattern.compile("(?i)^(begin|end|version|prodid|uid|dtstamp|from )\\b.*|^From .*");
    private static final Pattern MAIL = Pattern.compile("(?i)^(from|subject): *(.*)");

    private Gist() {}

    static String of(AsideKind kind, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return shorten(
                switch (kind) {
                    case ROWS -> row(text);
                    case CARDS, EVENTS -> lines(text);
                    case MAILS -> mail(text);
                });
    }

    private static String row(String json) {
        Map<String, String> cells = MendFile.cells(json);
        return cells.isEmpty()
                ? json
                : cells.values().stream()
                        .filter(cell -> !cell.isBlank())
                        .collect(Collectors.joining(", "));
    }

    private static String lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !FRAME.matcher(line).matches())
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    private static String mail(String text) {
        String headers =
                text.lines()
                        .takeWhile(line -> !line.isBlank())
                        .map(MAIL::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .map(match -> match.group(2).strip())
                        .collect(Collectors.joining(", "));
        return headers.isEmpty() ? lines(text) : headers;
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LENGTH - 1)).strip() + "…";
    }
}
