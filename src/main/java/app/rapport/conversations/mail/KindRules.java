package app.rapport.conversations.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of message it is: RFC 3464, 3834, 5545, 2919, 2369 and 8058 first, then habits. */
final class KindRules {
    private static final Pattern DAEMON =
            Pattern.compile(
                    "(?i)^(?:mailer-daemon|mail-daemon|postmaster|mdaemon|mailerdaemon|mail\\.?delivery|bounce[sd]?|delivery|postmast|mailsystem|mrmailer).*");
    private static final Pattern DAEMON_NAME =
            Pattern.compile(
                    "(?i).*(?:mail deliver(?:y|er)? (?:system|subsystem|agent|service)|mailer[- ]?daemon|postmaster|system administrator|internet mail delivery|mail administrator|message delivery|delivery subsystem).*");
    private static final Pattern MAILER_DAEMON = Pattern.compile("(?i).*\\bmailer-?daemon\\b.*");
    private static final Pattern BOUNCE_SUBJECT =
            Pattern.compile(
                    "(?i).*(?:undeliver|undelivered|delivery (?:status )?(?:notification|report|failure|failed|problem|error|has failed)|delivery.{0,10}(?:delayed|warning)|message .{0,60}delayed|mail failed|errors from|mail delivery|failure notice|returned (?:mail|to sender)|mail (?:could not|not) (?:be )?deliver|could ?n[o']t (?:be )?(?:deliver|send)|non[- ]?delivery|nondeliverable|unzustellbar|nicht zugestellt|non remis|non recapitabile|no se (?:ha podido|pudo) entregar|mail system error|message (?:not|status|undeliverable|delivery|was not|could not)|error sending your mail|rejected? (?:mail|message|posting)|delivery delay|warning: could not send|user unknown|unknown user|failed mail|mail failure|unable to deliver|email feedback report|complaint about message|abuse report|notification d['’]état de remise|受信拒否|配信不能|エラーメール|mail delivery failed|permanent delivery failure|не доставлено|недоставленное|niet bezorgd|non consegnato|falha na entrega|zwrot).*");
    private static final Pattern BOUNCE_TEXT =
            Pattern.compile(
                    "(?is).*(?:could(?: not|n['’]t) be delivered|error delivering your mail|wasn['’]t found at|\"notificationType\":\"(?:Bounce|Complaint|Delivery)\"|wasn'?t able to deliver|unable to deliver (?:your |the )?(?:message|mail|email|following)|delivery to the following recipients? (?:failed|has been delayed)|following address(?:es)? (?:failed|had|have)|permanent fatal errors|this is an automatically generated delivery status|undeliverable (?:message|mail|address)|message (?:could not|cannot|can't) be delivered|was not delivered to|returned message|recipient address rejected|550[- ]5\\.|user unknown|mailbox (?:is )?(?:full|unavailable|not found|does not exist)|the mail system|did not reach the following recipient|delivery has failed|address (?:rejected|not found)|reached a recipient's|your message (?:wasn't|was not|couldn't be|could not be) delivered|message not delivered|delivery (?:incomplete|failed|delayed)|is being returned|temporary failure|retry timeout exceeded).*");
    private static final Pattern AWAY_SUBJECT =
            Pattern.compile(
                    "(?i)^(?:\\W*)(?:auto(?:mated|matic|matisch\\w*)?[- ]?(?:reply|response|antwort|respon\\w+|mail)|out of (?:the )?office|ooo\\b|vacation|away from (?:my|the) (?:mail|office|desk)|on (?:vacation|leave|holiday)|abwesen|abwezig|afwezig|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch(?:es|e)? antwoord|absence du bureau|absent du bureau|fuera de (?:la )?oficina|read:|not read:|gelesen:|lu:|leído:|accusé de (?:lecture|réception)|autosvar|automatiskt svar|自動返信|自动回复|автоответ|automaatvastaus|odpowiedź automatyczna|i am (?:away|out of)|i'm (?:away|out of)|away until|returned? receipt|disposition notification|we(?:'ve| have) received your (?:message|email|request)|request received|ticket (?:received|created)|your (?:message|request|ticket|inquiry) (?:has been|was) received).*");
    private static final Pattern AWAY_TEXT =
            Pattern.compile(
                    "(?is)^.{0,300}\\b(?:i am|i'm|i will be|i'll be) (?:currently )?(?:away|out of (?:the )?office|on (?:vacation|annual leave|holiday|leave|maternity leave|a business trip))\\b.{0,400}(?:return|back|until|respond|reply|contact|access|urgent).*");
    private static final Pattern NO_REPLY =
            Pattern.compile(
                    "(?i)^(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|noreply|newsletter|news|notifications?|notify|alerts?|announce(?:ments?)?|mailing|mailings|marketing|promo(?:tions)?|offers|deals|updates?|info-?mail|automailer|mailer|listserv|majordomo|bounce|auto|automated|system|robot|daemon|subscriptions?|digest|reminder|invitations?|messages-noreply|member|rewards)(?:[._+-].*)?@.*");
    private static final Pattern UNSUBSCRIBE =
            Pattern.compile(
                    "(?is).*(?:\\bunsubscribe\\b|\\bopt[- ]?out\\b|to be removed from (?:this|our|the) (?:mailing )?list|remove (?:yourself|your (?:name|address)) from|manage your (?:subscription|preferences)|you (?:are receiving|have received|received) this (?:e-?mail|message|newsletter) because|abmelden|désinscrire|desabonner|darse de baja|disiscriviti|this (?:is a|e-?mail is an) (?:commercial|promotional)|view (?:this|it) (?:email )?in your browser|privacy policy).*");

    private final MailParts parts;
    private final Headers headers;
    private final Optional<Mailbox> from;
    private final String subject;
    private final String text;

    private KindRules(MailParts parts, Optional<Mailbox> from, String subject, String text) {
        this.parts = parts;
        this.headers = parts.headers;
        this.from = from;
        this.subject = subject.length() > 300 ? subject.substring(0, 300) : subject;
        this.text = text.length() > 3_000 ? text.substring(0, 3_000) : text;
    }

    static MailKind of(MailParts parts, Optional<Mailbox> from, String subject, String text) {
        KindRules rules = new KindRules(parts, from, subject, text);
        if (rules.isBounce()) return MailKind.BOUNCE;
        if (rules.isAutoReply()) return MailKind.AUTO_REPLY;
        if (rules.isCalendar()) return MailKind.CALENDAR;
        if (rules.isList()) return MailKind.LIST;
        return rules.isBulk(text) ? MailKind.BULK : MailKind.PERSON;
    }

    private boolean isBounce() {
        String type = headers.lower("content-type");
        if (parts.feedback
                || type.contains("report-type=feedback-report")
                || type.contains("report-type=\"feedback-report")) return true;
        if (type.contains("delivery-status")) return true;
        boolean reports = !parts.deliveryStatus.isEmpty();
        if (headers.has("x-failed-recipients")) return true;
        boolean daemon = isDaemon();
        if (daemon
                && MAILER_DAEMON.matcher(headers.decoded("from")).matches()
                && !parts.dispositionNotification) return true;
        if (text.contains("\"notificationType\":\"") && says()) return true;
        if (subject.regionMatches(true, 0, "complaint about message from", 0, 28)) return true;
        boolean about = BOUNCE_SUBJECT.matcher(subject).matches();
        boolean says = says();
        if (reports && (daemon || about || says)) return true;
        if (parts.dispositionNotification) return false;
        if (daemon && (about || says)) return true;
        if (nullSender() && (about || says) && !AWAY_SUBJECT.matcher(subject).matches())
            return true;
        if (headers.isEmpty()) return says && text.indexOf('@') >= 0 && mostlyReport();
        return about && says && !isReply();
    }

    /**
     * A text without a header is a report when the server speaks first, not in a person's passing
     * remark.
     */
    private boolean mostlyReport() {
        String start = text.length() > 700 ? text.substring(0, 700) : text;
        return BOUNCE_TEXT.matcher(start).matches();
    }

    private boolean isReply() {
        return subject.regionMatches(true, 0, "re:", 0, 3) || headers.has("in-reply-to");
    }

    private boolean isDaemon() {
        return from.filter(f ->
                        DAEMON.matcher(f.address()).matches()
                                || DAEMON_NAME.matcher(f.name()).matches())
                        .isPresent()
                || MAILER_DAEMON.matcher(headers.decoded("from")).matches();
    }

    private boolean says() {
        return BOUNCE_TEXT.matcher(text).matches();
    }

    private boolean nullSender() {
        return headers.first("return-path").map(path -> path.strip().equals("<>")).orElse(false);
    }

    /** RFC 3834, receipts (RFC 8098), and what programs said before there was a standard. */
    private boolean isAutoReply() {
        String auto = headers.lower("auto-submitted");
        if (auto.startsWith("auto-replied") || auto.startsWith("auto-notified")) return true;
        if (parts.dispositionNotification
                || headers.lower("content-type").contains("disposition-notification")) return true;
        if (headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-auto-response")) return true;
        if (headers.lower("precedence").contains("auto_reply")
                || headers.lower("x-precedence").contains("auto_reply")) return true;
        if (headers.lower("delivered-to").contains("autoresponder")) return true;
        if (isReply() && !AWAY_SUBJECT.matcher(subject.replaceFirst("(?i)^re:\\s*", "")).matches())
            return false;
        if (AWAY_SUBJECT.matcher(subject).matches() && !isList()) return true;
        return headers.isEmpty() && AWAY_TEXT.matcher(text).matches();
    }

    private boolean isCalendar() {
        return !parts.calendars.isEmpty()
                || headers.lower("content-type").startsWith("text/calendar")
                || headers.lower("content-class").contains("calendarmessage");
    }

    private boolean isList() {
        return headers.has("list-id")
                || headers.has("list-post") && !headers.lower("list-post").contains("no")
                || headers.has("mailing-list")
                || headers.has("x-mailing-list")
                || headers.has("x-mailman-version")
                || headers.lower("precedence").equals("list")
                || headers.lower("sender").startsWith("owner-")
                || headers.lower("x-original-to").contains("owner-");
    }

    private boolean isBulk(String whole) {
        String precedence = headers.lower("precedence");
        if (precedence.equals("bulk") || precedence.equals("junk")) return true;
        if (headers.has("list-unsubscribe")
                || headers.has("list-unsubscribe-post")
                || headers.has("feedback-id")) return true;
        if (headers.has("x-campaign")
                || headers.has("x-campaignid")
                || headers.has("x-mailchimp-id")) return true;
        if (headers.lower("auto-submitted").startsWith("auto-generated")) return true;
        if (from.filter(f -> NO_REPLY.matcher(f.address()).matches()).isPresent()) return true;
        return !isReply()
                && !subject.toLowerCase(Locale.ROOT).startsWith("fw")
                && unsubscribeAtTheEnd(whole);
    }

    /**
     * Newsletters say how to leave; a person who forwards one says something first, so only a long
     * mail's foot counts.
     */
    private static boolean unsubscribeAtTheEnd(String whole) {
        if (whole.length() < 200) return false;
        String foot = whole.substring(Math.max(0, whole.length() - 1_500));
        return UNSUBSCRIBE.matcher(foot).matches()
                && !foot.contains("Original Message")
                && !foot.contains("Forwarded by");
    }
}
