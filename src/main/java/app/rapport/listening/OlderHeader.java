package app.rapport.listening;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an older mail as Outlook, Hotmail, Notes and others copy it above its text: fields
 * one below the other, in the language of the program.
 */
final class OlderHeader {
    private static final int MOST_LINES = 12;
    private static final int MOST_OTHER_LINES = 3;

    private enum Field {
        FROM,
        DATE,
        TO,
        SUBJECT,
        OTHER
    }

    private static final Pattern FIELD =
            Pattern.compile(
                    "(?iu)^[\\s*_>|]{0,6}(?:(?<from>from|von|de|da|van|od|från|fra|frá|lähettäjä|от|від|από|expéditeur|mittente|remitente|absender|feladó|kimden|gönderen|de la|发件人|寄件者|差出人|보낸 사람)"
                            + "|(?<date>sent(?: on)?|date|gesendet(?: am)?|datum|envoy[ée](?: le)?|message du|enviad[oa](?: el| em)?|fecha|data|inviato|verzonden|wysłan[oy]|skickat|sendt|dato|lähetetty|päivämäärä|дата|отправлено|надіслано|odesláno|odoslané|elküldve|dátum|tarih|ημερομηνία|trimis|发送时间|日期|送信日時|日時|날짜|보낸 날짜)"
                            + "|(?<to>to|an|[àa]|para|aan|do|till|til|vastaanottaja|кому|προς|komu|címzett|kime|alıcı|către|收件人|宛先|받는 사람)"
                            + "|(?<subject>subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|efni|aihe|тема|θέμα|předmět|predmet|tárgy|konu|subiect|主题|主旨|件名|제목)"
                            + "|(?<other>b?cc|kopie|kopia|kopi|copie(?: à)?|copia|dw|копия|копія|抄送|reply-to|risposta|importance|priority|attachments?|organi[sz]ation))"
                            + "\\s?[*_]{0,2}\\s?[:：][*_]{0,2}(?<value>.*)$");

    private static final Pattern SAME_LINE =
            Pattern.compile("(?iu).*\\s(?:sent|date|gesendet|datum|envoyé)\\s?:\\s.*\\d.*");

    private final Set<Field> seen = EnumSet.noneOf(Field.class);
    private boolean dated;
    private boolean addressed;

    private OlderHeader() {}

    /** Whether an older mail's header begins at that line. */
    static boolean begins(List<String> lines, int i) {
        String line = lines.get(i);
        Matcher first = match(line);
        if (first == null || (first.group("value").isBlank() && first.group("from") != null))
            return false;
        if (first.group("from") != null && SAME_LINE.matcher(line).matches()) return true;
        Field kind = field(first);
        if (kind == Field.OTHER) return false;
        OlderHeader header = new OlderHeader();
        header.read(lines, i);
        return header.isOne(kind);
    }

    private void read(List<String> lines, int from) {
        int others = 0;
        for (int k = from; k < lines.size() && k < from + MOST_LINES; k++) {
            String line = lines.get(k);
            Matcher match = match(line);
            if (match != null) add(field(match), match.group("value"));
            else if (line.isBlank() ? !goesOn(lines, k) : ++others > MOST_OTHER_LINES) return;
        }
    }

    /** Programs that turn HTML into text leave a blank line between fields. */
    private static boolean goesOn(List<String> lines, int blank) {
        return blank + 1 < lines.size() && match(lines.get(blank + 1)) != null;
    }

    private void add(Field field, String value) {
        seen.add(field);
        if (field == Field.DATE) dated |= Introduction.hasDate(value);
        if (field == Field.FROM) addressed |= value.indexOf('@') >= 0;
    }

    private boolean isOne(Field first) {
        boolean from = seen.contains(Field.FROM);
        if (first == Field.FROM) return seen.size() >= 3 || (dated && addressed);
        if (first == Field.DATE) return dated && (from || seen.contains(Field.TO));
        return from && seen.contains(Field.DATE);
    }

    private static Field field(Matcher match) {
        if (match.group("from") != null) return Field.FROM;
        if (match.group("date") != null) return Field.DATE;
        if (match.group("to") != null) return Field.TO;
        return match.group("subject") != null ? Field.SUBJECT : Field.OTHER;
    }

    private static @org.jspecify.annotations.Nullable Matcher match(String line) {
        if (line.length() > 2_000 || (line.indexOf(':') < 0 && line.indexOf('：') < 0)) return null;
        Matcher match = FIELD.matcher(line);
        return match.matches() ? match : null;
    }
}
