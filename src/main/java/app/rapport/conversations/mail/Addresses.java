package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Mailboxes of an address field, read as leniently as people's programs write them: commas inside
 * quotes, angle brackets and comments do not part, groups are opened, what is no address is kept.
 */
final class Addresses {
    private static final int MOST = 5_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    // each begins where a run begins: a hundred thousand spaces are looked at once, not squared
    private static final Pattern AROUND_MARKS = Pattern.compile("(?:\\G|(?<!\\s))\\s*+([@.])\\s*+");
    private static final Pattern QUOTES =
            Pattern.compile("^[\"'`\\s]++|(?<![\"'`\\s])[\"'`\\s]++$");

    private Addresses() {}

    static List<Mailbox> of(List<String> fields) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (String field : fields) {
            for (String part : parts(field)) {
                if (mailboxes.size() < MOST && !part.isBlank()) mailboxes.add(one(part));
            }
        }
        return mailboxes.stream().filter(mailbox -> !mailbox.address().isEmpty()).toList();
    }

    private static List<String> parts(String field) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        int angle = 0;
        int comment = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                part.append(c).append(field.charAt(++i));
                continue;
            }
            if (c == '"' && comment == 0) quoted = !quoted && closes(field, i);
            else if (!quoted && c == '(') comment++;
            else if (!quoted && c == ')' && comment > 0) comment--;
            else if (!quoted && c == '<') angle++;
            else if (!quoted && c == '>' && angle > 0) angle--;
            boolean plain = !quoted && angle == 0 && comment == 0;
            if (plain && (c == ',' || c == ';')) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (plain && c == ':' && part.indexOf("@") < 0) {
                part.setLength(0); // the name of a group
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** A quote that nobody closes is a character like any other. */
    private static boolean closes(String field, int quote) {
        return field.indexOf('"', quote + 1) > 0;
    }

    private static Mailbox one(String part) {
        int open = part.lastIndexOf('<');
        int close = part.indexOf('>', open + 1);
        if (open >= 0) {
            String address = part.substring(open + 1, close < 0 ? part.length() : close);
            return new Mailbox(name(part.substring(0, open)), address(address));
        }
        int comment = part.indexOf('(');
        if (comment >= 0) {
            int end = part.lastIndexOf(')');
            String inside = end > comment ? part.substring(comment + 1, end) : "";
            String outside =
                    part.substring(0, comment) + (end > comment ? part.substring(end + 1) : "");
            return new Mailbox(name(inside), address(outside));
        }
        return new Mailbox("", address(part));
    }

    private static String address(String text) {
        String address = text.strip();
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1); // a route, RFC 5322 section 4.4
        }
        address = QUOTES.matcher(EncodedWords.decode(address)).replaceAll("");
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) address = address.substring(7);
        if (SPACE.matcher(address).find()) address = AROUND_MARKS.matcher(address).replaceAll("$1");
        return SPACE.matcher(address).replaceAll(" ");
    }

    private static String name(String text) {
        String name = EncodedWords.decode(text.replace("\\\"", "\"").replace("\\\\", "\\"));
        return QUOTES.matcher(SPACE.matcher(name).replaceAll(" ")).replaceAll("");
    }
}
