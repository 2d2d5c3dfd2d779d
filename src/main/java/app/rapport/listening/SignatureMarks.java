package app.rapport.listening;

import app.rapport.listening.MailWords.Part;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The block at the end of the writer's words that says who they are, what device they use, or what
 * their lawyers want said. A greeting ("Best regards, Ann") is still the writer's own.
 */
final class SignatureMarks {
    private static final int LONGEST_SIGNATURE = 25;
    private static final int MOST_FOOTERS = 4;

    private static final Pattern DELIMITER =
            Pattern.compile(
                    "^\\s{0,2}(?:--|-- |[—–―]{1,40})\\s*$|^-- \\S.*|^_{3,}\\s*$|^-{5,}\\s*$|^\\s*[_*=]{10,}\\s*$");

    /** The standard delimiter (RFC 3676, section 4.3) and its sisters. */
    private static final Pattern STRICT_DELIMITER =
            Pattern.compile("^\\s{0,2}(?:--|-- |[—–―]{2,40}|_{3,})\\s*$");

    /** Rules and programs' marks at the end, with nothing below them. */
    private static final Pattern RULE = Pattern.compile("^[\\s\\-_=*#~+—–―ᐧ]+$");

    private static final Pattern DASHED_NAME =
            Pattern.compile("^-{1,2}\\s?\\p{Lu}[\\p{L}.' -]{0,40}$");
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?iu)^[\\s*_<\\[(]{0,6}(?:via mobile|sent (?:from|via|by|with|using|on)\\s(?!.{0,80}\\b(?:is|are|was|were|has|have)\\b).{1,110}|from my (?:iphone|ipad|android|phone|mobile|blackberry|cell).{0,40}|\\p{Lu}[\\p{L}.' -]{1,40} (?:via|from) mobile|get \\[?outlook for \\[?(?:ios|android).{0,80}|télécharger outlook pour .{1,60}|(?:diese nachricht wurde )?von meine[mr] .{1,60} (?:gesendet|geschickt|verschickt).?|(?:gesendet|versendet|geschickt) (?:von|mit|über) .{1,80}|envoyé (?:de|depuis|à partir|avec|via) .{1,80}|enviado (?:desde|do|de|a partir|con|com) .{1,80}|inviato (?:da|dal|dall'|con) .{1,80}|(?:verzonden|verstuurd) (?:vanaf|met|via|van) .{1,80}|wysłan[eoa] z .{1,80}|skickat från .{1,80}|sendt (?:fra|via|med) .{1,80}|lähetetty .{1,60}|отправлено (?:с|из|от) .{1,80}|надіслано (?:з|із) .{1,80}|ode?sl(?:áno|ané) z .{1,60}|trimis de pe .{1,60}|στάλθηκε από .{1,60}|.{1,30}(?:から送信|umdan gönderildi|에서 보냄)|[發发]自我的.{1,30}|從我的 .{1,20} 傳送)[\\s*_>\\])]*$");

    /** Every line of a device has one of these, lower case. */
    private static final List<String> DEVICE_HINTS =
            List.of(
                    "mobile",
                    "sent ",
                    "from my ",
                    "outlook",
                    "gesendet",
                    "schickt",
                    "versendet",
                    "envoyé",
                    "enviado",
                    "inviato",
                    "verzonden",
                    "verstuurd",
                    "wysłan",
                    "skickat",
                    "sendt",
                    "lähetetty",
                    "отправлено",
                    "надіслано",
                    "slán",
                    "slané",
                    "trimis",
                    "στάλθηκε",
                    "から送信",
                    "gönderildi",
                    "에서 보냄",
                    "自我的",
                    "從我的");

    private static final Phrases LEGAL =
            Phrases.of(
                    "\\b(?:this (?:e-?mail|message|communication|transmission)(?: message)?[, ].{0,80}(?:confidential|intended (?:only|solely|for)|property of|privileged)|confidentiality (?:notice|note|statement)|the information (?:contained |transmitted )?in this (?:e-?mail|message)|if you (?:are not|have received this) .{0,40}(?:intended recipient|in error)|diese (?:e-?mail|nachricht) (?:enthält|kann|ist) .{0,60}vertraulich|ce (?:message|courriel).{0,80}confidentiel|este (?:mensaje|correo).{0,80}confidencial|please consider the environment before printing)",
                    "confiden",
                    "intended ",
                    "property of",
                    "privileged",
                    "the information ",
                    "in error",
                    "vertraulich",
                    "consider the environment");
    private static final Pattern ABOVE_LEGAL = Pattern.compile("[*_=-]{3,}|(?i)disclaimer:?");

    private SignatureMarks() {}

    static void mark(List<String> lines, Part[] parts) {
        int end = parts.length;
        for (int footers = 0; footers < MOST_FOOTERS; footers++) {
            end = lastReply(lines, parts, end);
            if (end == 0 || !markLast(lines, parts, end)) return;
        }
    }

    /**
     * Marks what ends there; whether it took all down to the next quotation, so that the words
     * above that may have a signature of their own.
     */
    private static boolean markLast(List<String> lines, Part[] parts, int last) {
        int end = markLegal(lines, parts, markRules(lines, parts, last));
        int first = firstOfRun(lines, parts, end);
        int start = signatureStart(lines, parts, end);
        start = dashedName(lines, parts, start);
        boolean any = false;
        for (int i = start; i < end; i++) {
            if (parts[i] == Part.REPLY) parts[i] = Part.SIGNATURE;
            any = true;
        }
        return any && lastReply(lines, parts, start) <= first && first > 0;
    }

    private static int markRules(List<String> lines, Part[] parts, int last) {
        int end = last;
        while (end > 1
                && lines.get(end - 1).length() < 200
                && RULE.matcher(lines.get(end - 1)).matches()) {
            parts[end - 1] = Part.SIGNATURE;
            end = lastReply(lines, parts, end - 1);
        }
        return end;
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
        while (from > 0 && ABOVE_LEGAL.matcher(lines.get(from - 1).strip()).matches()) from--;
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
        return LEGAL.in(two.toLowerCase(Locale.ROOT));
    }

    private static int signatureStart(List<String> lines, Part[] parts, int end) {
        int first = firstOfRun(lines, parts, end);
        int lowest = Math.max(first, end - LONGEST_SIGNATURE);
        for (int i = end - 1; i >= lowest; i--) {
            if (parts[i] != Part.REPLY) continue;
            String line = lines.get(i);
            if (line.length() > 200) continue;
            if (isDevice(line)) return aboveDevice(lines, parts, i, first);
            if (DELIMITER.matcher(line).matches() && !isTable(lines, i))
                return earlierDelimiter(lines, parts, i, lowest);
        }
        return end;
    }

    private static boolean isDevice(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return DEVICE_HINTS.stream().anyMatch(lower::contains) && DEVICE.matcher(line).matches();
    }

    /** Several such lines, and a signature under its delimiter above them, go together. */
    private static int aboveDevice(List<String> lines, Part[] parts, int at, int lowest) {
        int first = at;
        for (int i = at - 1; i >= lowest && parts[i] == Part.REPLY; i--) {
            String line = lines.get(i);
            if (line.length() > 120) break;
            if (isDevice(line) || STRICT_DELIMITER.matcher(line).matches()) first = i;
        }
        return first;
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
            if (parts[i] == Part.REPLY && isDashes(lines.get(i))) return i;
        }
        return at;
    }

    private static boolean isDashes(String line) {
        return line.startsWith("--") && line.length() <= 3 && line.substring(2).isBlank();
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
