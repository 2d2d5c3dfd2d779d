package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report is about, with which status, from the surest source to the weakest: delivery status
 * (RFC 3464), feedback report (RFC 5965), a mail service's notification as JSON, the
 * X-Failed-Recipients field, the report's own words, and last whom the returned mail was to.
 */
final class BounceReader {
    private static final String ADDRESS = MailAddress.IN_TEXT;
    private static final Pattern NOTIFIED =
            Pattern.compile(
                    "\"(?:emailAddress|recipients)\"\\s*:\\s*\\[?\\s*\"(?:[^\"<]{0,80}<)?("
                            + ADDRESS
                            + ")");
    private static final Pattern NOTIFIED_STATUS =
            Pattern.compile("\"status\"\\s*:\\s*\"([245]\\.\\d{1,3}\\.\\d{1,3})\"");
    private static final Pattern STATUS_FIELDS =
            Pattern.compile("(?im)^[>\\s]*(?:Final|Original)-Recipient:");
    private static final Pattern COMPLAINED =
            Pattern.compile(
                    "(?im)^(?:Original-Rcpt-To|Removal-Recipient|Redacted-Address):[ \\t]*(.+)$");
    private static final List<Pattern> RETURNED_TO =
            List.of(
                    Pattern.compile("(?im)^[>\\s]*To:[^\\n]{0,300}?(" + ADDRESS + ")"),
                    Pattern.compile(
                            "(?im)^[>\\s]*(?:X-Original-To|Envelope-To|Apparently-To|X-Apparently-To|Delivered-To|X-Rcpt-To|X-HmXmrOriginalRecipient|Cc):[^\\n]{0,300}?("
                                    + ADDRESS
                                    + ")"),
                    Pattern.compile("(?im)^[>\\s]+for\\s+<?(" + ADDRESS + ")"));
    private static final Pattern WRITTEN_BY =
            Pattern.compile(
                    "(?im)^[>\\s]*(?:From|Return-Path|Sender(?: Address)?|Reply-To|Errors-To|X-Sender|X-Postfix-Sender|Original-Mail-From):[^\\n@]{0,200}?("
                            + ADDRESS
                            + ")");
    private static final Pattern IDS =
            Pattern.compile(
                    "(?im)^[>\\s]*(?:Message-ID|In-Reply-To|References|Content-ID|id):?\\s*<?("
                            + ADDRESS
                            + ")");
    private static final Pattern ORIGINAL_BELOW =
            Pattern.compile(
                    "(?im)^[\\s>*|]*(?:-{2,}.{0,60}(?:original message|copy of (?:the|your) message|returned message|message (?:follows|headers?)|unsent message|header|unsent|transcript of message).{0,80}|={3,}.{0,60}(?:original|message).{0,60}|(?:original message|the (?:original|first \\d+ bytes).{0,60}(?:headers?|message|follow)|(?:the )?header and top.{0,60}|a summary of the undelivered message.{0,60}|message (?:details|headers?)|diagnostic information for administrators|your (?:original )?message (?:follows|reads)|old message).{0,60}:?|.{0,60}below this line.{0,60}|received: (?:from|by) .*|return-path: .*)$");
    private static final Pattern NOBODY =
            Pattern.compile(
                    "(?i)^(?:mailer-daemon|bounces?\\+.*|mail-daemon|no-?reply|.*double-bounce.*|mailmaster|abuse|helpdesk|support|postmaster|owner-.*|.*-(?:bounces|request|owner|admin))@.*");

    /** Each costs reading all that stands above it; a mail that quotes itself has thousands. */
    private static final int MOST_ORIGINALS = 8;

    private final MailParts parts;
    private final String text;
    private final Map<String, @Nullable String> found = new LinkedHashMap<>();

    private BounceReader(MailParts parts, String text) {
        this.parts = parts;
        this.text = text.length() > 200_000 ? text.substring(0, 200_000) : text;
    }

    static List<Bounced> read(MailParts parts, String text) {
        BounceReader reader = new BounceReader(parts, text);
        reader.fields();
        if (reader.found.isEmpty()) reader.words();
        List<Bounced> bounces = new ArrayList<>();
        reader.found.forEach((recipient, status) -> bounces.add(new Bounced(recipient, status)));
        return bounces;
    }

    private void fields() {
        for (String status : parts.deliveryStatus) putAll(StatusFields.read(status));
        if (found.isEmpty()) complaint();
        if (found.isEmpty())
            for (String status : parts.nestedStatus) putAll(StatusFields.read(status));
        if (found.isEmpty()) notified();
        if (found.isEmpty() && STATUS_FIELDS.matcher(text).find()) putAll(StatusFields.read(text));
        if (found.isEmpty()) failedRecipients();
    }

    private void words() {
        Set<String> writer = writtenBy();
        Set<String> others = others();
        Predicate<String> counts = one -> !others.contains(one) && !isNobody(one);
        Predicate<String> stranger = one -> counts.test(one) && !writer.contains(one);
        if (!parts.feedback) {
            String report = report(counts, stranger);
            putAll(ReportWords.screenNames(report, reportingDomain()));
            if (found.isEmpty()) putAll(ReportWords.read(report, counts, stranger));
        }
        if (found.isEmpty()) returned(stranger);
        if (found.isEmpty()) returned(counts);
        // somebody wrote to himself, or to the very server that reports
        Predicate<String> anybody = one -> !one.startsWith("mailer-daemon@");
        if (found.isEmpty() && !parts.feedback)
            putAll(ReportWords.read(report(anybody, anybody), anybody, anybody));
        if (found.isEmpty()) returned(anybody);
    }

    private static boolean isNobody(String address) {
        return NOBODY.matcher(address).matches();
    }

    /** The server's own words, without the mail that came back below them. */
    private String report(Predicate<String> counts, Predicate<String> stranger) {
        Matcher below = ORIGINAL_BELOW.matcher(text);
        for (int tried = 0; tried < MOST_ORIGINALS && below.find(); tried++) {
            String above = text.substring(0, below.start());
            if (!ReportWords.read(above, counts, stranger).isEmpty()) return above;
        }
        return text;
    }

    /** RFC 5965: whom the mail was to that somebody complained about. */
    private void complaint() {
        for (String report : parts.feedbackReports) {
            Matcher field = COMPLAINED.matcher(report);
            while (field.find()) put(MailAddress.first(field.group(1)), null);
        }
    }

    /** Amazon SES by SNS: JSON, within JSON where the whole notification was mailed. */
    private void notified() {
        if (!text.contains("notificationType")) return;
        String json = text.replace("\\\"", "\"").replaceAll("\\r?\\n ?", "");
        for (String key : List.of("bouncedRecipients", "complainedRecipients", "\"delivery\":{")) {
            int from = json.indexOf(key);
            if (from < 0 || !found.isEmpty()) continue;
            Matcher address = NOTIFIED.matcher(json).region(from, json.length());
            Matcher status = NOTIFIED_STATUS.matcher(json).region(from, json.length());
            while (address.find()) put(address.group(1), status.find() ? status.group(1) : null);
        }
    }

    private void failedRecipients() {
        for (String field : parts.headers.all("x-failed-recipients")) {
            for (Mailbox one : Addresses.of(List.of(field))) {
                int at = text.toLowerCase(Locale.ROOT).indexOf(one.key());
                String below = text.substring(Math.max(0, at));
                if (one.address().indexOf('@') > 0)
                    put(
                            one.key(),
                            ReportWords.status(
                                    below.length() > 900 ? below.substring(0, 900) : below));
            }
        }
    }

    private void returned(Predicate<String> counts) {
        List<String> headers = new ArrayList<>(parts.returned);
        headers.add(text);
        for (String header : headers) {
            for (Pattern field : RETURNED_TO) {
                Matcher to = field.matcher(header);
                while (found.isEmpty() && to.find()) {
                    String address = MailAddress.tidy(to.group(1));
                    if (counts.test(address)) put(address, ReportWords.status(text));
                }
            }
        }
    }

    /** The report's own sender and receiver. */
    private Set<String> others() {
        Set<String> keys = new HashSet<>();
        for (String name :
                List.of(
                        "to",
                        "cc",
                        "from",
                        "sender",
                        "reply-to",
                        "return-path",
                        "delivered-to",
                        "x-original-to",
                        "errors-to"))
            Addresses.of(parts.headers.all(name)).forEach(mailbox -> keys.add(mailbox.key()));
        for (String part : withReturned()) collect(IDS, part, keys);
        return keys;
    }

    /** Who wrote the mail that came back. */
    private Set<String> writtenBy() {
        Set<String> keys = new HashSet<>();
        for (String part : withReturned()) collect(WRITTEN_BY, part, keys);
        return keys;
    }

    private List<String> withReturned() {
        List<String> all = new ArrayList<>(parts.returned);
        all.add(text);
        return all;
    }

    private static void collect(Pattern pattern, String text, Set<String> keys) {
        Matcher match = pattern.matcher(text);
        while (match.find() && keys.size() < 500) keys.add(MailAddress.tidy(match.group(1)));
    }

    private String reportingDomain() {
        return Addresses.of(parts.headers.all("from")).stream()
                .findFirst()
                .map(Mailbox::domain)
                .orElse("");
    }

    private void putAll(List<Bounced> bounces) {
        bounces.forEach(bounce -> put(bounce.recipient(), bounce.status()));
    }

    private void put(@Nullable String address, @Nullable String status) {
        if (address == null || address.indexOf('@') < 1 || address.length() > 320) return;
        String key = MailAddress.tidy(address);
        if (found.get(key) == null) found.put(key, status);
    }
}
