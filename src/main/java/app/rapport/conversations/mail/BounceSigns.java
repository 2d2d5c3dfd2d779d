package app.rapport.conversations.mail;

import java.util.regex.Pattern;

/**
 * Whether a message reports about another: delivery reports (RFC 3461 to 3464), feedback reports
 * (RFC 5965), and what servers wrote before and beside these.
 */
final class BounceSigns {
    private static final Pattern DAEMON =
            Pattern.compile(
                    "^(?:mailer-daemon|mail-daemon|post_?master|mdaemon|mailerdaemon|mail\\.?delivery|bounce[sd]?|delivery|postmast|mailsystem|mrmailer|mail-system|mmdf|system\\.administrator).*");
    private static final Pattern DAEMON_NAME =
            Pattern.compile(
                    "(?i)mail deliver(?:y|er)? (?:system|subsystem|agent|service)|mailer[- ]?daemon|postmaster|system administrator|internet mail delivery|mail administrator|message delivery|delivery subsystem");
    private static final Pattern MAILER_DAEMON = Pattern.compile("(?i)\\bmailer-?daemon\\b");
    private static final Pattern COMPLAINT =
            Pattern.compile(
                    "(?i)^(?:complaint about message from|email feedback report|abuse report|fbl report)");

    private static final Pattern SUBJECT =
            Pattern.compile(
                    "(?i)undeliver|delivery (?:status )?(?:notification|report|failure|failed|problem|error|has failed|delay|incomplete)|delivery.{0,10}(?:delayed|warning)|(?:message|mail) .{0,60}delayed|delayed mail|mail failed|errors from|mail delivery|failure notice|returned (?:mail|to sender)|mail (?:could not|not) (?:be )?deliver|could ?n[o']t (?:be )?(?:deliver|send)|non[- ]?delivery|nondeliverable|mail system error|message (?:not|status|delivery|was not|could not)|not be delivered|error sending your mail|rejected? (?:mail|message|posting)|warning: could not send|user unknown|unknown user|failed mail|mail failure|unable to deliver|permanent delivery failure|nameserver error report|mailbox (?:full|unavailable)|bounced mail|loop alert|you .{1,80} are not member"
                            + "|unzustellbar|nicht zu(?:gestellt|stellbar)|zustellung fehlgeschlagen|non remis|non distribu|échec de la (?:remise|livraison)|notification d['’]état de remise|non recapitabile|non consegnat|mancato recapito|no se (?:ha podido|pudo) entregar|no se puede entregar|error de entrega|falha na entrega|não (?:foi )?entregue|não é possível entregar|niet (?:bezorgd|worden bezorgd)|onbestelbaar|kunne ikke leveres|kan inte levereras|ei voitu toimittaa|nie dostarczono|niedostarczon|zwrot|nedoručiteln|kézbesíthetetlen|не доставлено|недоставлен|не удается доставить|受信拒否|配信不能|配信エラー|エラーメール|メールエラー|送信エラー|未送達|退信|无法投递|无法送达|未傳遞|반송|전송 실패");

    private static final Pattern TEXT =
            Pattern.compile(
                    "(?i)could(?: not|n['’]t) (?:be )?(?:deliver|send)|(?:can ?not|can['’]t|unable to|wasn['’]?t able to|failed to) (?:be )?deliver|error delivering|wasn['’]t found at|delivery to the following recipients? (?:failed|has been delayed)|following (?:address|recipient)(?:es|s|\\(s\\))*[^.]{0,30} (?:failed|had|have|was|were)|permanent(?: fatal)? error|automatically generated delivery status|undeliverable|not (?:been )?delivered|returned message|recipient address rejected|\\b5\\d\\d[- ]#?5\\.\\d\\.\\d|(?:user|recipient|address|mailbox|account)(?: is| was)? (?:unknown|unavailable|disabled|over quota|not found|does not exist)|(?:unknown|invalid|no such) (?:user|recipient|mailbox|address)|mailbox (?:is )?full|the mail system at|did not reach the following recipient|delivery has failed|address (?:rejected|not found)|reached a recipient's|message not delivered|delivery (?:incomplete|failed|delayed)|(?:is|being) returned|temporary failure|retry timeout exceeded|has encountered delivery problems|no longer (?:valid|exists)|rejected your (?:message|mail)|not a(?:re not)? (?:valid|a member)|quota (?:violation|exceeded)"
                            + "|konnte nicht zugestellt|nicht zugestellt werden|n['’]a pas (?:pu|été) (?:être )?(?:délivré|remis|etre|distribué)|no se ha podido entregar|non (?:è stato|può essere) (?:recapitat|consegnat)|送信できません|配信できません|お届けできません|送信先.{0,40}(?:エラー|ありません)|無法|无法|не (?:может быть|была|было) доставлен");

    private static final Pattern NOT_MEMBER =
            Pattern.compile(
                    "(?i)^\\s*(?:you are not a member|duplicated message-id|.{0,80}only member)");

    private static final Pattern REJECTED =
            Pattern.compile("(?i)\\b(?:rejected|refused|quota|not (?:be )?delivered)\\b");

    private BounceSigns() {}

    static boolean in(Letter letter) {
        if (isFeedback(letter)) return true;
        if (letter.headers().lower("content-type").contains("delivery-status")
                || letter.headers().has("x-failed-recipients")
                || letter.headers().has("x-ms-exchange-message-is-ndr")) return true;
        if (letter.parts().dispositionNotification) return refuses(letter);
        String sender = letter.headers().decoded("from");
        if (MAILER_DAEMON.matcher(sender).find()) return true;
        if (isListSoftware(letter) || isService(letter)) return true;
        return isByItsWords(letter, sender);
    }

    /** A receipt says that a mail was read; one that a filter sends says why it was not taken. */
    private static boolean refuses(Letter letter) {
        return !letter.parts().deliveryStatus.isEmpty()
                && REJECTED.matcher(letter.start(600)).find();
    }

    private static boolean isFeedback(Letter letter) {
        return letter.parts().feedback
                || letter.headers().lower("content-type").contains("feedback-report")
                || letter.headers().lower("x-apple-unsubscribe").equals("true")
                || letter.headers().has("x-hmxmroriginalrecipient")
                || COMPLAINT.matcher(letter.subject()).find();
    }

    /** Amazon SES tells of bounces, complaints and deliveries in JSON. */
    private static boolean isService(Letter letter) {
        return letter.start(20_000).contains("notificationType")
                && letter.text().contains("mail")
                && letter.text().strip().startsWith("{");
    }

    /** fml and its like return what their list does not take. */
    private static boolean isListSoftware(Letter letter) {
        return letter.headers().has("x-mlserver") && NOT_MEMBER.matcher(letter.start(300)).find();
    }

    private static boolean isByItsWords(Letter letter, String sender) {
        boolean reports = !letter.parts().deliveryStatus.isEmpty();
        boolean daemon = isDaemon(letter, sender);
        boolean about = SUBJECT.matcher(letter.subject()).find();
        if (!reports && !daemon && !about && !letter.headers().isEmpty()) {
            return letter.hasNullSender()
                    && !AutoReplySigns.isAway(letter)
                    && says(letter.start(600))
                    && !letter.isForward();
        }
        boolean says = says(letter.start(3_000));
        if (reports || daemon) return about || says;
        if (letter.headers().isEmpty())
            return letter.text().indexOf('@') >= 0 && says(letter.start(700));
        if (letter.hasNullSender() && !AutoReplySigns.isAway(letter)) return true;
        return says && (!letter.isReply() || says(ownStart(letter))) && !letter.isForward();
    }

    /** What an answer says first, before anything it may quote. */
    private static String ownStart(Letter letter) {
        String start = letter.start(250);
        int quote = start.indexOf("\n>");
        return quote < 0 ? start : start.substring(0, quote);
    }

    private static boolean isDaemon(Letter letter, String sender) {
        return DAEMON.matcher(letter.fromKey()).matches()
                || letter.from().filter(f -> DAEMON_NAME.matcher(f.name()).find()).isPresent()
                || sender.contains("<>")
                || sender.regionMatches(true, 0, "<\"System Administrator\"", 0, 23);
    }

    private static boolean says(String text) {
        return TEXT.matcher(text).find();
    }
}
