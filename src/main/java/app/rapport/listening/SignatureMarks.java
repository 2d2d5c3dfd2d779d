package app.rapport.listening;

import app.rapport.listening.MailWords.Part;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The block at the end of the writer's words that says who they are, what device they use, or what
 * their lawyers want said. A greeting ("Best regards, Ann") is still the writer's own.
 */
final class SignatureMarks {
    private static final int LONGEST_SIGNATURE = 25;

    private static final Pattern DELIMITER =
            Pattern.compile(
                    "^\\s{0,2}(?:--|—|––|-- )\\s*$|^-- \\S.*|^_{3,}\\s*$|^-{5,}\\s*$|^\\s*[_*=]{10,}\\s*$");
    private static final Pattern DASHED_NAME =
            Pattern.compile("^-{1,2}\\s?\\p{Lu}[\\p{L}.' -]{0,40}$");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?iu)^[\\s*_<\\[]*(?:sent (?:from|via|by|using) (?:my|a|the|mobile|outlook|yahoo|mail|samsung|proton|iphone|ipad|android|blackberry|gmail|windows|mailbox)\\b.{0,80}|get outlook for (?:ios|android).{0,60}|von meinem .{1,40} gesendet.?|gesendet (?:von|mit) .{1,60}|envoyé (?:de|depuis) mon .{1,50}|enviado (?:desde|do|de) (?:mi|meu) .{1,40}|inviato (?:da|dal mio) .{1,50}|verzonden (?:vanaf|met) (?:mijn )?.{1,40}|wysłane z .{1,50}|skickat från min .{1,40}|sendt fra min .{1,40}|lähetetty .{1,40}|отправлено (?:с|из) .{1,40}|iPhoneから送信|发自我的.{1,20})[\\s*_>\\]]*$");
    private static final Pattern LEGAL =
            Pattern.compile(
                    "(?iu).*\\b(?:this (?:e-?mail|message|communication|transmission)(?: message)?[, ].{0,80}(?:confidential|intended (?:only|solely|for)|property of|privileged)|confidentiality (?:notice|note|statement)|the information (?:contained |transmitted )?in this (?:e-?mail|message)|if you (?:are not|have received this) .{0,40}(?:intended recipient|in error)|diese (?:e-?mail|nachricht) (?:enthält|kann|ist) .{0,60}vertraulich|ce (?:message|courriel).{0,80}confidentiel|este (?:mensaje|correo).{0,80}confidencial|please consider the environment before printing).*");

    private SignatureMarks() {}

    static void mark(List<String> lines, Part[] parts) {
        int end = lastReply(lines, parts, parts.length);
        end = markLegal(lines, parts, end);
        int start = signatureStart(lines, parts, end);
        start = dashedName(lines, parts, start);
        for (int i = start; i < end; i++) {
            if (parts[i] == Part.REPLY) parts[i] = Part.SIGNATURE;
        }
    }

    /** One past the last line of the writer's that is not blank. */
    private static int lastReply(List<String> lines, Part[] parts, int before) {
        int end = before;
        while (end > 0 && (parts[end - 1] != Part.REPLY || lines.get(end - 1).isBlank())) end--;
        return end;
    }

    /** Disclaimers run from their first telling line to the end of the words. */
    private static int markLegal(List<String> lines, Part[] parts, int end) {
        int from = -1;
        for (int i = Math.max(0, end - 40); i < end; i++) {
            String line = lines.get(i);
            if (parts[i] == Part.REPLY && line.length() < 3_000 && telling(lines, i)) {
                from = i;
                break;
            }
        }
        if (from < 0) return end;
        while (from > 0 && lines.get(from - 1).strip().matches("[*_=-]{3,}|(?i)disclaimer:?"))
            from--;
        if (from == 0) return end;
        for (int i = from; i < end; i++) {
            if (parts[i] == Part.REPLY) parts[i] = Part.DISCLAIMER;
        }
        return lastReply(lines, parts, from);
    }

    private static boolean telling(List<String> lines, int i) {
        String line = lines.get(i);
        if (line.length() < 20) return false;
        String two = i + 1 < lines.size() ? line + " " + lines.get(i + 1) : line;
        return LEGAL.matcher(two).matches();
    }

    private static int signatureStart(List<String> lines, Part[] parts, int end) {
        int first = firstOfRun(lines, parts, end);
        int lowest = Math.max(first, end - LONGEST_SIGNATURE);
        for (int i = end - 1; i >= lowest; i--) {
            if (parts[i] != Part.REPLY) continue;
            String line = lines.get(i);
            if (line.length() > 200) continue;
            if (DEVICE.matcher(line).matches()) return i;
            if (DELIMITER.matcher(line).matches() && !isTable(lines, i))
                return earlierDelimiter(lines, parts, i, lowest);
        }
        return end;
    }

    /** "-Ann" in a paragraph of its own, also above a list's footer. */
    private static int dashedName(List<String> lines, Part[] parts, int start) {
        int last = lastReply(lines, parts, start) - 1;
        boolean ownParagraph =
                last > 0 && (lines.get(last - 1).isBlank() || parts[last - 1] != Part.REPLY);
        return ownParagraph && DASHED_NAME.matcher(lines.get(last)).matches() ? last : start;
    }

    /** The first line of the words that end there: a signature never reaches over a quotation. */
    private static int firstOfRun(List<String> lines, Part[] parts, int end) {
        int first = end;
        while (first > 0 && (parts[first - 1] == Part.REPLY || lines.get(first - 1).isBlank()))
            first--;
        return first;
    }

    /** A list's footer may stand below the writer's own signature: both go. */
    private static int earlierDelimiter(List<String> lines, Part[] parts, int at, int lowest) {
        for (int i = lowest; i < at; i++) {
            if (parts[i] == Part.REPLY && lines.get(i).matches("--\\s?")) return i;
        }
        return at;
    }

    /** A rule with another rule just below or above draws a table, not a signature. */
    private static boolean isTable(List<String> lines, int i) {
        String line = lines.get(i).strip();
        if (line.length() < 5) return false;
        for (int k = i - 3; k <= i + 3; k++) {
            if (k >= 0 && k < lines.size() && k != i && lines.get(k).strip().equals(line))
                return true;
        }
        return false;
    }
}
