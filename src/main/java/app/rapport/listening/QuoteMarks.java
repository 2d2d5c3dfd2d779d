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
    private static final int LONGEST_HEADER = 400;

    /** The end of an introduction such as "On Monday, Ann wrote:". */
    private static final Pattern WROTE =
            Pattern.compile(
                    "(?iu).*\\b(wrote|writes|said|a [ée]crit|escribi[óo]|ha scritto|scrisse|napisa[łl](?:\\(a\\))?|napsal(?:\\(a\\))?|escreveu|skrev|kirjoitti|написал(?:\\(а\\))?|пишет|írta|a scris|έγραψε|yazdı|написа)\\s?(?:\\S{1,60})?\\s?(?:\\[[^\\]]*\\])?\\s*:?\\s*[:：]$|.*\\b(?:schrieb|schreef|skrev|napisał|napsal|kirjoitti)\\b.{0,120}[:：]$|.*(写道|寫道|のメール|님이 작성|さんは書きました)\\s*[:：]?$");

    /** How such an introduction begins. */
    private static final Pattern WROTE_START =
            Pattern.compile(
                    "(?iu)^\\W{0,3}(on|am|le|el|il|op|w dniu|dnia|em|den|på|ma|dne|la|στις|в|at|in (?:article|message)|le|vào|pada|--- ?on|\\d{1,4}[-/.年 ]).*");

    /** "2012/3/4 Ann Lee <ann@example.org>", and a name with an address alone, before a colon. */
    private static final Pattern DATED_SENDER =
            Pattern.compile(
                    "^\\s*(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/. ]\\w{1,9}[-/. ]\\d{2,4}).{0,120}<[^<>\\s]+@[^<>\\s]+>\\s*:?\\s*$");

    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "(?iu)^[\\s>*_-]*-{2,}\\s*(?:(?:original|reply) message|original appointment|original-nachricht|urspr[üu]ngliche nachricht|ursprungliche nachricht|message d'origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oryginalna wiadomo[śs][ćc]|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|alkuper[äa]inen viesti|původní zpráva|исходное сообщение|原始邮件|元のメッセージ)\\s*-{2,}.*");

    private static final Pattern FORWARD =
            Pattern.compile(
                    "(?iu)^[\\s*_-]*(?:-{2,}\\s*(?:forwarded (?:by|message|from)|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada|vidarebefordrat meddelande|początek przekazanej).*|begin forwarded message:?\\s*|anfang der weitergeleiteten (?:e-mail|nachricht):?\\s*|début du message (?:transféré|réexpédié)\\s*:?\\s*|inizio messaggio inoltrato:?\\s*)$");

    private static final Pattern ABOVE_LINE =
            Pattern.compile(
                    "(?iu)^.{0,12}(?:please type your reply above this line|reply above this line|write above this line|antworten sie oberhalb dieser|répondre au-dessus de cette ligne).{0,40}$");

    private static final Pattern FROM_FIELD =
            Pattern.compile(
                    "(?iu)^[\\s*_>|]{0,6}(?:from|von|de|da|van|od|från|fra|lähettäjä|от|expéditeur|mittente|remitente|absender|发件人|寄件者|差出人|보낸 사람)\\s?[*_]{0,2}\\s?[:：][*_]{0,2}\\s*\\S.*");

    private static final Pattern OTHER_FIELD =
            Pattern.compile(
                    "(?iu)^[\\s*_>|]{0,6}(?:sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|gesendet(?: am)?|datum|an|betreff|kopie|envoy[ée](?: le)?|date|[àa]|objet|cc|enviad[oa](?: el| em)?|fecha|para|asunto|assunto|data|inviato|a|oggetto|verzonden|aan|onderwerp|wysłan[oy]|do|dw|temat|skickat|till|ämne|sendt|til|emne|lähetetty|vastaanottaja|aihe|дата|отправлено|кому|тема|发送时间|收件人|主题|抄送|送信日時|宛先|件名)\\s?[*_]{0,2}\\s?[:：][*_]{0,2}.*");

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
        if (isPrefixed(line)) {
            parts[i] = Part.QUOTED;
            return i + 1;
        }
        if (line.length() > 2_000) return i + 1;
        if (looksMarked(line)) {
            if (FORWARD.matcher(line).matches()) return fill(parts, i, Part.FORWARDED);
            if (ORIGINAL.matcher(line).matches() || ABOVE_LINE.matcher(line).matches()) {
                return fill(parts, ruleAbove(lines, i), Part.QUOTED);
            }
        }
        if (headerBlock(lines, i)) return fill(parts, ruleAbove(lines, i), Part.QUOTED);
        int notes = notesHeader(lines, i);
        if (notes >= 0) return fill(parts, notes, Part.QUOTED);
        int introduction = introductionEnd(lines, i);
        return introduction < 0 ? i + 1 : afterIntroduction(lines, parts, i, introduction);
    }

    private static boolean looksMarked(String line) {
        return line.contains("--")
                || line.contains("orwarded")
                || line.contains("line")
                || line.contains("ligne")
                || line.contains("weitergeleitet")
                || line.contains("dieser")
                || line.contains("inoltrato")
                || line.contains("transf");
    }

    private static boolean isPrefixed(String line) {
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
        return above >= 0 && lines.get(above).strip().matches("[-_=*]{5,}") ? above : i;
    }

    /** "From:" and at least two more fields within the next lines, as Outlook quotes. */
    private static boolean headerBlock(List<String> lines, int i) {
        String line = lines.get(i);
        if (line.indexOf(':') < 0 && line.indexOf('：') < 0) return false;
        if (!FROM_FIELD.matcher(line).matches()) return false;
        int fields = 0;
        for (int k = i + 1; k < lines.size() && k <= i + 8; k++) {
            String next = lines.get(k);
            if (next.isBlank() && fields > 0) break;
            if (next.length() < 2_000 && OTHER_FIELD.matcher(next).matches()) fields++;
        }
        return fields >= 2;
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

    /** The last line of an introduction that begins here and may run over three lines, or -1. */
    private static int introductionEnd(List<String> lines, int i) {
        String first = lines.get(i);
        if (DATED_SENDER.matcher(first).matches()) return i;
        StringBuilder joined = new StringBuilder();
        for (int k = i; k < lines.size() && k < i + 4; k++) {
            String line = lines.get(k);
            if (line.isBlank() || (k > i && isPrefixed(line))) return -1;
            joined.append(k > i ? " " : "").append(line.strip());
            if (joined.length() > LONGEST_HEADER) return -1;
            if (isIntroduction(joined)) {
                return k > i && beginsLater(lines, i, k) ? -1 : k;
            }
        }
        return -1;
    }

    private static boolean isIntroduction(StringBuilder joined) {
        char last = joined.charAt(joined.length() - 1);
        if (last != ':' && last != '：' && last != '道') return false;
        String text = joined.toString();
        return WROTE.matcher(text).matches()
                && (WROTE_START.matcher(text).matches()
                        || text.indexOf('@') >= 0
                        || text.matches(".*\\d.*"));
    }

    /**
     * The introduction is shorter than thought: it begins on a later line, this one is still the
     * writer's.
     */
    private static boolean beginsLater(List<String> lines, int from, int to) {
        for (int k = from + 1; k <= to; k++) {
            StringBuilder rest = new StringBuilder();
            for (int m = k; m <= to; m++)
                rest.append(m > k ? " " : "").append(lines.get(m).strip());
            if (WROTE_START.matcher(rest).matches() && isIntroduction(rest)) return true;
        }
        return false;
    }

    /**
     * Below an introduction stand prefixed lines; where none follow, everything below it is the
     * older mail without prefixes.
     */
    private static int afterIntroduction(List<String> lines, Part[] parts, int from, int to) {
        Arrays.fill(parts, from, to + 1, Part.QUOTED);
        int next = to + 1;
        while (next < lines.size() && lines.get(next).isBlank()) next++;
        if (next < lines.size() && isPrefixed(lines.get(next))) return next;
        for (int k = next; k < lines.size(); k++) {
            if (isPrefixed(lines.get(k))) return next;
        }
        return fill(parts, from, Part.QUOTED);
    }
}
