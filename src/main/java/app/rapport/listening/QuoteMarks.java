package app.rapport.listening;

import app.rapport.listening.MailWords.Part;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where other people's words begin: {@code >} lines, "On … wrote:" in many languages, Outlook's and
 * Notes' header blocks, "Original Message" rules, forward marks.
 */
final class QuoteMarks {
    private static final int LONGEST_RULE_WORDS = 100;

    /** Nobody reads further; the rest is only looked at for {@code >}. */
    private static final int MOST_LINES = 5_000;

    /** The word for a message in many languages, as programs write it into a rule of dashes. */
    private static final Pattern MESSAGE =
            Pattern.compile(
                    "(?iu)message|appointment|nachricht|mensaje|mensagem|messaggio|bericht|wiadomo[śs][ćc]|meddelande|meddelelse|besked|melding|viesti|zpráva|správa|сообщение|письмо|повідомлення|üzenet|ileti|mesaj|poruka|sporočilo|邮件|郵件|メッセージ|メール|메시지");

    private static final Pattern FORWARD =
            Pattern.compile(
                    "(?iu)^[\\s*_-]*(?:-{2,}\\s*(?:forwarded (?:by|message|from)|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada|vidarebefordrat meddelande|początek przekazanej).*|begin forwarded message:?\\s*|anfang der weitergeleiteten (?:e-mail|nachricht):?\\s*|début du message (?:transféré|réexpédié)\\s*:?\\s*|inizio messaggio inoltrato:?\\s*)$");

    private static final Pattern ABOVE_LINE =
            Pattern.compile(
                    "(?iu)^.{0,12}(?:please type your reply above this line|reply above this line|write above this line|antworten sie oberhalb dieser|répondre au-dessus de cette ligne).{0,40}$");

    private static final Pattern RULE = Pattern.compile("[-_=*]{3,}");
    private static final Pattern NOTES_TO = Pattern.compile("^\\s*To:\\s.*");
    private static final Pattern NOTES_CC = Pattern.compile("^\\s*(?i:cc|bcc):.*");
    private static final Pattern NOTES_SUBJECT = Pattern.compile("^\\s*Subject:.*");
    private static final Pattern NOTES_DATE =
            Pattern.compile(
                    ".*\\d{1,2}/\\d{1,2}/\\d{2,4}\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:[AaPp][Mm])?.*");

    private QuoteMarks() {}

    /** {@code QUOTED} and {@code FORWARDED} where they are, {@code REPLY} everywhere else. */
    static Part[] quotedAndForwarded(List<String> lines) {
        Part[] parts = new Part[lines.size()];
        Arrays.fill(parts, Part.REPLY);
        int i = 0;
        while (i < lines.size()) {
            i = mark(lines, parts, i);
        }
        return parts;
    }

    /** Marks what begins at that line; the next line to look at. */
    private static int mark(List<String> lines, Part[] parts, int i) {
        String line = lines.get(i);
        if (line.isBlank()) return i + 1;
        if (isPrefixed(line) || isWrapped(lines, i)) {
            parts[i] = Part.QUOTED;
            return i + 1;
        }
        if (line.length() > 2_000 || i > MOST_LINES) return i + 1;
        if (looksMarked(line)) {
            if (FORWARD.matcher(line).matches()) return fill(parts, i, Part.FORWARDED);
            if (isOriginal(line) || ABOVE_LINE.matcher(line).matches()) {
                return fill(parts, ruleAbove(lines, i), Part.QUOTED);
            }
        }
        if (OlderHeader.begins(lines, i)) return fill(parts, ruleAbove(lines, i), Part.QUOTED);
        int notes = notesHeader(lines, i);
        if (notes >= 0) return fill(parts, notes, Part.QUOTED);
        int introduction = Introduction.end(lines, i);
        return introduction < 0 ? i + 1 : afterIntroduction(lines, parts, i, introduction);
    }

    /** "-----Original Message-----", in whatever language. */
    private static boolean isOriginal(String line) {
        int from = 0;
        while (from < line.length() && " \t>*_-".indexOf(line.charAt(from)) >= 0) from++;
        if (!line.substring(0, from).contains("--")) return false;
        int to = line.indexOf("--", from);
        if (to < 0 || to - from > LONGEST_RULE_WORDS) return false;
        String words = line.substring(from, to);
        return words.split(" ").length <= 8 && MESSAGE.matcher(words).find();
    }

    private static boolean looksMarked(String line) {
        return (line.contains("--") && line.chars().anyMatch(Character::isLetter))
                || line.contains("orwarded")
                || line.contains("line")
                || line.contains("ligne")
                || line.contains("weitergeleitet")
                || line.contains("dieser")
                || line.contains("inoltrato")
                || line.contains("transf");
    }

    static boolean isPrefixed(String line) {
        int i = 0;
        while (i < line.length() && i < 4 && line.charAt(i) == ' ') i++;
        return i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == '＞');
    }

    private static int fill(Part[] parts, int from, Part part) {
        Arrays.fill(parts, from, parts.length, part);
        return parts.length;
    }

    /** A rule drawn above a header block belongs to it. */
    private static int ruleAbove(List<String> lines, int i) {
        int above = i - 1;
        while (above >= 0 && lines.get(above).isBlank()) above--;
        return above >= 0 && RULE.matcher(lines.get(above).strip()).matches() ? above : i;
    }

    /** Notes' "To: / cc: / Subject:" below a name and a date; the line where it begins, or -1. */
    private static int notesHeader(List<String> lines, int i) {
        if (!NOTES_TO.matcher(lines.get(i)).matches()) return -1;
        boolean copy = false;
        boolean subject = false;
        for (int k = i + 1; k < lines.size() && k <= i + 12; k++) {
            String next = lines.get(k);
            if (next.length() > 2_000) break;
            copy |= NOTES_CC.matcher(next).matches();
            subject |= NOTES_SUBJECT.matcher(next).matches();
            if (subject) break;
        }
        if (!subject || !copy) return -1;
        int start = i;
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            String above = lines.get(k);
            if (above.length() < 300 && NOTES_DATE.matcher(above).matches()) {
                start = k;
                if (k > 0 && !above.contains("@") && isName(lines.get(k - 1))) start = k - 1;
                break;
            }
        }
        return start;
    }

    private static boolean isName(String line) {
        String name = line.strip();
        return !name.isEmpty() && name.length() < 80 && !name.endsWith(".") && !name.endsWith("?");
    }

    /**
     * Below an introduction stand prefixed lines. Where none follow, everything below it is the
     * older mail without prefixes; unless nothing stands above: nobody sends an empty answer, so
     * the answer is below.
     */
    private static int afterIntroduction(List<String> lines, Part[] parts, int from, int to) {
        Arrays.fill(parts, from, to + 1, Part.QUOTED);
        boolean answeredBelow = quoteIsNear(lines, to + 1) || nothingAbove(lines, from);
        return answeredBelow ? to + 1 : fill(parts, from, Part.QUOTED);
    }

    private static boolean quoteIsNear(List<String> lines, int from) {
        int looked = 0;
        for (int k = from; k < lines.size() && looked < 3; k++) {
            if (lines.get(k).isBlank()) continue;
            if (isPrefixed(lines.get(k))) return true;
            looked++;
        }
        return false;
    }

    private static boolean nothingAbove(List<String> lines, int before) {
        for (int k = 0; k < before; k++) {
            if (!lines.get(k).isBlank()) return false;
        }
        return true;
    }

    /** Whether the next line that is not blank is quoted. */
    static boolean quoteFollows(List<String> lines, int i) {
        int next = i + 1;
        while (next < lines.size() && next <= i + 3 && lines.get(next).isBlank()) next++;
        return next < lines.size() && isPrefixed(lines.get(next));
    }

    /**
     * A quoted line that was too long and was wrapped: its rest stands without a mark between two
     * quoted lines.
     */
    private static boolean isWrapped(List<String> lines, int i) {
        if (i == 0 || i + 1 >= lines.size()) return false;
        String above = lines.get(i - 1).stripTrailing();
        if (!isPrefixed(above) || !isPrefixed(lines.get(i + 1)) || above.length() > 2_000)
            return false;
        char first = lines.get(i).strip().charAt(0);
        char last = above.charAt(above.length() - 1);
        boolean openLink = above.lastIndexOf("http") > above.lastIndexOf(')');
        boolean openLine = above.length() >= 60 && !Character.isUpperCase(first);
        return ((openLink && above.lastIndexOf('(') >= 0) || openLine) && "?!:".indexOf(last) < 0;
    }
}
