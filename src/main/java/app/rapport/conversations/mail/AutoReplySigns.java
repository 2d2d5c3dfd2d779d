package app.rapport.conversations.mail;

import app.rapport.listening.Phrases;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a program answered: vacation and receipts (RFC 3834, RFC 8098), and what programs wrote
 * before there was a standard. A person who writes about a vacation is a person, so a subject that
 * both may use counts only with words that greet nobody in particular.
 */
final class AutoReplySigns {
    /** Only programs write these. */
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "(?i)^\\W*(?:auto[- ]?(?:reply|response|responder|respuesta)|automated (?:reply|response|message)|automatic (?:reply|response|e?mail)|automatische (?:antwort|abwesenheit)|autom(?:atisk|aattinen)\\w* (?:svar|vastaus)|out of (?:the )?office (?:auto-?reply|response|message|notification|:)|out of (?:the )?office:|ooo:|away from (?:my|the) mail|vacation (?:reply|response|message|notice|notification)|abwesenheits(?:notiz|nachricht|assistent|benachrichtigung)|abwesenheit:|afwezigheids(?:assistent|bericht)|automatisch(?:es|e)? antwoord|réponse automatique|reponse automatique|message d['’]absence|respuesta automática|respuesta automatica|risposta automatica|resposta automática|resposta automatica|autosvar|automatiskt svar|automatisk svar|autom\\. vastaus|automaatvastaus|odpowiedź automatyczna|autoodpowiedź|automatická odpověď|automatikus válasz|otomatik yanıt|răspuns automat|автоответ|автоматический ответ|自動返信|自动回复|自動回覆|不在通知|자동 회신|תשובה אוטומטית"
                            + "|(?:not )?read:|gelesen:|nicht gelesen:|lu\\s?:|non lu\\s?:|leído:|no leído:|letto:|gelezen:|läst:|lest:|læst:|przeczytano:|прочтено:|開封済み|已读:|accusé de (?:lecture|réception)|lesebestätigung|conferma di lettura|confirmación de lectura|leesbevestiging|return receipt|(?:message )?disposition notification|delivered and read"
                            + "|we(?:'ve| have) received your (?:message|e-?mail|request)|thank you for (?:contacting|your (?:inquiry|enquiry|request))|request received|ticket (?:received|created|opened)|(?:your )?(?:message|request|ticket|inquiry|support request) .{0,30}(?:has been|was) (?:received|created|opened)|eingangsbestätigung|bestätigung ihrer anfrage)");

    /** Programs write these, and people who tell their colleagues. */
    private static final Pattern AWAY_SUBJECT =
            Pattern.compile(
                    "(?i)^\\W*(?:out of (?:the )?office|ooo\\b|vacation|away\\b|on (?:vacation|leave|holiday)|i(?: a|['’])m (?:away|out of|on (?:vacation|leave|holiday))|abwesen|abwezig|afwezig|im urlaub|urlaub|absen(?:ce|t)\\b|absence du bureau|en congés?|fuera de (?:la )?oficina|vacaciones|fuori (?:sede|ufficio)|assenza|in ferie|ausente|fora do escritório|férias|frånvarande|fravær|poissa|nieobecn|nepřítomn|отпуск|в отпуске|нет на месте|不在|外出|휴가|not in the office)");

    private static final Phrases AWAY_TEXT =
            Phrases.of(
                    "^.{0,300}(?:\\b(?:i am|i['’]m|i will be|i['’]ll be|we are) (?:currently |now |presently )?(?:away|out of (?:the |my )?office|out of town|on (?:vacation|annual leave|holidays?|leave|maternity leave|parental leave|a business trip|sick leave)|not in the office|travell?ing)\\b.{0,400}\\b(?:return|back|until|respond|reply|contact|access|urgent|absence)"
                            + "|\\b(?:is|are) out of the office (?:and|until|from)\\b|this is an? auto(?:mated|matic)\\w* (?:reply|response|message|e-?mail)|diese? (?:ist eine )?automatisch\\w* (?:antwort|nachricht)|ich bin .{0,60}(?:nicht im (?:büro|haus)|abwesend|im urlaub|außer haus).{0,300}(?:zurück|wieder|dringend|vertret)|je (?:suis|serai) (?:actuellement )?(?:absent|en congé|en vacances).{0,300}(?:retour|jusqu|urgen|contact)|ceci est un (?:message|réponse) automatique|(?:estoy|estaré) (?:fuera de la oficina|de vacaciones|ausente).{0,300}(?:regres|hasta|urgen|contact)|(?:sono|sarò) (?:fuori (?:sede|ufficio)|assente|in ferie).{0,300}(?:rientr|fino|urgen|contatt)|(?:estou|estarei) (?:fora|ausente|de férias).{0,300}(?:retorn|até|urgen|contat)|ik ben .{0,40}(?:afwezig|niet (?:aanwezig|op kantoor)|met vakantie).{0,300}(?:terug|tot|dringend|contact)|(?:nie ma mnie|jestem) (?:w biurze|na urlopie|poza biurem))",
                    "away",
                    "out of",
                    "vacation",
                    "leave",
                    "holiday",
                    "in the office",
                    "travel",
                    "automat",
                    "ich bin",
                    "je suis",
                    "je serai",
                    "estoy ",
                    "estaré ",
                    "estarei ",
                    "sono ",
                    "sarò ",
                    "estou ",
                    "ik ben",
                    "nie ma mnie",
                    "jestem");

    private static final Pattern ROBOT =
            Pattern.compile(
                    "^(?:auto-?(?:reply|responder|response|respond)|autoreply|vacation)[^@]*@.*");

    private static final Pattern RECEIPT_TEXT =
            Pattern.compile(
                    "(?is)^\\s*(?:this is a (?:return )?receipt for|your message\\s+(?:to:.{1,300})?was read on|dies ist eine (?:empfangs|lese)bestätigung)");

    private AutoReplySigns() {}

    static boolean in(Letter letter) {
        if (saysItsHeader(letter)) return true;
        String subject = letter.subject();
        if (RECEIPT_TEXT.matcher(letter.start(600)).find() && !letter.isForward()) return true;
        if (SUBJECT.matcher(subject).find()) return true;
        boolean awayText = AWAY_TEXT.in(letter.start(900).toLowerCase(Locale.ROOT));
        if (!awayText) return letter.hasNullSender() && isAway(letter);
        if (letter.headers().isEmpty()) return letter.text().length() < 2_500;
        return letter.hasNullSender() || (AWAY_SUBJECT.matcher(subject).find() && toOne(letter));
    }

    private static boolean saysItsHeader(Letter letter) {
        Headers headers = letter.headers();
        return headers.lower("auto-submitted").startsWith("auto-replied")
                || letter.parts().dispositionNotification
                || headers.lower("content-type").contains("disposition-notification")
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-autoresponder")
                || headers.has("x-auto-response")
                || headers.has("x-autoresponse")
                || headers.has("x-auto-reply-from")
                || headers.has("x-mail-autoreply")
                || headers.lower("x-autogenerated").startsWith("reply")
                || headers.lower("precedence").matches("auto[_-]?reply")
                || headers.lower("x-precedence").matches("auto[_-]?reply")
                || headers.lower("preference").matches("auto[_-]?reply")
                || headers.lower("x-post-messageclass").contains("autoresponder")
                || headers.lower("x-ms-exchange-generated-message-source")
                        .contains("mailbox rules agent")
                || headers.lower("delivered-to").contains("autoresponder")
                || ROBOT.matcher(letter.fromKey()).matches();
    }

    /** Whether the subject speaks of an absence or an automatic answer. */
    static boolean isAway(Letter letter) {
        Matcher sure = SUBJECT.matcher(letter.subject());
        return sure.find() || AWAY_SUBJECT.matcher(letter.subject()).find();
    }

    /** An automatic answer goes to one who wrote; an announcement to many. */
    private static boolean toOne(Letter letter) {
        return Addresses.of(letter.headers().all("to")).size() == 1
                && !letter.headers().has("cc")
                && letter.headers().has("in-reply-to");
    }
}
